// When umpires cannot be neutral at these times, other times may allow it: two matches of one length exchange their places.
import { copyDraft, type Draft, isPlaced } from './draft';
import { fewestBreaches } from './fewest-breaches';
import type { Field, FieldMatch } from './field';
import { type PeopleBoard, peopleBoard } from './people-board';
import { breachesOf, rematchWaves, umpireTable } from './umpire-exchange';

/** A draft with fewer breaches and the same places in time, or null. `budget`: matches looked at, over all exchanges tried. */
export function improveTimes(field: Field, draft: Draft, budget: number): Draft | null {
  let current = copyDraft(draft);
  let breaches = breachesOf(field, current);
  let left = budget;
  let found = false;
  for (let improved = true; improved && breaches > 0 && left > 0; ) {
    improved = false;
    for (const match of field.matches) {
      if (!isBreached(match, current) || !canMove(match, current)) continue;
      for (const other of field.matches) {
        if (left <= 0) break;
        if (other === match || !canMove(other, current) || other.length !== match.length) continue;
        if (current.start[other.index] === current.start[match.index]) continue;
        left -= field.matches.length;
        if (!mayExchange(field, current, match, other)) continue;
        left -= LOOKS_PER_TRIAL * field.matches.length;
        const trial = exchanged(field, current, match, other);
        const after = trial && breachesOf(field, trial);
        if (trial === null || after === null || after >= breaches) continue;
        current = trial;
        breaches = after;
        improved = true;
        found = true;
        break;
      }
    }
  }
  return found ? current : null;
}

/** Giving umpires to every wave anew looks at a match about so many times. */
const LOOKS_PER_TRIAL = 30;

function isBreached(match: FieldMatch, draft: Draft): boolean {
  const umpire = draft.umpire[match.index]!;
  return umpire >= 0 && match.breach[umpire] === 1;
}

function canMove(match: FieldMatch, draft: Draft): boolean {
  return isPlaced(draft, match.index) && match.fixedStart === null && match.fixedCourt < 0 && match.fixedUmpire < 0;
}

/** Both keep what they wait for and what waits for them, and their players are free and rested. */
function mayExchange(field: Field, draft: Draft, one: FieldMatch, other: FieldMatch): boolean {
  const startNow = (index: number): number =>
    draft.start[index === one.index ? other.index : index === other.index ? one.index : index]!;
  const endNow = (index: number): number =>
    draft.end[index === one.index ? other.index : index === other.index ? one.index : index]!;
  const inOrder = field.matches.every((match) => {
    if (match.isFact || !isPlaced(draft, match.index)) return true;
    const concerned = match === one || match === other;
    const waits = (index: number, rest: number): boolean =>
      (!concerned && index !== one.index && index !== other.index) ||
      !isPlaced(draft, index) ||
      startNow(match.index) >= endNow(index) + rest;
    return (
      match.feeders.every((index) => waits(index, field.rest)) && match.roundBefore.every((index) => waits(index, 0))
    );
  });
  return inOrder && playersAllow(field, draft, one, other);
}

function playersAllow(field: Field, draft: Draft, one: FieldMatch, other: FieldMatch): boolean {
  const people: PeopleBoard = peopleBoard(field);
  for (const match of field.matches)
    if (match !== one && match !== other && isPlaced(draft, match.index))
      people.play(match, draft.start[match.index]!, draft.end[match.index]!);
  if (!people.canPlay(one, draft.start[other.index]!, draft.end[other.index]!)) return false;
  people.play(one, draft.start[other.index]!, draft.end[other.index]!);
  return people.canPlay(other, draft.start[one.index]!, draft.end[one.index]!);
}

/** With the cheapest umpires for the new times; null when somebody finds none. */
function exchanged(field: Field, draft: Draft, one: FieldMatch, other: FieldMatch): Draft | null {
  const trial = copyDraft(draft);
  for (const part of [trial.start, trial.end, trial.court, trial.umpire]) {
    const kept = part[one.index]!;
    part[one.index] = part[other.index]!;
    part[other.index] = kept;
  }
  const table = umpireTable(field, trial);
  if (fewestBreaches(field, trial, table) >= breachesOf(field, draft)) return null;
  rematchWaves(field, trial, table);
  const valid = field.matches.every(
    ({ index }) =>
      trial.umpire[index]! < 0 ||
      (table.eligible[index]!.includes(trial.umpire[index]!) &&
        table.overlapping[index]!.every((at) => trial.umpire[at] !== trial.umpire[index])),
  );
  return valid ? trial : null;
}
