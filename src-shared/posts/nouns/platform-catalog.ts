import type { Platform } from './platform';

/**
 * What Daywright knows before anybody teaches it. Gaps of YouTube, TikTok, Instagram and LinkedIn are those of the posting study of 2025;
 * X and Facebook have none there and get Daywright's own: conversations on X are short, Facebook is treated as TikTok.
 */
export const PLATFORM_CATALOG: readonly Platform[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    minGapHours: 48,
    contentTypes: [
      { id: 'youtube_long', name: 'Long-form video', timeSensitivity: 1 },
      { id: 'youtube_shorts', name: 'Shorts', timeSensitivity: 0.5 },
    ],
  },
  {
    id: 'tiktok',
    name: 'TikTok',
    minGapHours: 12,
    contentTypes: [{ id: 'tiktok_video', name: 'Video', timeSensitivity: 1 }],
  },
  {
    id: 'instagram',
    name: 'Instagram',
    minGapHours: 18,
    contentTypes: [
      { id: 'instagram_feed', name: 'Feed post', timeSensitivity: 1 },
      { id: 'instagram_reels', name: 'Reel', timeSensitivity: 1 },
      { id: 'instagram_stories', name: 'Story', timeSensitivity: 1 },
      { id: 'instagram_carousel', name: 'Carousel', timeSensitivity: 1 },
    ],
  },
  {
    id: 'x',
    name: 'X',
    minGapHours: 4,
    contentTypes: [
      { id: 'x_post', name: 'Post', timeSensitivity: 1 },
      { id: 'x_thread', name: 'Thread', timeSensitivity: 1 },
    ],
  },
  {
    id: 'linkedin',
    name: 'LinkedIn',
    minGapHours: 24,
    contentTypes: [
      { id: 'linkedin_post', name: 'Post', timeSensitivity: 1 },
      { id: 'linkedin_carousel', name: 'Carousel', timeSensitivity: 1 },
    ],
  },
  {
    id: 'facebook',
    name: 'Facebook',
    minGapHours: 12,
    contentTypes: [
      { id: 'facebook_post', name: 'Post', timeSensitivity: 1 },
      { id: 'facebook_reels', name: 'Reel', timeSensitivity: 1 },
    ],
  },
];
