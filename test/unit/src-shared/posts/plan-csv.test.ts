import { describe, expect, it } from 'vitest';
import { planCsv } from '#shared/posts/plan-csv';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { parseInstant } from '#shared/time/instant';
import { postsFile } from '../../../helpers/posts-file';

describe('the plan as a table', () => {
  it('[POST-52] has a row a post, quoted, and nothing a spreadsheet would run', () => {
    const file = postsFile({
      timeZone: 'Europe/Berlin',
      posts: [
        { id: 'a', platform: 'tiktok', title: 'Say "hi", twice' },
        { id: 'b', platform: 'tiktok', title: '=1+1', contentType: 'tiktok_video', pinnedStart: '2026-11-24T09:00' },
      ],
    });
    const planned = planPostsFile(file, { now: parseInstant('2026-11-23T00:00:00Z')! });
    if (!planned.ok) throw new Error(planned.error);
    expect(planCsv(planned.value.plan, file.posts).split('\r\n')).toEqual([
      'id,platform,content type,title,start (UTC),local time,time zone,wave,score',
      expect.stringMatching(
        /^b,tiktok,tiktok_video,'=1\+1,2026-11-24T08:00:00Z,2026-11-24T09:00,Europe\/Berlin,1,0\.\d{3}$/,
      ),
      'a,tiktok,,"Say ""hi"", twice",2026-11-25T16:00:00Z,2026-11-25T17:00,Europe/Berlin,2,1.000',
      '',
    ]);
  });
});
