// Umpires for a timetable whose times are fixed. Where matches that run at the same time form waves (any two of a wave overlap, no two of
// different waves do) this is a min-cost flow: match -> umpire in a wave (once) -> umpire, with a convex cost on an umpire's load.
// A flow is cheapest when its residual network has no cheaper path; so starting from waves that are cheapest each, exchanges along
// residual paths that cost nothing and take a match from an umpire who has two more than another lead to the least loads exactly:
// the load vectors of cheapest flows are M-convex (K. Murota, "Discrete Convex Analysis", 2003), where no better neighbour means no better at all.
// Where times do not form waves the same exchanges are tried; they stay valid, but the result is no longer proved.
import { cheapestUmpires } from './cheapest-umpires';
import { type Draft, isPlaced } from './draft';
import type { Field } from './field';

export interface UmpireTable {
  /** By match: umpires who may take it at its time, whoever else they have; a pinned one alone. */
  readonly eligible: readonly (readonly number[])[];
  /** By match: matches that overlap it in time. */
  readonly overlapping: readonly (readonly number[])[];
  readonly isWaves: boolean;
  /** Matches that overlap each other, by start; every match is in one. */
  readonly cliques: readonly (readonly number[])[];
}

/** Works out, for the times of the draft, who could umpire what. */
export function umpireTable(field: Field, draft: Draft): UmpireTable {
  const placed = field.matches
    .filter(({ index }) => isPlaced(draft, index))
    .map(({ index }) => index)
    .sort((one, other) => draft.start[one]! - draft.start[other]! || one - other);
  const overlapping: number[][] = field.matches.map(() => []);
  let active: number[] = [];
  for (const match of placed) {
    active = active.filter((other) => draft.end[other]! > draft.start[match]!);
    for (const other of active) {
      overlapping[match]!.push(other);
      overlapping[other]!.push(match);
    }
    active.push(match);
  }
  const playing = new Map<number, Set<number>>();
  for (const match of placed)
    for (const { person } of field.matches[match]!.watched) {
      const umpire = field.umpireOfPerson[person]!;
      if (umpire >= 0) playing.set(umpire, (playing.get(umpire) ?? new Set()).add(match));
    }
  const eligible = field.matches.map((match): number[] => {
    if (!isPlaced(draft, match.index)) return [];
    if (match.isFact || match.fixedUmpire >= 0)
      return draft.umpire[match.index]! >= 0 ? [draft.umpire[match.index]!] : [];
    const start = draft.start[match.index]!;
    const end = draft.end[match.index]!;
    return match.umpires.filter((umpire) => {
      const own = playing.get(umpire);
      return (
        field.problem.umpires[umpire]!.available.some((span) => span.start <= start && end <= span.end) &&
        (own === undefined || !overlapping[match.index]!.some((other) => own.has(other)))
      );
    });
  });
  const cliques = cliqueCover(draft, placed);
  const isWaves = cliques.every((clique) => clique.every((match) => overlapping[match]!.length === clique.length - 1));
  return { eligible, overlapping, isWaves, cliques };
}

/** The fewest sets of matches that overlap pairwise: always all that run when the next one ends. */
function cliqueCover(draft: Draft, placed: readonly number[]): number[][] {
  const cliques: number[][] = [];
  let clique: number[] = [];
  let firstEnd = Number.POSITIVE_INFINITY;
  for (const match of placed) {
    if (clique.length > 0 && draft.start[match]! >= firstEnd) {
      cliques.push(clique);
      clique = [];
      firstEnd = Number.POSITIVE_INFINITY;
    }
    clique.push(match);
    firstEnd = Math.min(firstEnd, draft.end[match]!);
  }
  return clique.length > 0 ? [...cliques, clique] : cliques;
}

/**
 * Exchanges umpires along residual paths until none makes breaches fewer, or loads more even at no breach. Changes the draft.
 * `fewest`: breaches that cannot be undercut; once they are reached only loads are looked at.
 */
export function exchangeUmpires(field: Field, draft: Draft, table: UmpireTable, fewest: number): void {
  const loads = loadsOf(field, draft);
  const umpires = loads.map((_, umpire) => umpire);
  // Every exchange lowers (breaches, sum of squared loads), so this ends; the limit is for times that are no waves.
  for (let turn = 0; turn < 20 * field.matches.length + 100; turn += 1) {
    const canFall = breachesOf(field, draft) > fewest;
    const fromMostLoaded = umpires.toSorted((one, other) => loads[other]! - loads[one]! || one - other);
    if (!fromMostLoaded.some((umpire) => exchangeFrom(field, draft, table, loads, umpire, canFall))) return;
  }
}

/** Gives every set of overlapping matches its cheapest umpires among those whom no match outside it has. Changes the draft. */
export function rematchWaves(field: Field, draft: Draft, table: UmpireTable): void {
  const loads = loadsOf(field, draft);
  const rows = new Int32Array(loads.length);
  for (const clique of table.cliques) {
    const open = clique.filter((match) => table.eligible[match]!.length > 0 && draft.umpire[match]! >= 0);
    const inside = new Set(open);
    for (const match of open) loads[draft.umpire[match]!]! -= 1;
    const chosen = open.map((match) => {
      const taken = new Set(
        table.overlapping[match]!.filter((other) => !inside.has(other)).map((other) => draft.umpire[other]),
      );
      return {
        match: field.matches[match]!,
        umpires: table.eligible[match]!.filter((umpire) => umpire === draft.umpire[match] || !taken.has(umpire)),
      };
    });
    const umpires = cheapestUmpires(field, chosen, Int32Array.from(loads), rows);
    // Where not all find somebody the old umpires stay.
    const complete = umpires.every((umpire) => umpire >= 0);
    open.forEach((match, index) => {
      if (complete) draft.umpire[match] = umpires[index]!;
      loads[draft.umpire[match]!]! += 1;
    });
  }
}

