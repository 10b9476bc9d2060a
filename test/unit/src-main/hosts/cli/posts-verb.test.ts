import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '#main/hosts/cli/cli';
import { postsVerb } from '#main/hosts/cli/posts-verb';
import { temporaryFolder } from '../../../../helpers/temporary-folder';
import { testTerminal } from '../../../../helpers/test-terminal';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/posts');

async function run(...args: string[]): Promise<{ code: number; printed: string; notes: readonly string[] }> {
  const terminal = testTerminal();
  const code = await runCli(['posts', ...args], { posts: async () => postsVerb }, '1.2.3', terminal);
  return { code, printed: terminal.printed(), notes: terminal.notes };
}

interface Printed {
  readonly placements: readonly { id: string; platform: string; start: string; score: number; wave: number }[];
  readonly unplaced: readonly unknown[];
  readonly scores: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

describe('posts on the command line', () => {
  it('[POST-50] scores the hours of a Wednesday for Reels, as in the first quick-start example', async () => {
    const { code, printed } = await run(join(FIXTURES, 'quick-start-scores.json'), '--content-type', 'instagram_reels');
    expect(code).toBe(0);
    const { scores, placements } = JSON.parse(printed) as Printed;
    expect(placements).toEqual([]);
    expect(Object.keys(scores)).toEqual(['instagram']);
    expect(Object.keys(scores.instagram!)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    const wednesday = scores.instagram!['3']!;
    expect(wednesday).toHaveLength(24);
    expect(wednesday.every((score) => score >= 0 && score <= 1)).toBe(true);
    const top = [...wednesday.keys()].sort((a, b) => wednesday[b]! - wednesday[a]!).slice(0, 5);
    // Five eighths live at UTC-5, three eighths three hours behind: their mornings 6-9 and evenings 18-21 overlap least at noon.
    expect(top[0]).toBe(20);
    expect(top.every((hour) => (hour >= 6 && hour <= 11) || (hour >= 18 && hour <= 23))).toBe(true);
  });

  it('[POST-50] plans two posts for a week, as in the second quick-start example', async () => {
    const { code, printed } = await run(join(FIXTURES, 'quick-start-schedule.json'));
    expect(code).toBe(0);
    const { placements, unplaced, scores } = JSON.parse(printed) as Printed;
    expect(unplaced).toEqual([]);
    expect(placements.map(({ id }) => id).sort()).toEqual(['post_1', 'post_2']);
    for (const { start, score, wave } of placements) {
      expect(start >= '2026-11-23T05:00:00Z' && start < '2026-11-30T05:00:00Z').toBe(true);
      expect(score).toBeGreaterThan(0.9);
      expect([1, 2]).toContain(wave);
    }
    expect(Object.keys(scores)).toEqual(['tiktok', 'instagram']);
  });

  it('[POST-68] predicts the best times by the forest from enough history, else by the rules', async () => {
    const folder = await temporaryFolder();
    const rows = (await readFile(join(FIXTURES, 'forest-rows.csv'), 'utf8')).trim().split('\n').slice(1);
    const history = rows.map((row) => {
      const [postedAt, contentType, rate] = row.split(',');
      return { platform: 'x', postedAt, contentType, engagementRate: Number(rate) };
    });
    const predict = async (count: number) => {
      const path = join(folder, `${count}.json`);
      const file = { format: 'daywright.posts', version: 1, history: history.slice(0, count) };
      await writeFile(path, JSON.stringify(file));
      const { code, printed, notes } = await run(path, '--predict', 'x', '--top', '3');
      expect(code, notes.join()).toBe(0);
      return JSON.parse(printed);
    };
    const learned = await predict(800);
    expect(learned).toMatchObject({ platform: 'x', usedModel: 'forest', samples: 800, metric: 'engagementRate' });
    expect(learned.r2).toBeGreaterThan(learned.baselines.shrunkCells);
    expect(learned.top).toHaveLength(3);
    for (const { weekday, hour, expected, low, high } of learned.top) {
      expect(weekday >= 2 && weekday <= 4 && hour >= 8 && hour < 12).toBe(true);
      expect(low <= expected && expected <= high && expected > 0.05).toBe(true);
    }
    expect(await predict(20)).toMatchObject({ usedModel: 'rules', r2: null, baselines: null, samples: 20 });
    expect((await run(join(folder, '20.json'), '--predict', 'myspace')).code).toBe(2);
    expect((await run(join(folder, '20.json'), '--predict', 'x', '--top', '0')).code).toBe(2);
  });

  it('[POST-47] takes the results of a batch job back into the document', async () => {
    const folder = await temporaryFolder();
    const results = join(folder, 'results.json');
    const reported = { id: 'post_2', posted_at: '2026-11-25T22:03:00Z', reach: 1500, engagement_rate: 0.045 };
    await writeFile(results, JSON.stringify({ bulk_job_id: 'job_123', results: [reported, { id: 'ghost' }] }));
    const { code, printed, notes } = await run(join(FIXTURES, 'quick-start-schedule.json'), '--record', results);
    expect([code, notes]).toEqual([0, ['1 results added, 0 updated, unknown: ghost.']]);
    const document = JSON.parse(printed);
    expect(document.format).toBe('daywright.posts');
    expect(document.history).toMatchObject([
      { platform: 'tiktok', jobId: 'job_123', plannedAt: expect.stringMatching(/^2026-11-/), reach: 1500 },
    ]);
    // What comes out is a document again.
    const path = join(folder, 'again.json');
    await writeFile(path, printed);
    expect((await run(path)).code).toBe(0);
    await writeFile(results, '{"results": 5}');
    expect((await run(path, '--record', results)).code).toBe(2);
  });

  it('[POST-46] plans a batch job as the source calls it, and writes table and calendar', async () => {
    const folder = await temporaryFolder();
    const [path, csv, ics] = ['job.json', 'plan.csv', 'plan.ics'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const { posts } = JSON.parse(await readFile(join(FIXTURES, 'quick-start-schedule.json'), 'utf8'));
    const metadata = {
      start_after: '2025-11-05T10:00:00Z',
      deadline: '2025-11-12T23:59:59Z',
      suggested_concurrency: 3,
      max_parallelism: 3,
    };
    await writeFile(path, JSON.stringify({ bulk_job_id: 'job_123', posts, scheduling_metadata: metadata }));
    const { code, printed } = await run(path, '--csv', csv, '--ics', ics);
    expect(code).toBe(0);
    const plan = JSON.parse(printed);
    expect(plan).toMatchObject({ bulkJobId: 'job_123', unplaced: [], waves: [{ wave: 1 }, { wave: 2 }] });
    expect(plan.retryDelaysSeconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    for (const { start } of plan.placements) {
      expect(start >= '2025-11-05T10:00:00Z' && start <= '2025-11-12T23:59:59Z').toBe(true);
    }
    expect((await readFile(csv, 'utf8')).trim().split('\r\n')).toHaveLength(3);
    expect((await readFile(ics, 'utf8')).match(/UID:post-post_[12]@daywright/g)).toHaveLength(2);
    await writeFile(path, JSON.stringify({ bulk_job_id: 'job_123', posts: [] }));
    expect((await run(path)).code).toBe(2);
  });

  it('[POST-97] takes an export of a platform into the document, and tells every loss with its line', async () => {
    const folder = await temporaryFolder();
    const table = join(folder, 'export.csv');
    await writeFile(table, 'Post ID,Publish time,Reach,Likes\n111,11/03/2026 09:15,1500,40\n222,soon,2K,1\n');
    const { code, printed, notes } = await run(join(FIXTURES, 'quick-start-schedule.json'), '--import', table);
    expect(code).toBe(0);
    expect(notes).toEqual([
      `${table} line 3, Publish time is "soon": expected a date or a time; the row was left out`,
      'Instagram (Meta Business Suite): 1 records added, 0 updated, 0 the same.',
    ]);
    await writeFile(table, Uint8Array.of(0x50, 0x4b, 3, 4, 0));
    const refused = await run(join(FIXTURES, 'quick-start-schedule.json'), '--import', table);
    expect([refused.code, refused.printed]).toEqual([2, '']);
    expect(refused.notes.join()).toContain('The file is a workbook or an archive: expected a table as text.');
    // New York is five hours behind.
    expect(JSON.parse(printed).history).toMatchObject([{ externalId: '111', postedAt: '2026-11-03T14:15:00Z' }]);
  });

  it('[POST-82] recommends, and [POST-78] adapts once there are jobs to go by', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'posts.json');
    const history = Array.from({ length: 20 }, (_, index) => ({
      platform: 'x',
      posted_at: new Date(Date.UTC(2026, 10, 1, index)).toISOString(),
      attempts: 10,
      rate_limited_count: 3,
    }));
    await writeFile(path, JSON.stringify({ format: 'daywright.posts', version: 1, history }));
    const recommended = await run(path, '--recommend', 'x', '--now', '2026-11-24T09:00:00Z');
    expect(JSON.parse(recommended.printed).map(({ kind }: { kind: string }) => kind)).toContain('rateLimited');
    const adapted = await run(path, '--adapt', '--now', '2026-11-24T09:00:00Z');
    expect(adapted.notes).toEqual(['adjust: 30.0% of the requests were refused with 429, more than 2%.']);
    expect(JSON.parse(adapted.printed).parameters).toMatchObject({ maxConcurrentPosts: 2, gapFactor: 1 });
    await writeFile(path, adapted.printed);
    const again = await run(path, '--adapt', '--now', '2026-11-24T09:00:00Z');
    expect(again.notes).toEqual(['Too few jobs since the last change: nothing was adapted.']);
    expect((await run(path, '--adapt', '--recommend', 'x')).code).toBe(2);
  });

  it('[POST-79] rolls a change back by itself that did worse, turn by turn on the command line', async () => {
    const path = join(await temporaryFolder(), 'posts.json');
    /** So many posts on X, six hours apart, each with the same reach. */
    const jobs = (first: string, reach: number) =>
      Array.from({ length: 24 }, (_, index) => ({
        platform: 'x',
        postedAt: new Date(Date.parse(first) + index * 6 * 3_600_000).toISOString(),
        reach,
        attempts: 1,
      }));
    const turn = async (document: object, now: string) => {
      await writeFile(path, JSON.stringify(document));
      const { code, printed, notes } = await run(path, '--adapt', '--now', now);
      expect(code, notes.join()).toBe(0);
      return { document: JSON.parse(printed), notes };
    };
    const empty = { format: 'daywright.posts', version: 1 };
    const tried = await turn({ ...empty, history: jobs('2026-10-01T08:00:00Z', 1000) }, '2026-10-08T00:00:00Z');
    expect(tried.notes).toEqual(['adjust: No limit was broken: the most promising setting nearby is tried.']);
    const { history } = tried.document;
    const worse = { ...tried.document, history: [...history, ...jobs('2026-10-08T08:00:00Z', 500)] };
    const back = await turn(worse, '2026-10-16T00:00:00Z');
    // Usual is 750 over all: 500 of it are 0.667, and 1,000 against the usual of that time were 1.
    expect(back.notes).toEqual(['rollback: The change did worse: 0.667 over 24 jobs, 1.000 before.']);
    expect(back.document.parameters).toMatchObject({ maxConcurrentPosts: 3, gapFactor: 1, demographicWeight: 0.3 });
    expect(back.document.adaptive.log.map(({ step }: { step: string }) => step)).toEqual(['adjust', 'rollback']);
    await writeFile(path, JSON.stringify({ ...empty, adaptive: { parameters: {}, log: 'none' } }));
    const refused = await run(path, '--adapt');
    expect([refused.code, refused.notes]).toEqual([
      2,
      [`${path}: adaptive.log is "none": Invalid input: expected array, received string`],
    ]);
  });

  it('[POST-70] prints the figures of the delivery, and [POST-63] the card of each model', async () => {
    const path = join(await temporaryFolder(), 'posts.json');
    const record = { platform: 'tiktok', attempts: 2, rateLimitedCount: 1 };
    const history = [
      {
        ...record,
        postedAt: '2026-11-02T10:00:30Z',
        plannedAt: '2026-11-02T10:00:00Z',
        startedAt: '2026-11-02T10:00:30Z',
      },
      {
        ...record,
        postedAt: '2026-11-02T12:30:00Z',
        plannedAt: '2026-11-02T12:00:00Z',
        startedAt: '2026-11-02T12:00:10Z',
      },
      { platform: 'x', postedAt: '2026-11-03T12:00:00Z', reach: 10, isSuccessful: false },
    ];
    const constraints = [{ platform: 'tiktok', apiQuota: 1 }];
    await writeFile(path, JSON.stringify({ format: 'daywright.posts', version: 1, history, constraints }));
    const kpis = await run(path, '--kpis', '--now', '2026-11-10T00:00:00Z');
    expect(JSON.parse(kpis.printed)).toMatchObject([
      { platform: null, jobs: 3, completed: 2, requests: 4, rateLimitedShare: 0.5 },
      {
        platform: 'tiktok',
        jobsPerHour: 2 / 2.491_666_666_666_666_7,
        latency: { p50: 10, p95: 30 },
        adherence: 0.5,
        quota: { most: 2, allowed: 1, beyond: 1 },
        weeks: [{ from: '2026-11-02', kpis: { jobs: 2 } }],
      },
      { platform: 'x', completionRate: 0, latency: null, quota: null },
    ]);
    const cards = await run(path, '--train');
    expect(JSON.parse(cards.printed)).toMatchObject([
      { platform: 'tiktok', verdict: 'tooFewSamples', samples: 0, r2: null },
      {
        platform: 'x',
        samples: 1,
        notice: '1 post with figures: at least 50 are needed to learn from, so the rules stand.',
      },
    ]);
  });

  it('[POST-51] refuses an option that what is asked for would not look at', async () => {
    const path = join(FIXTURES, 'quick-start-schedule.json');
    const refusal = async (...args: string[]) => {
      const { code, printed, notes } = await run(path, ...args);
      expect([code, printed]).toEqual([2, '']);
      return notes.join();
    };
    expect(await refusal('--top', '3')).toBe('--top is "3": expected it with --predict only');
    expect(await refusal('--recommend', 'x', '--csv', 'a.csv')).toBe(
      '--csv is "a.csv" beside --recommend: expected it with a plan only',
    );
    expect(await refusal('--kpis', '--seed', '2')).toBe(
      '--seed is "2" beside --kpis: expected it with a plan, --predict, --record, --adapt, --train only',
    );
  });

  it('[POST-61] stops learning at Ctrl-C', async () => {
    const terminal = testTerminal();
    const folder = await temporaryFolder();
    const path = join(folder, 'posts.json');
    const history = Array.from({ length: 60 }, (_, index) => ({
      platform: 'x',
      postedAt: new Date(Date.UTC(2026, 0, 1, index * 7)).toISOString(),
      reach: 100 + index,
    }));
    await writeFile(path, JSON.stringify({ format: 'daywright.posts', version: 1, history }));
    const watching = { ...terminal, progress: () => terminal.interrupt.cancel() };
    const code = await runCli(['posts', path, '--predict', 'x'], { posts: async () => postsVerb }, '1.2.3', watching);
    expect([code, terminal.printed()]).toEqual([130, '']);
  });

  it('[POST-51] names file, path, value and expectation of bad input, and exits with 2', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'posts.json');
    const cases: [unknown, string][] = [
      [{ format: 'daywright.workspace', version: 1 }, 'format is "daywright.workspace"'],
      [{ format: 'daywright.posts', version: 1, timeZone: 'Mars/Base' }, 'timeZone is "Mars/Base"'],
      [
        { format: 'daywright.posts', version: 1, posts: [{ id: 'a', platform: 'myspace' }] },
        'posts[0].platform is "myspace": expected one of youtube',
      ],
      [
        { format: 'daywright.posts', version: 1, from: '2026-11-24', to: '2026-11-23' },
        'to "2026-11-23" is not after from "2026-11-24"',
      ],
    ];
    for (const [content, expected] of cases) {
      await writeFile(path, JSON.stringify(content));
      const { code, printed, notes } = await run(path);
      expect(code).toBe(2);
      expect(printed).toBe('');
      expect(notes).toHaveLength(1);
      expect(notes[0]).toContain(`${path}: ${expected}`);
    }
    expect((await run()).code).toBe(2);
    expect((await run(path, 'second.json')).code).toBe(2);
    expect((await run(folder)).code).toBe(2);
  });
});
