import type { Breach } from '../../engine/hard-rule';
import { fixedPlaceOf } from '../fixed-place';
import type { TournamentRule } from './timetable-view';

/** Pinned and played matches never move. Amount: parts (time, court, umpire) that differ. */
export const keepsWhatIsFixed: TournamentRule = {
  id: 'tournament.keepsWhatIsFixed',
  sentence: 'Pinned and played matches never move.',
  check({ problem, placed }) {
    const placeOf = new Map(placed.map((at) => [at.match.index, at]));
    return problem.matches.flatMap((match): Breach[] => {
      const fixed = fixedPlaceOf(problem, match);
      const at = placeOf.get(match.index);
      if (match.state === 'free' || (fixed.start === null && fixed.court === null && fixed.umpire === null)) return [];
      const differing = [
        fixed.start !== null && at?.start !== fixed.start ? 'time' : '',
        fixed.court !== null && at?.court !== fixed.court ? 'court' : '',
        fixed.umpire !== null && at?.umpire !== fixed.umpire ? 'umpire' : '',
      ].filter((part) => part !== '');
      if (differing.length === 0) return [];
      const message = `${match.id} is ${fixed.isFact ? 'played' : 'pinned'}: its ${differing.join(' and ')} cannot change.`;
      return [{ amount: differing.length, unit: 'part', parties: [match.id], message }];
    });
  },
};
