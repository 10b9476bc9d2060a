// Where every watched person is, so that "may he play then?" is a look at a handful of spans.
import type { Field, FieldMatch } from './field';

interface Stay {
  readonly match: number;
  readonly start: number;
  readonly end: number;
  /** The ways of a player; null while umpiring. */
  readonly ways: readonly number[] | null;
}

export interface PeopleBoard {
  /** Every watched person of the match could play it from `start` on. */
  canPlay(match: FieldMatch, start: number, end: number): boolean;
  /** The umpire is not (perhaps) playing, nor umpiring, meanwhile. */
  canUmpire(umpire: number, start: number, end: number): boolean;
  play(match: FieldMatch, start: number, end: number): void;
  umpire(umpire: number, match: number, start: number, end: number): void;
  leave(match: FieldMatch, umpire: number): void;
}

export function peopleBoard(field: Field): PeopleBoard {
  const playing: Stay[][] = Array.from({ length: field.people }, () => []);
  const umpiring: Stay[][] = field.problem.umpires.map(() => []);
  const duty = field.problem.umpires.map(({ available }) => available);
  const overlapping = (stays: readonly Stay[], start: number, end: number, slack: number): Stay | undefined =>
    stays.find((stay) => stay.start < end + slack && start < stay.end + slack);

  return {
    canPlay(match, start, end) {
      return match.watched.every(({ person, ways, certain }) => {
        const inTheWay = playing[person]!.some(
          (stay) => stay.start < end + field.rest && start < stay.end + field.rest && mayBeBoth(ways, stay.ways!),
        );
        if (inTheWay) return false;
        const umpire = field.umpireOfPerson[person]!;
        if (umpire >= 0 && overlapping(umpiring[umpire]!, start, end, 0)) return false;
        return !certain || field.away[person]!.every((span) => span.start >= end || span.end <= start);
      });
    },
    canUmpire(umpire, start, end) {
      if (overlapping(umpiring[umpire]!, start, end, 0)) return false;
      if (!duty[umpire]!.some((span) => span.start <= start && end <= span.end)) return false;
      const person = field.personOfUmpire[umpire]!;
      return person < 0 || !overlapping(playing[person]!, start, end, 0);
    },
    play(match, start, end) {
      for (const { person, ways } of match.watched) playing[person]!.push({ match: match.index, start, end, ways });
    },
    umpire(umpire, match, start, end) {
      umpiring[umpire]!.push({ match, start, end, ways: null });
    },
    leave(match, umpire) {
      const drop = (stays: Stay[]): void => {
        const at = stays.findIndex((stay) => stay.match === match.index);
        if (at >= 0) stays.splice(at, 1);
      };
      for (const { person } of match.watched) drop(playing[person]!);
      if (umpire >= 0) drop(umpiring[umpire]!);
    },
  };
}

/** Two different ways may both happen; the same single way happens one after the other or not at all. */
function mayBeBoth(one: readonly number[], other: readonly number[]): boolean {
  return one.length > 1 || other.length > 1 || one[0] !== other[0];
}
