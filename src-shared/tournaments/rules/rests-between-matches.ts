import { minutesBetween } from '../../time/instant';
import { overlaps } from '../../time/span';
import { sharedPlayer } from '../appearances';
import { closePairs, minutesBreach, type TournamentRule } from './timetable-view';

/** A player rests between two matches. Amount: minutes of rest that are missing. */
export const restsBetweenMatches: TournamentRule = {
  id: 'tournament.restsBetweenMatches',
  sentence: 'A player rests between two matches.',
  check({ problem, placed }) {
    return closePairs(placed, problem.restMinutes)
      .filter(([earlier, later]) => !overlaps(earlier, later))
      .flatMap(([earlier, later]) => {
        const player = sharedPlayer(earlier.match.possible, later.match.possible);
        if (player === null) return [];
        const rest = minutesBetween(earlier.end, later.start);
        const message = `${problem.nameOf(player)} would have ${rest} min of ${problem.restMinutes} min rest between ${earlier.match.id} and ${later.match.id}.`;
        return [minutesBreach(problem.restMinutes - rest, [later.match.id, earlier.match.id, player], message)];
      });
  },
};
