// Reading a slot: who stands in a match, and which matches must be played before that is known.
import type { Match, Slot } from './document';

/** The entry that stands there for certain; null while it is undecided. */
export function entryOfSlot(slot: Slot): string | null {
  return typeof slot === 'string' ? slot : null;
}

/** The match whose winner or loser comes here; null for every other slot. */
export function feederOfSlot(slot: Slot): string | null {
  if (slot === null || typeof slot === 'string') return null;
  if ('winnerOf' in slot && typeof slot.winnerOf === 'string') return slot.winnerOf;
  return 'loserOf' in slot && typeof slot.loserOf === 'string' ? slot.loserOf : null;
}

/** The group whose place comes here; null for every other slot. */
export function groupOfSlot(slot: Slot): string | null {
  if (slot === null || typeof slot === 'string') return null;
  return 'group' in slot && typeof slot.group === 'string' ? slot.group : null;
}

/** The ids of all matches that decide who plays this one, direct ones only. */
export function feedersOf(match: Match, matches: readonly Match[]): string[] {
  const found = new Set<string>();
  for (const slot of match.entries) {
    const feeder = feederOfSlot(slot);
    const group = groupOfSlot(slot);
    if (feeder !== null) found.add(feeder);
    if (group !== null) for (const other of matches) if (isOfGroup(other, group, match.category)) found.add(other.id);
    // A match that is drawn from the standings (Swiss) waits for the whole round before it.
    if (slot === null)
      for (const other of matches)
        if (other.category === match.category && other.round === match.round - 1) found.add(other.id);
  }
  return [...found];
}

export function isOfGroup(match: Match, group: string, category: string | null): boolean {
  return match.group === group && match.category === category;
}
