import { overlapMinutes, overlaps } from '../../time/span';
import { sharedPlayer } from '../appearances';
import { type Placed, umpireById } from '../placed';
import type { TournamentProblem } from '../problem';
import { closePairs, isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** Nobody plays or umpires in two places at once, not even perhaps. Amount: minutes in both places. */
export const onePlacePerPerson: TournamentRule = {
  id: 'tournament.onePlacePerPerson',
  sentence: 'Nobody plays or umpires in two places at once, not even perhaps.',
  check({ problem, placed }) {
    const inOwnMatch = placed.flatMap((at) => {
      const umpire = umpireById(problem, at.umpire);
      if (isFact(at.match) || umpire?.player == null || !at.match.possible.has(umpire.player)) return [];
      const minutes = (at.end - at.start) / 60_000;
      return [
        minutesBreach(
          minutes,
          [at.match.id, umpire.id],
          `${umpire.name} may play in ${at.match.id} and cannot umpire it.`,
        ),
      ];
    });
    const inTwo = closePairs(placed, 0)
      .filter(([one, other]) => overlaps(one, other))
      .flatMap(([one, other]) => {
        const who = personInBoth(problem, one, other);
        if (who === null) return [];
        const minutes = overlapMinutes(one, other);
        const message = `${problem.nameOf(who)} would be in ${one.match.id} and in ${other.match.id} for ${minutes} min.`;
        return [minutesBreach(minutes, [other.match.id, one.match.id, who], message)];
      });
    return [...inOwnMatch, ...inTwo];
  },
};

function personInBoth(problem: TournamentProblem, one: Placed, other: Placed): string | null {
  if (one.umpire !== null && one.umpire === other.umpire) return one.umpire;
  const plays = (at: Placed, umpire: string | null): string | null => {
    const player = umpireById(problem, umpire)?.player ?? null;
    return player !== null && at.match.possible.has(player) ? player : null;
  };
  return sharedPlayer(one.match.possible, other.match.possible) ?? plays(one, other.umpire) ?? plays(other, one.umpire);
}
