// The levels of a timetable, counted from the finished timetable alone, whichever mode made it.
import { groupBy } from '../base/group-by';
import { minutesBetween } from '../time/instant';
import type { MakespanBound } from './document';
import { isBreach, isPossibleBreach, type Placed, placedOf, umpireById } from './placed';
import type { TournamentProblem } from './problem';
import type { ScheduledMatch, TimetableQuality } from './timetable';

export interface Proofs {
  readonly bound: MakespanBound | null;
  readonly fewestBreaches: number | null;
}

const NO_PROOFS: Proofs = { bound: null, fewestBreaches: null };

export function qualityOf(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  proofs: Proofs = NO_PROOFS,
): TimetableQuality {
  const placed = placedOf(problem, rows);
  const toPlace = problem.matches.filter(({ state }) => state !== 'free').length;
  const end = placed.reduce((latest, at) => Math.max(latest, at.end), problem.start as number);
  const withUmpire = placed.flatMap((at) => {
    const umpire = umpireById(problem, at.umpire);
    return umpire ? [{ at, umpire }] : [];
  });
  return {
    unplaced: toPlace - placed.length,
    makespanMinutes: (end - problem.start) / 60_000,
    bound: proofs.bound,
    withoutUmpire: placed.length - withUmpire.length,
    neutralityBreaches: withUmpire.filter(({ at, umpire }) => isBreach(problem, umpire, at.match)).length,
    fewestBreaches: proofs.fewestBreaches,
    umpireLoadRange: rangeOf(
      problem.umpires.map(({ id }) => id),
      placed.map(({ umpire }) => umpire),
    ),
    umpireRowExcess: umpireRows(placed).reduce(
      (sum, row) => sum + Math.max(0, row.length - problem.document.options.umpireMaxInRow),
      0,
    ),
    possibleBreaches: withUmpire.filter(({ at, umpire }) => isPossibleBreach(problem, umpire, at.match)).length,
    courtLoadRange: rangeOf(
      problem.courts.map(({ id }) => id),
      placed.map(({ court }) => court),
    ),
    playerWaitMinutes: waitsOf(problem, placed),
  };
}

/** Every stretch of matches that an umpire has without a pause. */
export function umpireRows(placed: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const [umpire, own] of groupBy(placed, (at) => at.umpire)) {
    if (umpire === null) continue;
    let row: Placed[] = [];
    for (const at of own) {
      if (row.length > 0 && at.start > row.at(-1)!.end) row = [];
      if (row.length === 0) rows.push(row);
      row.push(at);
    }
  }
  return rows;
}

/** Most minus fewest; 0 when there is nobody. */
function rangeOf(ids: readonly string[], used: readonly (string | null)[]): number {
  if (ids.length === 0) return 0;
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const id of used) if (id !== null && counts.has(id)) counts.set(id, counts.get(id)! + 1);
  const loads = [...counts.values()];
  return Math.max(...loads) - Math.min(...loads);
}

/** Waiting beyond the rest between two matches that a player has on one day. */
function waitsOf(problem: TournamentProblem, placed: readonly Placed[]): number {
  let sum = 0;
  const lastEnd = new Map<string, Placed>();
  for (const at of placed)
    for (const player of at.match.players) {
      const before = lastEnd.get(player);
      if (before) {
        const wait = minutesBetween(before.end, at.start) - problem.restMinutes;
        // A night between two days of play is no waiting.
        if (wait > 0 && wait < LONGEST_WAIT_MINUTES) sum += wait;
      }
      lastEnd.set(player, at);
    }
  return sum;
}

const LONGEST_WAIT_MINUTES = 8 * 60;
