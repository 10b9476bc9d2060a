import { spanMinutes } from '../../time/span';
import { isWithin, umpireById } from '../placed';
import { isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** An umpire is on duty for the whole match. Amount: minutes of the match. */
export const umpireIsOnDuty: TournamentRule = {
  id: 'tournament.umpireIsOnDuty',
  sentence: 'An umpire is on duty for the whole match.',
  check({ problem, placed }) {
    return placed.flatMap((at) => {
      const umpire = umpireById(problem, at.umpire);
      if (isFact(at.match) || umpire === null || isWithin(umpire.available, at)) return [];
      const message = `${umpire.name} is not on duty for the whole of ${at.match.id}.`;
      return [minutesBreach(spanMinutes(at), [at.match.id, umpire.id], message)];
    });
  },
};
