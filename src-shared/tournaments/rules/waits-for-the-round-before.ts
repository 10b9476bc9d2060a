import { minutesBetween } from '../../time/instant';
import { isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** A round starts when the round before it in its category has ended, unless rounds are no rule. Amount: minutes too early. */
export const waitsForTheRoundBefore: TournamentRule = {
  id: 'tournament.waitsForTheRoundBefore',
  sentence: 'A round starts when the round before it in its category has ended, unless rounds are no rule.',
  check({ problem, placed }) {
    const placeOf = new Map(placed.map((at) => [at.match.index, at]));
    return placed.flatMap((at) => {
      if (isFact(at.match)) return [];
      return at.match.roundBefore.flatMap((index) => {
        const own = problem.matches[index]!;
        if (own.state === 'free') return [];
        const earlier = placeOf.get(index);
        const parties = [at.match.id, own.id];
        if (!earlier)
          return [
            {
              amount: 1,
              unit: 'match',
              parties,
              message: `${at.match.id} waits for the round of ${own.id}, which has no time.`,
            },
          ];
        const early = minutesBetween(at.start, earlier.end);
        if (early <= 0) return [];
        return [
          minutesBreach(
            early,
            parties,
            `${at.match.id} would start ${early} min before ${own.id} of the round before has ended.`,
          ),
        ];
      });
    });
  },
};
