// What to change, per platform: said with its evidence and what it is expected to gain, and ready to be applied.
import { assertNever } from '../base/assert-never';
import type { Instant } from '../time/instant';
import { minutesBetween } from '../time/instant';
import { formatTimeOfDay } from '../time/wall-time';
import { LEAST_CELL_SAMPLES } from './adaptive/exploration';
import { kpisOf } from './adaptive/kpis';
import type { Constraint } from './nouns/constraint';
import type { TimeWindow } from './nouns/time-window';
import { planFrameOf } from './plan/plan-frame';
import { type PostsFile, platformsOf } from './posts-file';
import { type HeatCell, type HeatMap, heatMap } from './timing/heat-map';
import { scoresOfFile } from './timing/slot-scores';

/** A change of the document, as data: `applyRecommendation` makes it. */
export type RecommendedChange =
  | { readonly kind: 'preferWindows'; readonly platform: string; readonly windows: readonly TimeWindow[] }
  | { readonly kind: 'prohibitWindows'; readonly platform: string; readonly windows: readonly TimeWindow[] }
  | { readonly kind: 'setConcurrency'; readonly platform: string; readonly posts: number }
  | { readonly kind: 'explore' };

export interface Recommendation {
  readonly id: string;
  readonly platform: string;
  readonly kind: 'bestHours' | 'weakHours' | 'gapBroken' | 'sparseData' | 'rateLimited' | 'adherence';
  readonly severity: 'chance' | 'warning';
  /** One sentence with its numbers. */
  readonly text: string;
  /** Where it comes from: one's own posts, or a study with its year. */
  readonly evidence: { readonly source: string; readonly n: number };
  /** Result against how it goes now, 1 = no change; the middle 90 %. Null where it cannot be said. */
  readonly gain: { readonly expected: number; readonly low: number; readonly high: number } | null;
  readonly change: RecommendedChange | null;
}

const BEST_HOURS = 3;
const MOST_RATE_LIMITED = 0.02;
const LEAST_ADHERENCE = 0.8;
const SPARSE_SAMPLES = 50;

/** Warnings first, then chances by expected gain. */
export function recommendationsFor(file: PostsFile, platform: string, now: Instant): Recommendation[] {
  const own = file.history.filter((record) => record.platform === platform);
  const contentType = file.posts.find((post) => post.platform === platform)?.contentType ?? null;
  const map = heatMap(scoresOfFile(file, now).question(platform, contentType), own, file.parameters.priorStrength);
  const found = [
    ...gapWarning(file, platform, now),
    ...kpiWarnings(file, platform),
    ...sparseWarning(file, platform, map),
    ...bestHours(file, platform, map),
    ...weakHours(platform, map),
  ];
  const rank = ({ severity, gain }: Recommendation) => (severity === 'warning' ? 1e6 : (gain?.expected ?? 1));
  return found.sort((a, b) => rank(b) - rank(a));
}

/** The document with the change in it. */
export function applyRecommendation(file: PostsFile, change: RecommendedChange): PostsFile {
  switch (change.kind) {
    case 'preferWindows':
      return withConstraint(file, change.platform, { preferredWindows: [...change.windows] });
    case 'prohibitWindows': {
      const before = file.constraints.find(({ platform }) => platform === change.platform)?.prohibitedWindows ?? [];
      return withConstraint(file, change.platform, { prohibitedWindows: [...before, ...change.windows] });
    }
    case 'setConcurrency':
      return withConstraint(file, change.platform, { maxConcurrentPosts: change.posts });
    case 'explore':
      return { ...file, exploration: 'thompson' };
    default:
      return assertNever(change, 'change');
  }
}

function withConstraint(
  file: PostsFile,
  platform: string,
  fields: Partial<Pick<Constraint, 'preferredWindows' | 'prohibitedWindows' | 'maxConcurrentPosts'>>,
): PostsFile {
  const known = file.constraints.find((constraint) => constraint.platform === platform);
  const empty = {
    platform,
    dailyCap: null,
    apiQuota: null,
    preferredWindows: [],
    preferredOnly: false,
    prohibitedWindows: [],
  };
  const changed = { ...(known ?? empty), ...fields };
  const others = file.constraints.filter((constraint) => constraint.platform !== platform);
  return { ...file, constraints: [...others, changed] };
}

