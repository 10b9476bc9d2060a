// What results and withdrawals have decided: winners stand where they go next, and matches that nobody has to play are seen as such.
import type { Match, MatchResult, Slot, TournamentDocument } from './document';
import { entryOfSlot, feederOfSlot, groupOfSlot, isOfGroup } from './slot';
import { standingsOf } from './standings';

/** `free`: won without play, because a side left or never came. */
export type MatchState = 'open' | 'running' | 'played' | 'free';

export interface ResolvedMatch {
  readonly match: Match;
  readonly state: MatchState;
  /** As in the match, with everything that is decided replaced by the entry; `nobody` for a side that will not come. */
  readonly slots: readonly [ResolvedSlot, ResolvedSlot];
  readonly result: MatchResult | null;
}

export type ResolvedSlot = Slot | 'nobody' | { readonly entry: string };

/** Every match of the draw with what is known now. Follows feeders, so matches may stand in any order. */
export function resolveMatches(
  matches: readonly Match[],
  document: Pick<TournamentDocument, 'results' | 'withdrawals'>,
): ResolvedMatch[] {
  const results = new Map(document.results.map((result) => [result.match, result]));
  const gone = new Set(document.withdrawals.map(({ entry }) => entry));
  const byId = new Map(matches.map((match) => [match.id, match]));
  const resolved = new Map<string, ResolvedMatch>();

  const resolve = (match: Match): ResolvedMatch => {
    const known = resolved.get(match.id);
    if (known) return known;
    const slots = [slotNow(match, match.entries[0]), slotNow(match, match.entries[1])] as const;
    const result = results.get(match.id) ?? null;
    const made: ResolvedMatch = { match, slots, result, state: stateOf(slots, result, gone) };
    resolved.set(match.id, made);
    return made;
  };

  const slotNow = (match: Match, slot: Slot): ResolvedSlot => {
    const entry = entryOfSlot(slot);
    if (entry !== null) return { entry };
    const feeder = byId.get(feederOfSlot(slot) ?? '');
    if (feeder)
      return comesFrom(resolve(feeder), typeof slot === 'object' && slot !== null && 'winnerOf' in slot) ?? slot;
    const group = groupOfSlot(slot);
    return group === null ? slot : (placeNow(match, slot, group) ?? slot);
  };

  /** Null while it is undecided. */
  const comesFrom = (feeder: ResolvedMatch, asWinner: boolean): ResolvedSlot | null => {
    const { slots, result } = feeder;
    if (result?.winner && result.kind !== 'running') {
      if (asWinner) return { entry: result.winner };
      return slots.find((slot) => !isEntry(slot, result.winner!)) ?? null;
    }
    if (feeder.state !== 'free') return null;
    const stays = slots.find((slot) => !isOut(slot, gone));
    return asWinner && stays !== undefined ? stays : 'nobody';
  };

  const placeNow = (match: Match, slot: Slot, group: string): ResolvedSlot | null => {
    const own = matches.filter((other) => isOfGroup(other, group, match.category));
    const done = own.every((other) => {
      const result = results.get(other.id);
      return (result && result.kind !== 'running') || resolve(other).state === 'free';
    });
    if (!done || own.length === 0) return null;
    const entries = [
      ...new Set(own.flatMap((other) => other.entries.map(entryOfSlot).filter((entry) => entry !== null))),
    ];
    const place = typeof slot === 'object' && slot !== null && typeof slot.place === 'number' ? slot.place : 0;
    const standing = standingsOf(
      entries.filter((entry) => !gone.has(entry)),
      own,
      (id) => results.get(id),
    )[place - 1];
    return standing ? { entry: standing.entry } : 'nobody';
  };

  return matches.map(resolve);
}

export function isEntry(slot: ResolvedSlot, entry: string): boolean {
  return entryIn(slot) === entry;
}

/** The entry that stands there for certain; null while it is undecided or when nobody comes. */
export function entryIn(slot: ResolvedSlot): string | null {
  return slot !== null && typeof slot === 'object' && typeof slot.entry === 'string' ? slot.entry : null;
}

function isOut(slot: ResolvedSlot, gone: ReadonlySet<string>): boolean {
  const entry = entryIn(slot);
  return slot === 'nobody' || (entry !== null && gone.has(entry));
}

function stateOf(slots: readonly ResolvedSlot[], result: MatchResult | null, gone: ReadonlySet<string>): MatchState {
  if (result?.kind === 'running') return 'running';
  if (result?.kind === 'walkover') return 'free';
  if (result) return 'played';
  return slots.some((slot) => isOut(slot, gone)) ? 'free' : 'open';
}
