import type { Breach, HardRule } from '../../engine/hard-rule';
import type { Placed } from '../placed';
import type { ProblemMatch, TournamentProblem } from '../problem';

/** What the rules see: the tournament and every match that has a time, by start. */
export interface TimetableView {
  readonly problem: TournamentProblem;
  readonly placed: readonly Placed[];
}

export type TournamentRule = HardRule<TimetableView>;

/** Played or running: a fact. Two facts cannot break a rule against each other. */
export function isFact(match: ProblemMatch): boolean {
  return match.state === 'played' || match.state === 'running';
}

/** Every two matches of which the second starts before the first has ended and `slackMinutes` more have passed, the earlier one first. */
export function closePairs(placed: readonly Placed[], slackMinutes: number): (readonly [Placed, Placed])[] {
  const slack = slackMinutes * 60_000;
  const pairs: (readonly [Placed, Placed])[] = [];
  let active: Placed[] = [];
  for (const at of placed) {
    active = active.filter((earlier) => earlier.end + slack > at.start);
    for (const earlier of active) if (!isFact(earlier.match) || !isFact(at.match)) pairs.push([earlier, at]);
    active.push(at);
  }
  return pairs;
}

export function minutesBreach(amount: number, parties: readonly string[], message: string): Breach {
  return { amount, unit: 'min', parties, message };
}
