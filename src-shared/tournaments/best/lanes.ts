// A large tournament is scheduled in lanes: each tries its own share of the styles, by itself, and the best timetable of all wins. How many
// lanes there are depends on the tournament alone, so that one thread and eight come to the same timetable.
import { compareQuality } from '../compare-quality';
import type { TournamentOutcome, TournamentRun } from './best-timetable';

export interface Lane {
  readonly index: number;
  readonly of: number;
}

export const ONLY_LANE: Lane = { index: 0, of: 1 };

/** Below this a run takes less than a lane's own preparations gain. */
const MATCHES_WORTH_LANES = 300;
const LANES = 4;

export function lanesFor(matches: number): readonly Lane[] {
  const of = matches >= MATCHES_WORTH_LANES ? LANES : 1;
  return Array.from({ length: of }, (_, index) => ({ index, of }));
}

/** The best of them, the first at a tie; cancelled when one of them was. */
export function bestOfLanes(outcomes: readonly TournamentOutcome[]): TournamentOutcome {
  return outcomes.reduce((best, other) => {
    if (best.kind === 'cancelled' || other.kind === 'cancelled') return { kind: 'cancelled' };
    return compareQuality(other.value.quality, best.value.quality) < 0 ? other : best;
  });
}

/** One progress for lanes that run side by side or one after the other. */
export function laneProgress(
  lanes: number,
  tell: NonNullable<TournamentRun['onProgress']>,
): (lane: number) => NonNullable<TournamentRun['onProgress']> {
  const fractions = new Array<number>(lanes).fill(0);
  return (lane) =>
    ({ fraction, phase }) => {
      fractions[lane] = fraction;
      const whole = fractions.reduce((sum, one) => sum + one, 0) / lanes;
      tell({ fraction: whole, phase: whole < 1 && phase === 'Checking' ? 'Scheduling' : phase });
    };
}
