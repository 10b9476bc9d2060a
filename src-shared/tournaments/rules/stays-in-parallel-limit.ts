import type { Breach } from '../../engine/hard-rule';
import type { Placed } from '../placed';
import { isFact, type TournamentRule } from './timetable-view';

/** Never more matches at once than the organiser allows. Amount: matches too many. */
export const staysInParallelLimit: TournamentRule = {
  id: 'tournament.staysInParallelLimit',
  sentence: 'Never more matches at once than the organiser allows.',
  check({ problem, placed }) {
    const breaches: Breach[] = [];
    let running: Placed[] = [];
    for (const at of placed) {
      running = [...running.filter(({ end }) => end > at.start), at];
      const tooMany = running.length - problem.maxParallel;
      if (tooMany <= 0 || isFact(at.match)) continue;
      const message = `With ${at.match.id} there would be ${running.length} matches at once; the limit is ${problem.maxParallel}.`;
      breaches.push({
        amount: tooMany,
        unit: 'match',
        parties: [at.match.id, ...running.slice(0, -1).map(({ match }) => match.id)],
        message,
      });
    }
    return breaches;
  },
};
