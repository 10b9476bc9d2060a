import { listOf } from '../base/list-of';
import { orderOf } from './construct';
import type { TaskDemand } from './task-demand';

/** Another task that must keep clear of this one, at however many removes. */
export interface Distant {
  readonly task: number;
  /** Minutes at least between the end of the earlier and the start of the later: what lies between on the chain. */
  readonly apart: number;
}

export interface Precedence {
  /** Everything each task waits for, directly or not. */
  readonly before: readonly (readonly Distant[])[];
  /** Everything that waits for it. */
  readonly after: readonly (readonly Distant[])[];
}

/** The closure of the dependencies, with the longest chain between each pair. */
export function precedenceOf(demands: readonly TaskDemand[], bufferMinutes: number): Precedence {
  const before = listOf<Distant[]>(demands.length, () => []);
  const after = listOf<Distant[]>(demands.length, () => []);
  for (const task of orderOf(demands, [])) {
    const apart = new Map<number, number>();
    const reach = (other: number, minutes: number) => {
      if (minutes > (apart.get(other) ?? -1)) apart.set(other, minutes);
    };
    for (const direct of demands[task]!.dependsOn) {
      reach(direct, bufferMinutes);
      const through = demands[direct]!.minutes + bufferMinutes;
      for (const far of before[direct]!) reach(far.task, far.apart + through);
    }
    for (const [other, minutes] of apart) {
      before[task]!.push({ task: other, apart: minutes });
      after[other]!.push({ task, apart: minutes });
    }
  }
  return { before, after };
}
