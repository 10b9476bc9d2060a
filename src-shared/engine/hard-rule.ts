import type { Violation } from './plan';

/** A hard rule over what `Subject` shows of a plan. Its sentence is what the user reads; each breach has an amount with a unit and its parties. */
export interface HardRule<Subject> {
  readonly id: string;
  readonly sentence: string;
  check(subject: Subject): readonly Breach[];
}

export interface Breach {
  readonly amount: number;
  readonly unit: string;
  /** Ids; the demand first. */
  readonly parties: readonly string[];
  /** The numbers, in words. */
  readonly message: string;
}

export function violationsOf<Subject>(rules: readonly HardRule<Subject>[], subject: Subject): Violation[] {
  return rules.flatMap((rule) =>
    rule.check(subject).map((breach) => ({ ...breach, parties: [...breach.parties], rule: rule.id })),
  );
}
