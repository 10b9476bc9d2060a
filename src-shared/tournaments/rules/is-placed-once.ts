import { groupBy } from '../../base/group-by';
import type { TournamentRule } from './timetable-view';

/** Every match stands in the timetable once, on a court and with an umpire that exist. Amount: times too often, or unknown names. */
export const isPlacedOnce: TournamentRule = {
  id: 'tournament.isPlacedOnce',
  sentence: 'Every match stands in the timetable once, on a court and with an umpire that exist.',
  check({ problem, placed }) {
    const known = new Set([...problem.courts, ...problem.umpires].map(({ id }) => id));
    const repeated = [...groupBy(placed, (at) => at.match.id)]
      .filter(([, places]) => places.length > 1)
      .map(([id, places]) => ({
        amount: places.length - 1,
        unit: 'match',
        parties: [id],
        message: `${id} stands in the timetable ${places.length} times.`,
      }));
    const unknown = placed.flatMap((at) =>
      [at.court, at.umpire]
        .filter((id) => id !== null && !known.has(id))
        .map((id) => ({
          amount: 1,
          unit: 'name',
          parties: [at.match.id, id!],
          message: `${at.match.id} names ${id}, which the tournament does not have.`,
        })),
    );
    return [...repeated, ...unknown];
  },
};
