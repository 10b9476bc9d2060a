// How a match is spoken of: number, category, round, and who stands on either side.
import type { Match, Slot } from './document';
import type { TournamentProblem } from './problem';
import { entryIn, type ResolvedSlot, resolveMatches } from './resolve';
import { type RoundName, roundNames } from './round-names';
import { feederOfSlot } from './slot';

export interface MatchWords {
  readonly id: string;
  /** As people call it; null before the first timetable. */
  readonly number: number | null;
  readonly category: string | null;
  readonly round: RoundName;
  readonly sides: readonly [SideWords, SideWords];
  /** "MS QF 23": what of category, round and number there is. */
  readonly title: string;
}

export interface SideWords {
  /** The name, "Winner of 5", "Loser of 5", "2nd of group A", "To be drawn", "No opponent". */
  readonly text: string;
  /** The entry that stands there for certain; null while it is undecided. */
  readonly entry: string | null;
  /** The match that decides it; null when it is decided or comes from somewhere else. */
  readonly from: string | null;
}

export function matchWords(problem: TournamentProblem): ReadonlyMap<string, MatchWords> {
  const matches = problem.matches.map(({ match }) => match);
  const rounds = roundNames(matches);
  const numbers = new Map(matches.map(({ id, number }) => [id, number ?? null]));
  const nameOfMatch = (id: string): string => String(numbers.get(id) ?? id);
  const sideOf = (slot: ResolvedSlot): SideWords => {
    const entry = entryIn(slot);
    if (entry !== null) return { text: problem.nameOf(entry), entry, from: null };
    if (slot === 'nobody') return { text: 'No opponent', entry: null, from: null };
    const open = slot as Slot;
    return { text: openSide(open, nameOfMatch), entry: null, from: feederOfSlot(open) };
  };
  return new Map(
    resolveMatches(matches, problem.document).map(({ match, slots }) => {
      const round = rounds.get(match.id)!;
      const number = match.number ?? null;
      const title = [match.category, round.short, number].filter((part) => part !== null).join(' ');
      return [
        match.id,
        { id: match.id, number, category: match.category, round, sides: [sideOf(slots[0]), sideOf(slots[1])], title },
      ];
    }),
  );
}

function openSide(slot: Match['entries'][number], nameOfMatch: (id: string) => string): string {
  if (slot === null || typeof slot === 'string') return 'To be drawn';
  if ('winnerOf' in slot) return `Winner of ${nameOfMatch(String(slot.winnerOf))}`;
  if ('loserOf' in slot) return `Loser of ${nameOfMatch(String(slot.loserOf))}`;
  return `${ordinal(Number(slot.place))} of group ${String(slot.group)}`;
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st. */
function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}
