import { spanMinutes } from '../../time/span';
import { isWithin } from '../placed';
import { isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** A match lies inside one opening of its court, never over a break. Amount: minutes of the match. */
export const staysInCourtHours: TournamentRule = {
  id: 'tournament.staysInCourtHours',
  sentence: 'A match lies inside one opening of its court, never over a break.',
  check({ problem, placed }) {
    const openOf = new Map(problem.courts.map((court) => [court.id, court.open]));
    return placed.flatMap((at) => {
      if (isFact(at.match) || at.court === null || isWithin(openOf.get(at.court) ?? [], at)) return [];
      const message = `${problem.nameOf(at.court)} is not open for the whole of ${at.match.id}.`;
      return [minutesBreach(spanMinutes(at), [at.match.id, at.court], message)];
    });
  },
};
