import { describe, expect, it } from 'vitest';
import { importPerformance, type PerformanceImport } from '#shared/posts/import/import-performance';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;

function imported(text: string, options: Partial<Parameters<typeof importPerformance>[1]> = {}): PerformanceImport {
  const result = importPerformance(text, { zone: BERLIN, ...options });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('importing performance', () => {
  it('[POST-94] reads YouTube Studio, leaving the total out', () => {
    const read = imported(
      [
        'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)',
        'Total,,,,"12,345",678.9,12,"99,999",4.2',
        'dQw4w9WgXcQ,"Launch, part 1","Nov 5, 2025",312,"1,500",31.5,3,"20,000",5.1',
      ].join('\n'),
    );
    expect([read.mapping.id, read.totals, read.withoutHour, read.problems]).toEqual(['youtube-studio', 1, 1, []]);
    expect(read.records).toMatchObject([
      {
        platform: 'youtube',
        externalId: 'dQw4w9WgXcQ',
        title: 'Launch, part 1',
        postedAt: '2025-11-05T11:00:00Z',
        hourKnown: false,
        reach: 1500,
        impressions: 20000,
        watchTimeMinutes: 1890,
        likes: null,
      },
    ]);
    expect(read.unused).toEqual(['Duration', 'Subscribers', 'Impressions click-through rate (%)']);
  });

  it('[POST-94] reads TikTok', () => {
    const read = imported(
      [
        'Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views',
        'Nov 9,Behind the scenes,https://example.org/v/1,2025-11-05 17:00:00,90,6,4,1000',
      ].join('\n'),
    );
    expect(read.mapping.id).toBe('tiktok');
    expect(read.records).toMatchObject([
      { platform: 'tiktok', postedAt: '2025-11-05T16:00:00Z', reach: 1000, likes: 90, engagementRate: 0.1 },
    ]);
  });

  it('[POST-94] reads Instagram and Facebook of the Business Suite apart', () => {
    const instagram = imported(
      [
        'Post ID,Account ID,Account username,Description,Publish time,Permalink,Post type,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves',
        '17,9,me,"Hello ""you""",11/05/2025 10:30,https://example.org/p/1,IG reel,Lifetime,2000,1500,60,5,1,10,7',
        '18,9,me,Two,11/25/2025 18:00,https://example.org/p/2,IG carousel,Lifetime,900,700,20,1,0,2,0',
      ].join('\n'),
    );
    expect(instagram.mapping.id).toBe('instagram');
    expect(
      instagram.records.map(({ contentType, postedAt, reach, engagementRate }) => [
        contentType,
        postedAt,
        reach,
        engagementRate,
      ]),
    ).toEqual([
      ['instagram_reels', '2025-11-05T09:30:00Z', 1500, 0.05],
      ['instagram_carousel', '2025-11-25T17:00:00Z', 700, 23 / 700],
    ]);
    const facebook = imported(
      [
        'Post ID,Page ID,Page name,Title,Description,Publish time,Post type,Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks',
        '5,1,Us,Hi,,11/05/2025 10:30,Reels,Lifetime,100,80,8,5,2,1,3',
      ].join('\n'),
    );
    expect(facebook.mapping.id).toBe('facebook');
    expect(facebook.records).toMatchObject([
      { platform: 'facebook', contentType: 'facebook_reels', likes: 5, clicks: 3, engagementRate: 0.1 },
    ]);
  });

  it('[POST-94] reads LinkedIn below its opening sentence', () => {
    const read = imported(
      [
        '"Aggregated engagement metrics for your organic posts. All data is in UTC.",,,,,,',
        'Post title,Post link,Post type,Created date,Impressions,Clicks,Likes,Comments,Reposts,Engagement rate,Content Type',
        'Hiring,https://example.org/l/1,Organic,11/05/2025,1200,30,20,5,1,0.0467,Document',
      ].join('\n'),
    );
    expect(read.mapping.id).toBe('linkedin');
    expect(read.records).toMatchObject([
      { platform: 'linkedin', contentType: 'linkedin_carousel', impressions: 1200, engagementRate: 0.0467, shares: 1 },
    ]);
  });

  it('[POST-94] reads X in its new and its old form', () => {
    const now = imported(
      [
        'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,URL Clicks',
        '1,"Wed, Nov 5, 2025",Hi,https://example.org/x/1,1000,20,50,1,2,0,3,4,5',
      ].join('\n'),
    );
    expect(now.mapping.id).toBe('x');
    expect(now.records).toMatchObject([
      { platform: 'x', impressions: 1000, engagementRate: 0.05, shares: 4, clicks: 5 },
    ]);
    const old = imported(
      [
        'Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,engagement rate,retweets,replies,likes,url clicks',
        '1,https://example.org/x/1,Hi,2025-11-05 10:11 +0000,1000,50,0.05,4,3,20,5',
      ].join('\n'),
    );
    expect(old.records).toMatchObject([{ postedAt: '2025-11-05T10:11:00Z', hourKnown: true, engagementRate: 0.05 }]);
  });

  it('[POST-95] tells every loss with its line, column and value, and keeps the rest', () => {
    const read = imported(
      [
        'Post time,Video title,Total views,Total likes',
        '2025-11-05 17:00,"A title',
        'over two lines",lots,5',
        'someday,B,10,1',
        '2025-11-06 17:00,C,-3,1',
      ].join('\n'),
    );
    expect(read.records.map(({ reach, likes }) => [reach, likes])).toEqual([
      [null, 5],
      [null, 1],
    ]);
    expect(read.problems.filter(({ message }) => message.includes('row'))).toEqual([
      { line: 4, column: 'Post time', value: 'someday', message: 'expected a date or a time; the row was left out' },
    ]);
    expect(
      read.problems.filter(({ message }) => message.includes('figure')).map(({ line, value }) => [line, value]),
    ).toEqual([
      [2, 'lots'],
      [5, '-3'],
    ]);
  });

  it('[POST-96] uses a mapping of one’s own, given or remembered', () => {
    const mine = {
      id: 'mine',
      name: 'My sheet',
      platform: 'linkedin',
      columns: { postedAt: ['wann'], reach: ['gesehen'], contentType: ['art'] },
      contentTypes: { folien: 'linkedin_carousel' },
      dateOrder: 'dayFirst' as const,
    };
    const sheet = 'Wann;Gesehen;Art\n05.11.2025 10:30;1.234,0;Folien';
    expect(importPerformance(sheet, { zone: BERLIN }).ok).toBe(false);
    for (const options of [{ mapping: mine }, { remembered: [mine] }]) {
      expect(imported(sheet, options).records).toMatchObject([
        { platform: 'linkedin', contentType: 'linkedin_carousel', reach: 1234, postedAt: '2025-11-05T09:30:00Z' },
      ]);
    }
  });

  it('[POST-95] refuses what is no export, naming what it saw', () => {
    expect(importPerformance('', { zone: BERLIN })).toEqual({ ok: false, error: expect.stringContaining('empty') });
    expect(importPerformance('a,b\n1,2', { zone: BERLIN })).toEqual({
      ok: false,
      error: expect.stringContaining('"a, b"'),
    });
  });
});
