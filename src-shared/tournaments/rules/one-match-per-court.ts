import { minutesBetween } from '../../time/instant';
import { closePairs, minutesBreach, type TournamentRule } from './timetable-view';

/** A court has one match at a time, and the changeover between two. Amount: minutes that are missing. */
export const oneMatchPerCourt: TournamentRule = {
  id: 'tournament.oneMatchPerCourt',
  sentence: 'A court has one match at a time, and the changeover between two.',
  check({ problem, placed }) {
    return closePairs(placed, problem.changeoverMinutes)
      .filter(([earlier, later]) => earlier.court !== null && earlier.court === later.court)
      .map(([earlier, later]) => {
        const missing = problem.changeoverMinutes - minutesBetween(earlier.end, later.start);
        return minutesBreach(
          missing,
          [later.match.id, earlier.match.id],
          `${problem.nameOf(later.court!)} is not free for ${later.match.id} until ${missing} min later, because of ${earlier.match.id}.`,
        );
      });
  },
};
