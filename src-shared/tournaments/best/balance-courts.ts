import { type Draft, isPlaced } from './draft';
import type { Field } from './field';

/** Moves matches, at their time, from the most used court to a court with two fewer, while one is free then. Changes the draft. */
export function balanceCourts(field: Field, draft: Draft): void {
  const { courts } = field.problem;
  const own: number[][] = courts.map(() => []);
  for (const { index } of field.matches) if (draft.court[index]! >= 0) own[draft.court[index]!]!.push(index);
  const isFree = (court: number, match: number): boolean => {
    const start = draft.start[match]!;
    const end = draft.end[match]!;
    return (
      courts[court]!.open.some((span) => span.start <= start && end <= span.end) &&
      own[court]!.every(
        (other) => draft.end[other]! + field.changeover <= start || end + field.changeover <= draft.start[other]!,
      )
    );
  };
  const moveOne = (): boolean => {
    const byUse = courts
      .map((_, court) => court)
      .sort((one, other) => own[other]!.length - own[one]!.length || one - other);
    for (const from of byUse)
      for (const to of byUse.toReversed()) {
        if (own[to]!.length > own[from]!.length - 2) break;
        const match = own[from]!.find((one) => isOpen(field, draft, one) && isFree(to, one));
        if (match === undefined) continue;
        own[from]!.splice(own[from]!.indexOf(match), 1);
        own[to]!.push(match);
        draft.court[match] = to;
        return true;
      }
    return false;
  };
  // Every move lowers the sum of squared uses.
  while (moveOne());
}

function isOpen(field: Field, draft: Draft, match: number): boolean {
  const own = field.matches[match]!;
  return isPlaced(draft, match) && !own.isFact && own.fixedCourt < 0;
}
