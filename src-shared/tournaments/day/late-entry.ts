import { failed, ok, type Result } from '../../base/result';
import { type Match, type Participant, participantSchema, type Slot, type TournamentDocument } from '../document';
import { type LatePlace, latePlace } from './late-place';

export interface LateEntry {
  readonly id: string;
  readonly name?: string;
  readonly club?: string | null;
  readonly category?: string | null;
}

/** The document with one more entry, at its place in the draw; the draw then stands in the document. */
export function addLateEntry(
  document: TournamentDocument,
  matches: readonly Match[],
  entry: LateEntry,
): Result<TournamentDocument, string> {
  if (document.participants.some(({ id }) => id === entry.id))
    return failed(`${entry.id} is in the tournament already.`);
  const participant = participantSchema.parse({ ...entry, category: entry.category ?? null });
  const place = latePlace(document, matches, participant);
  if (place.kind === 'refused') return failed(place.reason);
  const joined = place.kind === 'nextRound' ? { ...participant, fromRound: place.round } : participant;
  const participants = [...document.participants, joined];
  return ok({ ...document, participants, matches: withEntry(matches, participant, place) });
}

function withEntry(
  matches: readonly Match[],
  entry: Participant,
  place: Exclude<LatePlace, { readonly kind: 'refused' }>,
): Match[] {
  switch (place.kind) {
    case 'replaces':
      return matches.map((match) =>
        isOwn(match, entry) ? withSlots(match, (slot) => (slot === place.entry ? entry.id : slot)) : match,
      );
    case 'nextRound':
      return [...matches];
    case 'group':
      return [...matches, ...groupMatches(matches, entry, place)];
    case 'bye':
      return withMatchBefore(matches, entry, place);
    case 'enlarges': {
      const later = matches.map((match) => (isOwn(match, entry) ? { ...match, round: match.round + 1 } : match));
      return withMatchBefore(later, entry, place);
    }
  }
}

/** One match more, in the round before the one that its winner goes to; it stands before that round in the list. */
function withMatchBefore(
  matches: readonly Match[],
  entry: Participant,
  { against, match: id, side }: { readonly against: string; readonly match: string; readonly side: 0 | 1 },
): Match[] {
  const fed = matches.find((match) => match.id === id)!;
  const added: Match = {
    id: freeId(matches, `${id}-late`),
    round: fed.round - 1,
    entries: [against, entry.id],
    category: fed.category,
    group: fed.group,
  };
  const changed = matches.map((match) =>
    match === fed ? withSlots(match, (slot, at) => (at === side ? { winnerOf: added.id } : slot)) : match,
  );
  return changed.toSpliced(
    matches.findIndex((match) => match.category === fed.category && match.round === fed.round),
    0,
    added,
  );
}

function groupMatches(
  matches: readonly Match[],
  entry: Participant,
  { group, opponents }: { readonly group: string | null; readonly opponents: readonly string[] },
): Match[] {
  return opponents.map((opponent, index) => ({
    id: freeId(matches, `${entry.id}-v-${opponent}`),
    round: index + 1,
    entries: [entry.id, opponent],
    category: entry.category,
    group,
  }));
}

function withSlots(match: Match, change: (slot: Slot, side: number) => Slot): Match {
  const [one, other] = match.entries;
  return { ...match, entries: [change(one, 0), change(other, 1)] };
}

function isOwn(match: Match, { category }: Participant): boolean {
  return match.category === category;
}

function freeId(matches: readonly Match[], wanted: string): string {
  const taken = new Set(matches.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}${number}`;
  return id;
}
