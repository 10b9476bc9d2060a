// A large tournament is scheduled in lanes: each tries its own share of the styles, by itself, and the best timetable of all wins. How many
// lanes there are depends on the tournament alone, so that one thread and eight come to the same timetable.
import { compareQuality } from '../compare-quality';
import type { SearchOutcome, TournamentRun } from './best-timetable';

export interface Lane {
  readonly index: number;
  readonly of: number;
}

/** Below this a search is over before a second thread has begun. */
const MATCHES_WORTH_LANES = 300;
const LANES = 4;

export function lanesFor(matches: number): readonly Lane[] {
  const of = matches >= MATCHES_WORTH_LANES ? LANES : 1;
  return Array.from({ length: of }, (_, index) => ({ index, of }));
}

/** The lanes as they are given to so many threads, in their order. */
export function dealtLanes(lanes: readonly Lane[], threads: number): readonly (readonly Lane[])[] {
  const hands = Math.max(1, Math.min(threads, lanes.length));
  const size = Math.ceil(lanes.length / hands);
  return Array.from({ length: Math.ceil(lanes.length / size) }, (_, at) => lanes.slice(at * size, (at + 1) * size));
}

/** The best of them, the first at a tie; cancelled when one of them was. */
export function bestOf(outcomes: readonly SearchOutcome[]): SearchOutcome {
  return outcomes.reduce((best, other) => {
    if (best.kind === 'cancelled' || other.kind === 'cancelled') return { kind: 'cancelled' };
    return compareQuality(other.value.quality, best.value.quality) < 0 ? other : best;
  });
}

/** One progress for several searches, side by side or one after the other. */
export function sharedProgress(
  searches: number,
  tell: NonNullable<TournamentRun['onProgress']>,
): (search: number) => NonNullable<TournamentRun['onProgress']> {
  const fractions = new Array<number>(searches).fill(0);
  return (search) =>
    ({ fraction, phase }) => {
      fractions[search] = fraction;
      const whole = fractions.reduce((sum, one) => sum + one, 0) / searches;
      tell({ fraction: whole, phase: whole < 1 && phase === 'Checking' ? 'Scheduling' : phase });
    };
}
