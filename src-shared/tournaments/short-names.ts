// Names as they stand in a block of the board: the family name, unless that could be two people.
import type { TournamentDocument } from './document';

/** By entry, umpire and court; an id that has no name is its own name. */
export function shortNames(
  document: Pick<TournamentDocument, 'participants' | 'umpires' | 'courts'>,
): ReadonlyMap<string, string> {
  const named = [...document.participants, ...document.umpires];
  const fullNames = new Map<string, Set<string>>();
  for (const { id, name } of named)
    for (const person of peopleIn(name ?? id)) {
      const family = familyName(person);
      fullNames.set(family, (fullNames.get(family) ?? new Set()).add(person));
    }
  const short = (person: string): string => {
    const family = familyName(person);
    if ((fullNames.get(family)?.size ?? 0) < 2) return family;
    return family === person ? person : `${person.charAt(0)}. ${family}`;
  };
  return new Map([
    ...named.map(
      ({ id, name }) =>
        [
          id,
          peopleIn(name ?? id)
            .map(short)
            .join(' / '),
        ] as const,
    ),
    ...document.courts.map(({ id, name }) => [id, name ?? id] as const),
  ]);
}

/** By person, as the entries name them: "Kim / Frey" names two. Two-person entries give names in the order of their players. */
export function personNames(
  document: Pick<TournamentDocument, 'participants' | 'umpires'>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const umpire of document.umpires) if (umpire.player !== null) names.set(umpire.player, umpire.name ?? umpire.id);
  for (const entry of document.participants) {
    const players = entry.players ?? [entry.id];
    const people = peopleIn(entry.name ?? entry.id);
    players.forEach((player, index) => {
      const name = people.length === players.length ? people[index] : undefined;
      if (name !== undefined) names.set(player, name);
      else if (!names.has(player)) names.set(player, player);
    });
  }
  return names;
}

function peopleIn(name: string): string[] {
  return name
    .split('/')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The last word of a name that looks like a person's: "SC Ost", "Hafen 04" and "Team 3" stay whole. */
function familyName(name: string): string {
  const words = name.split(/\s+/);
  const isPerson =
    words.length > 1 &&
    words.length < 5 &&
    words.every((word) => /^[\p{L}.'’-]+$/u.test(word)) &&
    !words.some((word) => /^\p{Lu}{2,}$/u.test(word)) &&
    /^\p{Lu}/u.test(words.at(-1)!);
  return isPerson ? words.at(-1)! : name;
}
