// Where somebody who comes late gets in: what a desk would do, the smallest change first.
import { categoriesOf } from '../categories';
import type { Match, TournamentDocument } from '../document';
import { entryOfSlot, feedersOf } from '../slot';

type Side = 0 | 1;

export type LatePlace =
  /** Stands wherever somebody stood who withdrew before playing. */
  | { readonly kind: 'replaces'; readonly entry: string }
  /** Plays whoever would have gone on to this match without one. */
  | { readonly kind: 'bye'; readonly against: string; readonly match: string; readonly side: Side }
  /** The draw was full: a round before the first one, in which this one match is played. */
  | { readonly kind: 'enlarges'; readonly against: string; readonly match: string; readonly side: Side }
  /** Plays everyone of the group; null is the only one. */
  | { readonly kind: 'group'; readonly group: string | null; readonly opponents: readonly string[] }
  /** Is paired from this round on, the first that is not drawn yet. */
  | { readonly kind: 'nextRound'; readonly round: number }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Latecomer {
  readonly category: string | null;
  readonly club: string | null;
}

export function latePlace(
  document: TournamentDocument,
  matches: readonly Match[],
  { category, club }: Latecomer,
): LatePlace {
  const plan = categoriesOf(document).find(({ id }) => id === category);
  if (!plan) return { kind: 'refused', reason: `There is no category ${String(category)}.` };
  const own = matches.filter((match) => match.category === category);
  if (own.length === 0) return { kind: 'refused', reason: 'Nothing is drawn yet: add the entry in the set-up.' };
  const played = new Set(document.results.map(({ match }) => match));
  const free = placeOfWithdrawn(document, own, played);
  if (free) return free;
  switch (plan.type) {
    case 'swiss': {
      const open = own.filter(({ entries }) => entries.includes(null));
      return open.length > 0
        ? { kind: 'nextRound', round: firstRoundOf(open) }
        : { kind: 'refused', reason: 'The last round is drawn already.' };
    }
    case 'roundRobin':
    case 'groupsKnockout':
      return groupPlace(document, own, played);
    case 'knockout':
    case 'given':
      return byePlace(own, played) ?? newFirstRound(document, own, played, club);
  }
}

/** Somebody who withdrew without having played, and whose absence has decided nothing that was played since. */
function placeOfWithdrawn(
  document: TournamentDocument,
  own: readonly Match[],
  played: ReadonlySet<string>,
): LatePlace | null {
  const isTouched = (match: Match): boolean =>
    played.has(match.id) || own.some((next) => played.has(next.id) && feedersOf(next, own).includes(match.id));
  for (const { entry } of document.withdrawals) {
    const theirs = own.filter(({ entries }) => entries.includes(entry));
    if (theirs.length > 0 && !theirs.some(isTouched)) return { kind: 'replaces', entry };
  }
  return null;
}

/** The lowest of those who enter in the second round without having played. */
function byePlace(own: readonly Match[], played: ReadonlySet<string>): LatePlace | null {
  const firstRound = firstRoundOf(own);
  const atFirst = new Set(
    own.filter(({ round }) => round === firstRound).flatMap(({ entries }) => entries.map(entryOfSlot)),
  );
  for (const match of own.toReversed()) {
    if (match.round !== firstRound + 1 || played.has(match.id)) continue;
    const side = match.entries.findLastIndex((slot) => typeof slot === 'string' && !atFirst.has(slot));
    if (side < 0) continue;
    return { kind: 'bye', against: String(match.entries[side]), match: match.id, side: side as Side };
  }
  return null;
}

/** Against an entry of the first round without a seed, the last one of another club if there is any. Only while nothing is played. */
function newFirstRound(
  document: TournamentDocument,
  own: readonly Match[],
  played: ReadonlySet<string>,
  club: string | null,
): LatePlace {
  const begun = own.filter(({ id }) => played.has(id)).length;
  if (begun > 0)
    return {
      kind: 'refused',
      reason: `The draw is full, and ${begun === 1 ? '1 match has' : `${begun} matches have`} begun. Only the place of somebody who withdraws before playing can still be taken.`,
    };
  const entryById = new Map(document.participants.map((entry) => [entry.id, entry]));
  const firstRound = firstRoundOf(own);
  const lines = own
    .filter(({ round }) => round === firstRound)
    .flatMap(({ id, entries }) =>
      entries.flatMap((slot, side) => {
        const entry = entryById.get(entryOfSlot(slot) ?? '');
        return entry ? [{ match: id, side: side as Side, entry }] : [];
      }),
    );
  const isUnseeded = ({ entry }: (typeof lines)[number]): boolean => entry.seed === null;
  const line =
    lines.findLast((one) => isUnseeded(one) && (club === null || one.entry.club !== club)) ??
    lines.findLast(isUnseeded) ??
    lines.toSorted((one, other) => one.entry.seed! - other.entry.seed!).at(-1);
  return line
    ? { kind: 'enlarges', against: line.entry.id, match: line.match, side: line.side }
    : { kind: 'refused', reason: 'Nobody stands in the first round yet.' };
}

/** The smallest group, while its places decide nothing that is played. */
function groupPlace(document: TournamentDocument, own: readonly Match[], played: ReadonlySet<string>): LatePlace {
  const gone = new Set(document.withdrawals.map(({ entry }) => entry));
  const isGroupStage = own.some(({ group }) => group !== null);
  const members = new Map<string | null, Set<string>>();
  for (const match of own) {
    if (isGroupStage && match.group === null) {
      if (played.has(match.id)) return { kind: 'refused', reason: 'The groups are over: the knockout has begun.' };
      continue;
    }
    const group = members.get(match.group) ?? new Set();
    members.set(match.group, group);
    for (const slot of match.entries) if (typeof slot === 'string') group.add(slot);
  }
  const [smallest] = [...members].sort(([, one], [, other]) => one.size - other.size);
  if (!smallest) return { kind: 'refused', reason: 'There is no group to join.' };
  const [group, everyone] = smallest;
  return { kind: 'group', group, opponents: [...everyone].filter((entry) => !gone.has(entry)) };
}

export function firstRoundOf(matches: readonly Match[]): number {
  return Math.min(...matches.map(({ round }) => round));
}
