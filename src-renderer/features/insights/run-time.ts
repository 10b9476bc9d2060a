// How long runs took, and where their time went.

import { by } from '#shared/base/ordering';
import type { RunRecord } from '../../state/run-history';
import { counted } from '../../ui';

export interface PhaseRow {
  readonly name: string;
  readonly label: string;
  /** What it worked on, in figures. */
  readonly detail: string;
  readonly milliseconds: number;
}

/** From the snapshot to the commit of its one transaction; what the planner and the host measured, and the page's store. */
export function runMilliseconds(run: RunRecord): number {
  return run.totalMilliseconds + (run.storage?.milliseconds ?? 0);
}

/** A plan that only followed a change answers another question than the budget asks. */
export function isWholePlan({ scope }: RunRecord): boolean {
  return scope === undefined;
}

/** Nearest rank: the smallest value that at least `share` of all do not exceed. Null without values. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** In the order of the work. Phases of a later planner that have no words here keep their name. */
export function phaseRows(run: RunRecord): PhaseRow[] {
  const { phases } = run.metrics;
  const known = PHASES.filter(({ name }) => phases[name] !== undefined).map(({ name, label, detail }) => ({
    name,
    label,
    detail: detail(run),
    milliseconds: phases[name]!,
  }));
  const names = new Set(PHASES.map(({ name }) => name));
  const others = Object.entries(phases)
    .filter(([name]) => !names.has(name))
    .sort(by(([name]) => name))
    .map(([name, milliseconds]) => ({
      name,
      label: name.charAt(0).toUpperCase() + name.slice(1),
      detail: '',
      milliseconds,
    }));
  return [...known, ...others, ...storeRow(run)];
}

function storeRow({ storage }: RunRecord): PhaseRow[] {
  if (!storage) return [];
  const { transactions, rowsWritten, milliseconds } = storage;
  const detail = `${transactions === 1 ? 'One transaction' : counted(transactions, 'transaction')}, ${counted(rowsWritten, 'row')}`;
  return [{ name: 'store', label: 'Store', detail, milliseconds }];
}

interface PhaseWords {
  readonly name: string;
  readonly label: string;
  readonly detail: (run: RunRecord) => string;
}

const PHASES: readonly PhaseWords[] = [
  { name: 'index', label: 'Index', detail: indexWords },
  { name: 'habits', label: 'Habits', detail: habitWords },
  { name: 'group', label: 'Group', detail: groupWords },
  { name: 'place', label: 'Place', detail: placeWords },
  { name: 'improve', label: 'Improve', detail: improveWords },
  { name: 'score', label: 'Score', detail: ({ metrics }) => counted(metrics.candidates, 'candidate') },
  { name: 'report', label: 'Report', detail: reportWords },
  { name: 'verify', label: 'Verify', detail: () => 'No rule broken' },
];

function indexWords({ metrics }: RunRecord): string {
  const weeks = metrics.congestion.filter(({ unit }) => unit === 'week').length;
  return `${counted(metrics.freeRuns, 'free run')} in ${counted(weeks, 'week')}`;
}

function habitWords({ habits, metrics }: RunRecord): string {
  if (habits === 0) return 'None to place';
  const days = metrics.habitDays ?? 0;
  if (days === 0) return counted(habits, 'habit');
  return `${counted(habits, 'habit')}, ${metrics.provenDays} of ${counted(days, 'day')} proven best`;
}

function groupWords({ metrics }: RunRecord): string {
  if (metrics.groups === 0) return 'Nothing to group';
  const largest = Math.max(0, ...metrics.groupSizes);
  return `${counted(metrics.groups, 'independent group')}, largest ${largest}`;
}

function placeWords({ tasks, metrics }: RunRecord): string {
  const threads = metrics.workers > 1 ? `, on ${metrics.workers} threads` : '';
  return `${counted(tasks, 'task')}${threads}`;
}

function improveWords({ metrics }: RunRecord): string {
  const moves = metrics.moves ?? { tried: 0, kept: 0 };
  const swaps = metrics.swaps ?? { tried: 0, kept: 0 };
  const tried = moves.tried + swaps.tried;
  return tried === 0
    ? 'Nothing to improve'
    : `${grouped(tried)} moves and swaps tried, ${grouped(moves.kept + swaps.kept)} kept`;
}

function reportWords({ unplaced }: RunRecord): string {
  return unplaced.length === 0 ? 'Everything has its place' : `${counted(unplaced.length, 'reason')} why not placed`;
}

/** `11,910`. */
export function grouped(count: number): string {
  return Math.round(count).toLocaleString('en');
}
