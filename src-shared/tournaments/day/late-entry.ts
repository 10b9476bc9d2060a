import { failed, ok, type Result } from '../../base/result';
import { categoriesOf } from '../categories';
import { type Match, type Participant, participantSchema, type Slot, type TournamentDocument } from '../document';
import { entryOfSlot } from '../slot';

export interface LateEntry {
  readonly id: string;
  readonly name?: string;
  readonly club?: string | null;
  readonly category?: string | null;
}

/**
 * The document with one more entry and the matches that gives: in a knockout against somebody who has a bye, in a round robin or group
 * against everyone of the (smallest) group, in a Swiss category from the next drawn round on. The draw then stands in the document.
 */
export function addLateEntry(
  document: TournamentDocument,
  matches: readonly Match[],
  entry: LateEntry,
): Result<TournamentDocument, string> {
  if (document.participants.some(({ id }) => id === entry.id))
    return failed(`${entry.id} is in the tournament already.`);
  const participant = participantSchema.parse({ ...entry, category: entry.category ?? null });
  const withEntry = { ...document, participants: [...document.participants, participant] };
  const category = categoriesOf(withEntry).find(({ id }) => id === participant.category);
  if (!category) return failed(`There is no category ${String(participant.category)}.`);
  const own = matches.filter((match) => match.category === participant.category);
  switch (category.type) {
    case 'swiss':
      return ok({ ...withEntry, matches: [...matches] });
    case 'roundRobin':
    case 'groupsKnockout':
      return ok({ ...withEntry, matches: [...matches, ...groupMatches(document, own, participant)] });
    case 'knockout':
    case 'given':
      return takeBye(withEntry, matches, own, participant);
  }
}

/** Somebody who enters in the second round without having played gets an opponent in the first. */
function takeBye(
  document: TournamentDocument,
  matches: readonly Match[],
  own: readonly Match[],
  entry: Participant,
): Result<TournamentDocument, string> {
  const played = new Set(document.results.map(({ match }) => match));
  const firstRound = Math.min(...own.map(({ round }) => round));
  const atFirst = new Set(
    own.filter(({ round }) => round === firstRound).flatMap((match) => match.entries.map(entryOfSlot)),
  );
  for (const match of own.toReversed()) {
    if (match.round !== firstRound + 1 || played.has(match.id)) continue;
    const side = match.entries.findLastIndex((slot) => typeof slot === 'string' && !atFirst.has(slot));
    if (side < 0) continue;
    const id = freeId(matches, `${match.id}-late`);
    const added: Match = { ...match, id, round: firstRound, entries: [match.entries[side]!, entry.id] };
    const slots = match.entries.map((slot, at): Slot => (at === side ? { winnerOf: id } : slot));
    const fed: Match = { ...match, entries: [slots[0]!, slots[1]!] };
    const at = matches.findIndex((other) => other.category === match.category && other.round > firstRound);
    const changed = matches.map((other) => (other === match ? fed : other));
    return ok({ ...document, matches: changed.toSpliced(at, 0, added) });
  }
  return failed(`The draw has no bye left for ${entry.id}.`);
}

function groupMatches(document: TournamentDocument, own: readonly Match[], entry: Participant): Match[] {
  const gone = new Set(document.withdrawals.map((withdrawal) => withdrawal.entry));
  const members = new Map<string | null, Set<string>>();
  const isGroupStage = own.some(({ group }) => group !== null);
  for (const match of own) {
    if (isGroupStage && match.group === null) continue;
    const group = members.get(match.group) ?? new Set();
    members.set(match.group, group);
    for (const slot of match.entries) if (typeof slot === 'string') group.add(slot);
  }
  const [group, opponents] = [...members].sort(([, one], [, other]) => one.size - other.size)[0] ?? [
    null,
    new Set<string>(),
  ];
  const open = [...opponents].filter((opponent) => !gone.has(opponent));
  return open.map((opponent, index) => ({
    id: freeId(own, `${entry.id}-v-${opponent}`),
    round: index + 1,
    entries: [entry.id, opponent],
    category: entry.category,
    group,
  }));
}

function freeId(matches: readonly Match[], wanted: string): string {
  const taken = new Set(matches.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}${number}`;
  return id;
}
