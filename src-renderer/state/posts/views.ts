// What the screen reads: a platform's week, the KPIs, the recommendations. Each is computed once for a state and a day.
import { useMemo } from 'react';
import { type PostKpis, postKpis } from '#shared/posts/adaptive/post-kpis';
import { weighted } from '#shared/posts/nouns/audience';
import { audienceOffsetMinutes } from '#shared/posts/nouns/audience-zone';
import { type PlatformView, platformView } from '#shared/posts/platform-view';
import { type Recommendation, recommendationsFor } from '#shared/posts/recommendations';
import { type Instant, plusMinutes } from '#shared/time/instant';
import { dayAt, instantAtMinute, type ZoneId } from '#shared/time/zone';
import { useNow } from '../clock';
import { useWorkspace } from '../workspace';
import { usePostsFile } from './posts-file';

/** Records older than this say little about how the posting goes now. */
const KPI_DAYS = 84;

/** `zone`: the one the hours are read in, the user's own unless said. */
export function usePlatformView(platform: string, contentType: string | null, zone?: ZoneId): PlatformView {
  const file = usePostsFile();
  const models = useWorkspace((state) => state.posts.models);
  const at = useDayStart();
  return useMemo(
    () => platformView(file, models, { platform, contentType, at, ...(zone ? { zone } : {}) }),
    [file, models, platform, contentType, at, zone],
  );
}

/** `null`: all platforms together. */
export function usePostKpis(platform: string | null): PostKpis {
  const file = usePostsFile();
  const at = useDayStart();
  return useMemo(() => postKpis(file, platform, at, plusMinutes(at, -KPI_DAYS * 1440)), [file, platform, at]);
}

/** Warnings first, then chances by what they are expected to gain. */
export function useRecommendations(platform: string): readonly Recommendation[] {
  const file = usePostsFile();
  const at = useDayStart();
  return useMemo(() => recommendationsFor(file, platform, at), [file, platform, at]);
}

export interface AudienceZone {
  /** UTC offset or IANA zone, as entered. */
  readonly zone: string;
  /** 0 to 1, of those that are known. */
  readonly share: number;
  /** Against the user's own zone, today; negative is behind. */
  readonly minutesAhead: number;
}

/** Where the platform's audience lives, the largest part first; empty when nobody said. */
export function useAudienceZones(platform: string): readonly AudienceZone[] {
  const file = usePostsFile();
  const at = useDayStart();
  return useMemo(() => {
    const audience = file.audiences[platform] ?? file.audiences.default;
    const own = audienceOffsetMinutes(file.timeZone, at);
    return weighted(audience?.timeZoneWeights ?? {})
      .map(([zone, share]) => ({ zone, share, minutesAhead: audienceOffsetMinutes(zone, at) - own }))
      .sort((a, b) => b.share - a.share);
  }, [file, platform, at]);
}

/** The start of today: what is computed from it stays the same until midnight. */
function useDayStart(): Instant {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const day = dayAt(zone, useNow());
  return useMemo(() => instantAtMinute(zone, day, 0), [zone, day]);
}
