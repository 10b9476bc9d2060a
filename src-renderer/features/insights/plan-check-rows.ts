// What a plan is held against, over the last runs.
import type { RunRecord } from '../../state/run-history';

export interface CheckRow {
  readonly name: string;
  /** Oldest first, the shown run last. */
  readonly values: readonly number[];
  readonly now: string;
  readonly goal: string;
  readonly tone: 'good' | 'warn' | 'bad';
}

interface Check {
  readonly name: string;
  /** Null: the run did not measure it. */
  readonly of: (run: RunRecord) => number | null;
  readonly unit: 'min' | null;
  /** Met below this; 0 is met by 0 only. */
  readonly under: number;
  /** Missed by more than this is bad, not only worth a look. */
  readonly bad: number;
}

const RUNS_SHOWN = 8;

const CHECKS: readonly Check[] = [
  {
    name: 'Mean distance from targets',
    of: (run) => run.quality.meanHabitDeltaMinutes,
    unit: 'min',
    under: 15,
    bad: 45,
  },
  { name: 'Gaps under 30 min', of: (run) => run.quality.shortGaps, unit: null, under: 6, bad: 30 },
  { name: 'Overlaps', of: (run) => run.checks?.overlaps ?? null, unit: null, under: 0, bad: 0 },
  { name: 'Late tasks', of: (run) => run.late, unit: null, under: 0, bad: 0 },
  { name: 'Without a place', of: (run) => run.quality.unplaced, unit: null, under: 0, bad: 5 },
  { name: 'Locked items moved', of: (run) => run.checks?.lockedMoved ?? null, unit: null, under: 0, bad: 0 },
  {
    name: 'Work outside your hours',
    of: (run) => run.checks?.outsideMinutes ?? null,
    unit: 'min',
    under: 30,
    bad: 240,
  },
];

/** `runs`: the shown run first, then those before it. Checks that the shown run did not measure are left out. */
export function checkRows(runs: readonly RunRecord[]): CheckRow[] {
  return CHECKS.flatMap((check) => {
    const values = runs
      .slice(0, RUNS_SHOWN)
      .map(check.of)
      .filter((value) => value !== null)
      .reverse();
    const shown = runs[0] ? check.of(runs[0]) : null;
    if (shown === null) return [];
    return [
      {
        name: check.name,
        values,
        now: `${rounded(shown)}${check.unit ? ` ${check.unit}` : ''}`,
        goal: check.under === 0 ? '0' : `under ${check.under}`,
        tone: toneOf(check, shown),
      },
    ];
  });
}

function toneOf({ under, bad }: Check, value: number): CheckRow['tone'] {
  if (under === 0 ? value === 0 : value < under) return 'good';
  return value > bad ? 'bad' : 'warn';
}

/** One decimal where it tells something. */
function rounded(value: number): string {
  const tenths = Math.round(value * 10) / 10;
  return tenths.toLocaleString('en', { maximumFractionDigits: 1 });
}
