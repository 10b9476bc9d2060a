import { overlapMinutes, overlaps } from '../../time/span';
import { isFact, minutesBreach, type TournamentRule } from './timetable-view';

/** Nobody plays while away. Amount: minutes away. */
export const playersAreThere: TournamentRule = {
  id: 'tournament.playersAreThere',
  sentence: 'Nobody plays while away.',
  check({ problem, placed }) {
    if (problem.away.size === 0) return [];
    return placed.flatMap((at) => {
      if (isFact(at.match)) return [];
      return at.match.players.flatMap((player) =>
        (problem.away.get(player) ?? [])
          .filter((span) => overlaps(span, at))
          .map((span) => {
            const minutes = overlapMinutes(span, at);
            const message = `${problem.nameOf(player)} is away for ${minutes} min of ${at.match.id}.`;
            return minutesBreach(minutes, [at.match.id, player], message);
          }),
      );
    });
  },
};
