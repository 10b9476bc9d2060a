import { minutesBetween } from '../../time/instant';
import { isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** No match starts before the tournament does. Amount: minutes too early. */
export const startsInTime: TournamentRule = {
  id: 'tournament.startsInTime',
  sentence: 'No match starts before the tournament does.',
  check({ problem, placed }) {
    return placed.flatMap((at) => {
      const early = minutesBetween(at.start, problem.start);
      if (isFact(at.match) || early <= 0) return [];
      return [minutesBreach(early, [at.match.id], `${at.match.id} would start ${early} min before the tournament.`)];
    });
  },
};
