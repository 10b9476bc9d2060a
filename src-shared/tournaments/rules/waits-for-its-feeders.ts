import { minutesBetween } from '../../time/instant';
import { isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** A match starts when the matches that decide who plays it have ended and their players have rested. Amount: minutes too early. */
export const waitsForItsFeeders: TournamentRule = {
  id: 'tournament.waitsForItsFeeders',
  sentence: 'A match starts when the matches that decide who plays it have ended and their players have rested.',
  check({ problem, placed }) {
    const placeOf = new Map(placed.map((at) => [at.match.index, at]));
    return placed.flatMap((at) => {
      if (isFact(at.match)) return [];
      return at.match.feeders.flatMap((index) => {
        const own = problem.matches[index]!;
        if (own.state === 'free') return [];
        const feeder = placeOf.get(index);
        const parties = [at.match.id, own.id];
        if (!feeder)
          return [
            { amount: 1, unit: 'match', parties, message: `${at.match.id} waits for ${own.id}, which has no time.` },
          ];
        const early = problem.restMinutes - minutesBetween(feeder.end, at.start);
        if (early <= 0) return [];
        return [
          minutesBreach(
            early,
            parties,
            `${at.match.id} would start ${early} min before the winner of ${own.id} has rested.`,
          ),
        ];
      });
    });
  },
};
