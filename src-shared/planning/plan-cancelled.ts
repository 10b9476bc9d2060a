/** The plan was stopped by the one who asked for it. Not a failure: the caller turns it into its own outcome. */
export class PlanCancelled extends Error {
  override readonly name = 'PlanCancelled';

  constructor() {
    super('The plan was cancelled');
  }
}

export function isPlanCancelled(reason: unknown): reason is PlanCancelled {
  return reason instanceof PlanCancelled;
}