export function loadsOf(field: Field, draft: Draft): number[] {
  const loads = new Array<number>(field.problem.umpires.length).fill(0);
  for (const { index } of field.matches) if (draft.umpire[index]! >= 0) loads[draft.umpire[index]!]! += 1;
  return loads;
}

interface Step {
  /** The match that changes its umpire, and to whom. */
  readonly match: number;
  readonly umpire: number;
  /** The step that made this one necessary; null at the giver. */
  readonly before: Step | null;
}

/** One match fewer for the giver and one more for somebody else, over as many matches as it takes. True when it was done. */
function exchangeFrom(
  field: Field,
  draft: Draft,
  table: UmpireTable,
  loads: number[],
  giver: number,
  canFall: boolean,
): boolean {
  const cost = (match: number, umpire: number): number => field.matches[match]!.breach[umpire]!;
  const own = matchesByUmpire(field, draft, loads.length);
  const canHelp =
    loads[giver]! >= Math.min(...loads) + 2 || (canFall && own[giver]!.some((match) => cost(match, giver) > 0));
  if (!canHelp) return false;
  const matchCost = new Float64Array(field.matches.length).fill(Number.POSITIVE_INFINITY);
  const umpireCost = new Float64Array(loads.length).fill(Number.POSITIVE_INFINITY);
  const stepTo = new Map<number, Step | null>();
  const stepOfUmpire = new Array<Step | null>(loads.length).fill(null);
  let queue: number[] = [];
  const enter = (match: number, price: number, before: Step | null): void => {
    if (price >= matchCost[match]! || table.eligible[match]!.length < 2) return;
    matchCost[match] = price;
    stepTo.set(match, before);
    queue.push(match);
  };
  umpireCost[giver] = 0;
  for (const match of own[giver]!) enter(match, -cost(match, giver), null);
  for (let looks = 0; queue.length > 0 && looks < 50 * field.matches.length; ) {
    const now = queue;
    queue = [];
    for (const match of now) {
      looks += 1;
      const before = stepTo.get(match) ?? null;
      for (const umpire of table.eligible[match]!) {
        if (umpire === draft.umpire[match]) continue;
        const price = matchCost[match]! + cost(match, umpire);
        const blocking = table.overlapping[match]!.filter((other) => draft.umpire[other] === umpire);
        const step: Step = { match, umpire, before };
        if (blocking.length === 1) enter(blocking[0]!, price - cost(blocking[0]!, umpire), step);
        if (blocking.length > 0 || umpire === giver || price >= umpireCost[umpire]!) continue;
        umpireCost[umpire] = price;
        stepOfUmpire[umpire] = step;
        for (const next of own[umpire]!) enter(next, price - cost(next, umpire), step);
      }
    }
  }
  let taker = -1;
  for (let umpire = 0; umpire < loads.length; umpire += 1) {
    if (stepOfUmpire[umpire] === null) continue;
    const price = umpireCost[umpire]!;
    const helps = price < 0 || (price === 0 && loads[umpire]! <= loads[giver]! - 2);
    if (!helps) continue;
    if (taker < 0 || price < umpireCost[taker]! || (price === umpireCost[taker]! && loads[umpire]! < loads[taker]!))
      taker = umpire;
  }
  return taker >= 0 && applySteps(field, draft, table, loads, stepOfUmpire[taker]!);
}

/** Changes umpires from the last step back to the first; undoes it all when somebody would be in two places. */
function applySteps(field: Field, draft: Draft, table: UmpireTable, loads: number[], last: Step): boolean {
  const undo = new Map<number, number>();
  const before = measure(field, draft, loads);
  for (let step: Step | null = last; step !== null; step = step.before) {
    if (!undo.has(step.match)) undo.set(step.match, draft.umpire[step.match]!);
    move(draft, loads, step.match, step.umpire);
  }
  const clash = [...undo.keys()].some((match) =>
    table.overlapping[match]!.some((other) => draft.umpire[other] === draft.umpire[match] && draft.umpire[match]! >= 0),
  );
  const after = measure(field, draft, loads);
  const better =
    after.breaches < before.breaches || (after.breaches === before.breaches && after.squares < before.squares);
  if (!clash && better) return true;
  for (const [match, umpire] of undo) move(draft, loads, match, umpire);
  return false;
}

function move(draft: Draft, loads: number[], match: number, umpire: number): void {
  const from = draft.umpire[match]!;
  if (from >= 0) loads[from]! -= 1;
  if (umpire >= 0) loads[umpire]! += 1;
  draft.umpire[match] = umpire;
}

function measure(field: Field, draft: Draft, loads: readonly number[]): { breaches: number; squares: number } {
  return { breaches: breachesOf(field, draft), squares: loads.reduce((sum, load) => sum + load * load, 0) };
}

export function breachesOf(field: Field, draft: Draft): number {
  let breaches = 0;
  for (const match of field.matches) {
    const umpire = draft.umpire[match.index]!;
    if (umpire >= 0) breaches += match.breach[umpire]!;
  }
  return breaches;
}

function matchesByUmpire(field: Field, draft: Draft, umpires: number): number[][] {
  const own: number[][] = Array.from({ length: umpires }, () => []);
  for (const { index } of field.matches) if (draft.umpire[index]! >= 0) own[draft.umpire[index]!]!.push(index);
  return own;
}
