import type { Instant } from '../../time/instant';
import { fieldOf } from '../best/field';
import type { Match, TournamentDocument } from '../document';
import { problemOf } from '../problem';
import { rowsInForce } from './rows-of-timetable';

export interface PredictedTime {
  readonly match: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Minutes later than in the timetable; never negative. */
  readonly delayMinutes: number;
}

/**
 * When matches will really start if courts, umpires and order stay as they are: nobody starts before the plan, before now, before the
 * court, the umpire and the players are free and rested. Matches without a time in the timetable are left out. A running match that is
 * past its length is expected to end now.
 */
export function predictedTimes(document: TournamentDocument, matches: readonly Match[], now: Instant): PredictedTime[] {
  const problem = problemOf(document, matches);
  const field = fieldOf(problem);
  const rows = rowsInForce(document, matches);
  const courtFree = new Map<string, number>();
  const umpireFree = new Map<string, number>();
  const personFree = new Map<string, number>();
  const ends = new Map<number, number>();
  const after = (free: ReadonlyMap<string, number>, id: string | null): number =>
    id === null ? 0 : (free.get(id) ?? 0);
  const predicted: PredictedTime[] = [];
  const inOrder = problem.matches
    .filter(({ state, index }) => state !== 'free' && rows[index]!.start !== null)
    .sort((one, other) => rows[one.index]!.start! - rows[other.index]!.start! || one.index - other.index);
  for (const match of inOrder) {
    const row = rows[match.index]!;
    const own = field.matches[match.index]!;
    let start = row.start as number;
    let end = start + own.length;
    if (match.state === 'played' || match.state === 'running') {
      start = own.fixedStart ?? start;
      end = own.fixedEnd ?? end;
      if (match.state === 'running') end = Math.max(end, now);
    } else {
      const waits = [now, after(courtFree, row.court), after(umpireFree, row.umpire)];
      for (const player of match.players) waits.push(after(personFree, player));
      for (const feeder of match.feeders) waits.push((ends.get(feeder) ?? 0) + field.rest);
      for (const before of match.roundBefore) waits.push(ends.get(before) ?? 0);
      start = Math.max(start, ...waits);
      end = start + own.length;
    }
    ends.set(match.index, end);
    if (row.court !== null) courtFree.set(row.court, end + field.changeover);
    if (row.umpire !== null) umpireFree.set(row.umpire, end);
    for (const player of match.players) personFree.set(player, end + field.rest);
    const delayMinutes = Math.max(0, (start - row.start!) / 60_000);
    predicted.push({ match: match.id, start: start as Instant, end: end as Instant, delayMinutes });
  }
  return predicted;
}