/** The hours that did best, of those tried often enough; where none was, what the studies say. */
function bestHours(file: PostsFile, platform: string, map: HeatMap): Recommendation[] {
  const now = currentRatio(map);
  const tried = map.cells.filter(({ n, low }) => n >= LEAST_CELL_SAMPLES && low > now);
  const best = [...tried].sort((a, b) => b.ratio - a.ratio).slice(0, BEST_HOURS);
  const id = `${platform}.bestHours`;
  if (best.length > 0) {
    const n = best.reduce((sum, cell) => sum + cell.n, 0);
    const mean = (value: (cell: HeatCell) => number) =>
      best.reduce((sum, cell) => sum + cell.n * value(cell), 0) / n / now;
    const gain = { expected: mean(({ ratio }) => ratio), low: mean(({ low }) => low), high: mean(({ high }) => high) };
    const text = `${listed(best)} did best: ${gain.expected.toFixed(2)} times what your posts reach now (${gain.low.toFixed(2)} to ${gain.high.toFixed(2)}), from ${n} posts.`;
    const change = { kind: 'preferWindows', platform, windows: best.map(windowOf) } as const;
    return [
      {
        id,
        platform,
        kind: 'bestHours',
        severity: 'chance',
        text,
        evidence: { source: 'your posts', n },
        gain,
        change,
      },
    ];
  }
  const peaks = file.evidence.filter((window) => window.platform === platform && window.kind === 'peak');
  const study = peaks[0];
  if (!study) return [];
  const windows = peaks.map(({ days, fromHour, toHour }) => ({
    days,
    from: formatTimeOfDay(fromHour * 60),
    to: formatTimeOfDay(toHour * 60),
  }));
  const text = `Studies name ${peaks.map((window) => window.note || windowText(window)).join('; ')} as the best hours. Too few of your own posts say otherwise yet.`;
  const evidence = { source: `${study.source}, ${study.year}`, n: 0 };
  const change = { kind: 'preferWindows', platform, windows } as const;
  return [{ id, platform, kind: 'bestHours', severity: 'chance', text, evidence, gain: null, change }];
}

/** Hours that are used often and do badly for sure. */
function weakHours(platform: string, map: HeatMap): Recommendation[] {
  const now = currentRatio(map);
  const weak = map.cells.filter(({ n, high }) => n >= LEAST_CELL_SAMPLES && high < now);
  const posts = weak.reduce((sum, cell) => sum + cell.n, 0);
  if (posts === 0 || posts >= map.samples) return [];
  const share = posts / map.samples;
  const mean = (value: (cell: HeatCell) => number) => weak.reduce((sum, cell) => sum + cell.n * value(cell), 0) / posts;
  // What the account would reach if these posts had done as its others do.
  const gainAt = (ratio: number) => 1 / Math.max(0.05, 1 - share + (share * ratio) / now);
  const gain = {
    expected: gainAt(mean(({ ratio }) => ratio)),
    low: gainAt(mean(({ high }) => high)),
    high: gainAt(mean(({ low }) => low)),
  };
  const worst = [...weak].sort((a, b) => a.ratio - b.ratio).slice(0, BEST_HOURS);
  const text = `${posts} of ${map.samples} posts went out at hours that do badly, such as ${listed(worst)}.`;
  const change = { kind: 'prohibitWindows', platform, windows: weak.map(windowOf) } as const;
  const evidence = { source: 'your posts', n: posts };
  return [
    { id: `${platform}.weakHours`, platform, kind: 'weakHours', severity: 'chance', text, evidence, gain, change },
  ];
}

