// Which of the matches that could start now do start: the most urgent ones that courts, players and umpires allow, all together.
import type { CourtBoard } from './court-board';
import type { Field, FieldMatch } from './field';
import type { PeopleBoard } from './people-board';
import { type WaveMatching, waveMatching } from './wave-matching';

export interface WaveChoice {
  readonly field: Field;
  readonly people: PeopleBoard;
  readonly courts: CourtBoard;
  readonly at: number;
  /** The most urgent first; each could start now if it were alone. */
  readonly candidates: readonly FieldMatch[];
  /** Most matches to start now. */
  readonly room: number;
  /** Take the most urgent set that has neutral umpires first, and fill up with others after. */
  readonly clubsFirst: boolean;
  /** By match: it may go without an umpire. */
  readonly umpireOptional: Uint8Array;
}

export interface Chosen {
  readonly match: FieldMatch;
  readonly court: number;
  readonly end: number;
  /** Who could umpire it. */
  readonly umpires: readonly number[];
}

/** Players and courts of the chosen are on their boards afterwards; umpires are not. */
export function chooseWave(choice: WaveChoice): Chosen[] {
  const { field, people, courts, at, candidates, room } = choice;
  const chosen: Chosen[] = [];
  const blocked = new Set<number>();
  const eligible = new Map<FieldMatch, number[]>();
  let neutralOnly = choice.clubsFirst && field.problem.respectClubs;
  let matching = waveMatching(field.problem.umpires.length);

  const umpiresFor = (match: FieldMatch): readonly number[] => {
    const known = eligible.get(match);
    const free =
      known ??
      (match.fixedUmpire >= 0 ? [match.fixedUmpire] : match.umpires).filter((umpire) =>
        people.canUmpire(umpire, at, at + match.length),
      );
    if (!known) eligible.set(match, free);
    return free.filter((umpire) => !blocked.has(umpire) && !(neutralOnly && match.breach[umpire] === 1));
  };

  const needsUmpire = (match: FieldMatch): boolean =>
    field.problem.umpires.length > 0 && choice.umpireOptional[match.index] === 0;

  const rematch = (matches: readonly FieldMatch[]): WaveMatching | null => {
    const fresh = waveMatching(field.problem.umpires.length);
    return matches.every((match) => !needsUmpire(match) || fresh.take(match.index, umpiresFor(match))) ? fresh : null;
  };

  const takeUmpire = (match: FieldMatch): boolean => {
    const own = match.watched
      .map(({ person }) => field.umpireOfPerson[person]!)
      .filter((umpire) => umpire >= 0 && !blocked.has(umpire));
    if (own.length === 0) return !needsUmpire(match) || matching.take(match.index, umpiresFor(match));
    for (const umpire of own) blocked.add(umpire);
    const fresh = rematch([...chosen.map((one) => one.match), match]);
    if (fresh) matching = fresh;
    else for (const umpire of own) blocked.delete(umpire);
    return fresh !== null;
  };

  const fill = (): void => {
    const isIn = new Set(chosen.map(({ match }) => match));
    for (const match of candidates) {
      if (chosen.length >= room) return;
      const end = at + match.length;
      if (isIn.has(match) || !people.canPlay(match, at, end)) continue;
      const court = match.fixedCourt >= 0 ? match.fixedCourt : courts.leastUsed(at, end);
      const hasCourt = field.problem.courts.length === 0 || (court >= 0 && courts.isFree(court, at, end));
      if (!hasCourt || !takeUmpire(match)) continue;
      people.play(match, at, end);
      if (court >= 0) courts.reserve(court, at, end);
      chosen.push({ match, court, end, umpires: [] });
    }
  };

  fill();
  if (neutralOnly) {
    neutralOnly = false;
    matching = rematch(chosen.map(({ match }) => match)) ?? matching;
    fill();
  }
  return chosen.map((one) => ({ ...one, umpires: umpiresFor(one.match) }));
}
