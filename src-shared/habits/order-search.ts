// The order in which many habits follow each other: one habit at a time is taken out and put where it fits best, again and again.
import { seededRandom } from '../base/seeded-random';
import { bestTiming, type Timing } from './best-timing';
import { type StartTable, startCost } from './start-table';

/** Elementary steps, so that the answer never hangs on the clock; about a third of a second on a busy laptop. */
const STEP_BUDGET = 12_000_000;
const SEED = 1;
/** Habits carried elsewhere when the search starts anew from its best order. */
const SHAKEN = 3;

/** Keeps the best order of all that it descended from. `leaveOut` is what leaving each habit out costs. */
export class OrderSearch {
  private readonly table: StartTable;
  private readonly leaveOut: Float64Array;
  private order: readonly number[] = [];
  private cost = Number.POSITIVE_INFINITY;
  private steps = 0;

  constructor(table: StartTable, leaveOut: Float64Array) {
    this.table = table;
    this.leaveOut = leaveOut;
  }

  best(): Timing {
    return bestTiming(this.table, this.order, this.leaveOut);
  }

  /** From an order to one that no single habit put elsewhere makes better. */
  descend(from: readonly number[]): void {
    let order = from;
    let cost = Number.POSITIVE_INFINITY;
    for (let better = true; better && this.steps < STEP_BUDGET; ) {
      better = false;
      for (const habit of from) {
        const rest = order.filter((other) => other !== habit);
        const found = this.bestPosition(rest, habit);
        if (found.cost >= cost) continue;
        cost = found.cost;
        order = [...rest.slice(0, found.position), habit, ...rest.slice(found.position)];
        better = true;
      }
    }
    if (cost < this.cost) {
      this.cost = cost;
      this.order = order;
    }
  }

  /** Starts anew from the best order with some habits elsewhere, as long as the steps last. */
  shake(): void {
    const random = seededRandom(SEED);
    while (this.steps < STEP_BUDGET) {
      const order = [...this.order];
      for (let moved = 0; moved < SHAKEN; moved += 1) {
        const [habit] = order.splice(random.below(order.length), 1);
        order.splice(random.below(order.length + 1), 0, habit!);
      }
      this.descend(order);
    }
  }

  /** Where among the others a habit makes the day cheapest: what comes before and after is known for every moment. */
  private bestPosition(rest: readonly number[], habit: number): { readonly position: number; readonly cost: number } {
    const { table } = this;
    const before = this.costsBefore(rest);
    const after = this.costsAfter(rest);
    const minutes = table.minutes[habit]!;
    let best = { position: rest.length, cost: before[rest.length]![table.length]! + this.leaveOut[habit]! };
    for (let position = 0; position <= rest.length; position += 1) {
      const [done, ahead] = [before[position]!, after[position]!];
      for (const [from, to] of table.ranges[habit]!) {
        this.steps += to - from + 1;
        for (let start = from; start <= to; start += 1) {
          const cost = done[start]! + startCost(table, habit, start) + ahead[start + minutes]!;
          if (cost < best.cost) best = { position, cost };
        }
      }
    }
    return best;
  }

  /** By number of habits and moment: the least they cost when all of them end by then. */
  private costsBefore(order: readonly number[]): Float64Array[] {
    const { table } = this;
    const rows = [new Float64Array(table.length + 1)];
    for (const habit of order) {
      const reached = rows.at(-1)!;
      const next = reached.map((cost) => cost + this.leaveOut[habit]!);
      for (const [from, to] of table.ranges[habit]!)
        for (let start = from; start <= to; start += 1) {
          const end = start + table.minutes[habit]!;
          next[end] = Math.min(next[end]!, reached[start]! + startCost(table, habit, start));
        }
      for (let at = 1; at <= table.length; at += 1) next[at] = Math.min(next[at]!, next[at - 1]!);
      rows.push(next);
    }
    this.steps += 3 * order.length * table.length;
    return rows;
  }

  /** By position and moment: the least that the habits from there on cost when none begins before then. */
  private costsAfter(order: readonly number[]): Float64Array[] {
    const { table } = this;
    const rows = [new Float64Array(table.length + 1)];
    for (const habit of [...order].reverse()) {
      const rest = rows[0]!;
      const own = rest.map((cost) => cost + this.leaveOut[habit]!);
      for (const [from, to] of table.ranges[habit]!)
        for (let start = from; start <= to; start += 1)
          own[start] = Math.min(own[start]!, startCost(table, habit, start) + rest[start + table.minutes[habit]!]!);
      for (let at = table.length - 1; at >= 0; at -= 1) own[at] = Math.min(own[at]!, own[at + 1]!);
      rows.unshift(own);
    }
    this.steps += 3 * order.length * table.length;
    return rows;
  }
}