function gapWarning(file: PostsFile, platform: string, now: Instant): Recommendation[] {
  const frame = planFrameOf(file, now);
  const lane = frame.ok ? frame.value.lanes.get(platform) : undefined;
  if (!frame.ok || !lane) return [];
  const starts = frame.value.fixed.filter((post) => post.platform === platform).map(({ start }) => start);
  const gaps = starts.slice(1).map((start, index) => minutesBetween(starts[index]!, start));
  const broken = gaps.filter((gap) => gap < lane.gapMinutes);
  if (broken.length === 0) return [];
  const text = `${broken.length} of ${gaps.length} gaps between posts were shorter than ${lane.gapMinutes / 60} h, the shortest ${(Math.min(...broken) / 60).toFixed(1)} h.`;
  const evidence = { source: 'your posts', n: gaps.length };
  return [
    {
      id: `${platform}.gapBroken`,
      platform,
      kind: 'gapBroken',
      severity: 'warning',
      text,
      evidence,
      gain: null,
      change: null,
    },
  ];
}

function kpiWarnings(file: PostsFile, platform: string): Recommendation[] {
  const kpis = kpisOf(
    file.history.filter((record) => record.platform === platform),
    file.timeZone,
  );
  const warnings: Recommendation[] = [];
  const warning = { platform, severity: 'warning', gain: null } as const;
  const own = file.constraints.find((constraint) => constraint.platform === platform);
  const most = own?.maxConcurrentPosts ?? file.parameters.maxConcurrentPosts;
  if ((kpis.rateLimitedShare ?? 0) > MOST_RATE_LIMITED) {
    const text = `${kpis.rateLimited} of ${kpis.requests} requests were refused with 429. Fewer posts side by side and longer waits between retries help.`;
    const evidence = { source: 'your jobs', n: kpis.requests };
    const change = most > 1 ? ({ kind: 'setConcurrency', platform, posts: most - 1 } as const) : null;
    warnings.push({ ...warning, id: `${platform}.rateLimited`, kind: 'rateLimited', text, evidence, change });
  }
  if (kpis.adherence !== null && kpis.adherence < LEAST_ADHERENCE) {
    const text = `${kpis.punctual} of ${kpis.planned} posts went out within 15 min of plan. Wider gaps or fewer rules may make the plan easier to keep.`;
    const evidence = { source: 'your posts', n: kpis.planned };
    warnings.push({ ...warning, id: `${platform}.adherence`, kind: 'adherence', text, evidence, change: null });
  }
  return warnings;
}

function sparseWarning(file: PostsFile, platform: string, map: HeatMap): Recommendation[] {
  if (map.samples >= SPARSE_SAMPLES) return [];
  const name = platformsOf(file).find(({ id }) => id === platform)?.name ?? platform;
  const text = `${map.samples} ${name} posts with figures: the hours are still those of the studies. Trying new hours now and then teaches faster.`;
  const evidence = { source: 'your posts', n: map.samples };
  const change = file.exploration === 'none' ? ({ kind: 'explore' } as const) : null;
  return [
    {
      id: `${platform}.sparseData`,
      platform,
      kind: 'sparseData',
      severity: 'warning',
      text,
      evidence,
      gain: null,
      change,
    },
  ];
}

/** How the posts do now, by the shrunk cells they went out in; 1 without history. */
function currentRatio(map: HeatMap): number {
  const posts = map.cells.reduce((sum, { n }) => sum + n, 0);
  return posts === 0 ? 1 : map.cells.reduce((sum, { n, ratio }) => sum + n * ratio, 0) / posts;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function listed(cells: readonly HeatCell[]): string {
  return cells.map(({ weekday, hour }) => `${WEEKDAYS[weekday - 1]} ${hour}:00`).join(', ');
}

function windowText({ days, fromHour, toHour }: PostsFile['evidence'][number]): string {
  return `${days.map((day) => WEEKDAYS[day - 1]).join(', ')} ${fromHour}:00 to ${toHour}:00`;
}

function windowOf({ weekday, hour }: HeatCell): TimeWindow {
  return { days: [weekday], from: formatTimeOfDay(hour * 60), to: formatTimeOfDay((hour + 1) * 60) };
}
