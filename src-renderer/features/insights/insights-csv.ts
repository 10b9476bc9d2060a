// What Insights shows, as a table for other programs (RFC 4180).
import type { HabitMethodComparison, HabitMethodQuality } from '#shared/planning/compare-habit-methods';
import type { RunRecord } from '../../state/run-history';
import type { PostDelivery } from './post-delivery';
import { runMilliseconds } from './run-time';
import type { TimeUse } from './time-use';

type Cell = string | number | null;

const RUN_COLUMNS: readonly (readonly [name: string, of: (run: RunRecord) => Cell])[] = [
  ['planned_at', (run) => run.plannedAt],
  ['why', (run) => run.why],
  ['tasks', (run) => run.tasks],
  ['habits', (run) => run.habits],
  ['moved', (run) => run.moved],
  ['late', (run) => run.late],
  ['unplaced', (run) => run.quality.unplaced],
  ['score', (run) => decimals(run.quality.preference)],
  ['plan_ms', (run) => decimals(run.totalMilliseconds)],
  ['store_ms', (run) => (run.storage ? decimals(run.storage.milliseconds) : null)],
  ['plan_and_store_ms', (run) => decimals(runMilliseconds(run))],
  ['click_to_drawn_ms', (run) => run.clickToDrawnMilliseconds],
  ['transactions', (run) => run.storage?.transactions ?? null],
  ['rows_written', (run) => run.storage?.rowsWritten ?? null],
  ['mean_target_distance_min', (run) => decimals(run.quality.meanHabitDeltaMinutes)],
  ['short_gaps', (run) => run.quality.shortGaps],
  ['overlaps', (run) => run.checks?.overlaps ?? null],
  ['locked_moved', (run) => run.checks?.lockedMoved ?? null],
  ['outside_hours_min', (run) => run.checks?.outsideMinutes ?? null],
  ['candidates', (run) => run.metrics.candidates],
  ['cache_hits', (run) => run.metrics.cacheHits],
  ['cache_misses', (run) => run.metrics.cacheMisses],
  ['groups', (run) => run.metrics.groups],
  ['workers', (run) => run.metrics.workers],
];

export function runsCsv(runs: readonly RunRecord[]): string {
  return csvOf(
    RUN_COLUMNS.map(([name]) => name),
    runs.map((run) => RUN_COLUMNS.map(([, of]) => of(run))),
  );
}

/** Minutes by day and kind, then by calendar, project and habit over all days. */
export function timeUseCsv(use: TimeUse): string {
  const kinds = ['event', 'task', 'habit'] as const;
  return csvOf(
    ['day', 'kind', 'name', 'minutes'],
    [
      ...use.days.flatMap(({ day, minutes }) => kinds.map((kind) => [day, kind, '', minutes[kind]])),
      ...kinds.flatMap((kind) => use.parts[kind].map((part) => ['', kind, part.name, part.minutes])),
    ],
  );
}

export function habitDaysCsv({ days }: HabitMethodComparison): string {
  const columns = ['placed', 'unplaced', 'mean_distance_min', 'short_gaps', 'cost'];
  const values = (one: HabitMethodQuality) => [
    one.placed,
    one.unplaced,
    decimals(one.meanDeltaMinutes),
    one.shortGaps,
    decimals(one.cost),
  ];
  return csvOf(
    ['day', 'habits', 'proof', ...columns.map((name) => `ours_${name}`), ...columns.map((name) => `simple_${name}`)],
    days.map((day) => [day.day, day.habits, day.proof, ...values(day.best), ...values(day.greedy)]),
  );
}

/** Weeks, then platforms over all days. */
export function postsCsv({ weeks, platforms }: PostDelivery): string {
  const figures = ({ jobs, planned, punctual }: PostDelivery['all']): Cell[] => [jobs, planned, punctual];
  return csvOf(
    ['week', 'platform', 'posts', 'planned', 'on_time', 'engagement'],
    [
      ...weeks.map(({ from, kpis }) => [from, '', ...figures(kpis), null]),
      ...platforms.map(({ name, kpis, engagement }) => ['', name, ...figures(kpis), engagement]),
    ],
  );
}

function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: Cell): string {
  const text = String(value ?? '');
  // A spreadsheet would run a title that begins like a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function decimals(value: number): number {
  return Math.round(value * 1000) / 1000;
}
