// Umpires without a pause for too long, and umpires who may meet their own club: exchanged away where breaches and loads stay what they are.
import type { Draft } from './draft';
import type { Field } from './field';
import type { UmpireTable } from './umpire-exchange';

/** Two umpires exchange two matches (or a match and nothing, two loads apart by one) while that lowers the levels below the load. Changes the draft. */
export function improveRows(field: Field, draft: Draft, table: UmpireTable, budget: number): void {
  const most = field.problem.document.options.umpireMaxInRow;
  // By umpire, in the order of the starts.
  const own: number[][] = field.problem.umpires.map(() => []);
  const byStart = field.matches.map(({ index }) => index).sort((one, other) => draft.start[one]! - draft.start[other]!);
  for (const match of byStart) if (draft.umpire[match]! >= 0) own[draft.umpire[match]!]!.push(match);

  const excessOf = (umpire: number): number => {
    let excess = 0;
    let row = 0;
    let end = Number.NaN;
    for (const match of own[umpire]!) {
      row = draft.start[match] === end ? row + 1 : 1;
      end = draft.end[match]!;
      if (row > most) excess += 1;
    }
    return excess;
  };
  const mayBreach = (match: number, umpire: number): number => field.matches[match]!.mayBreach[umpire]!;
  const breach = (match: number, umpire: number): number => field.matches[match]!.breach[umpire]!;
  const give = (match: number, from: number, to: number): void => {
    own[from]!.splice(own[from]!.indexOf(match), 1);
    const after = own[to]!.findIndex((other) => draft.start[other]! > draft.start[match]!);
    own[to]!.splice(after < 0 ? own[to]!.length : after, 0, match);
    draft.umpire[match] = to;
  };
  const fits = (match: number, umpire: number, except: number): boolean =>
    table.eligible[match]!.includes(umpire) &&
    table.overlapping[match]!.every((other) => other === except || draft.umpire[other] !== umpire);

  let left = budget;
  let improved = true;
  while (improved && left > 0) {
    improved = false;
    const excess = own.map((_, umpire) => excessOf(umpire));
    for (const { index: match } of field.matches) {
      const umpire = draft.umpire[match]!;
      if (umpire < 0 || (excess[umpire] === 0 && mayBreach(match, umpire) === 0)) continue;
      for (const other of partnersOf(field, draft, table, match)) {
        if (left <= 0) return;
        left -= 1;
        const theirs = draft.umpire[other]!;
        if (!fits(match, theirs, other) || !fits(other, umpire, match)) continue;
        if (breach(match, theirs) + breach(other, umpire) > breach(match, umpire) + breach(other, theirs)) continue;
        const before = excess[umpire]! + excess[theirs]!;
        const mayBefore = mayBreach(match, umpire) + mayBreach(other, theirs);
        const mayAfter = mayBreach(match, theirs) + mayBreach(other, umpire);
        if (before === 0 && mayAfter >= mayBefore) continue;
        give(match, umpire, theirs);
        give(other, theirs, umpire);
        const after = excessOf(umpire) + excessOf(theirs);
        if (after < before || (after === before && mayAfter < mayBefore)) {
          excess[umpire] = excessOf(umpire);
          excess[theirs] = excessOf(theirs);
          improved = true;
          break;
        }
        give(match, theirs, umpire);
        give(other, umpire, theirs);
      }
    }
  }
}

/** Matches of other umpires to exchange with: those at the same time first, then all others. */
function partnersOf(field: Field, draft: Draft, table: UmpireTable, match: number): number[] {
  const own = draft.umpire[match]!;
  const sameTime = table.overlapping[match]!;
  const isSameTime = new Set(sameTime);
  const rest = field.matches.map(({ index }) => index).filter((other) => !isSameTime.has(other) && other !== match);
  return [...sameTime, ...rest].filter((other) => draft.umpire[other]! >= 0 && draft.umpire[other] !== own);
}
