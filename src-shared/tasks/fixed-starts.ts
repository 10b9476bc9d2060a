// The items whose start is settled, and what they leave to the others: the cells that are not taken, and the limits of what waits for them or they wait for.
import type { StartOptions } from './start-options';

/** Beyond every cell. */
const NEVER = 0x7fff_ffff;

export class FixedStarts {
  /** Cell of each item's start; -1 while it is open. */
  readonly at: Int32Array;
  /** Items that are open. */
  open: number;
  /** What the fixed ones are worth where they stand. */
  worth = 0;
  readonly taskOf: Int32Array;
  readonly minutesOf: Int32Array;
  private readonly options: StartOptions;
  /** The first taken cell at or after each: what starts at a cell fits before it or not at all. */
  private readonly nextTaken: Int32Array;
  /** 1 = it waits for another, or another for it. */
  private readonly tied: Uint8Array;
  private readonly earliest: Int32Array;
  private readonly latest: Int32Array;

  constructor(options: StartOptions, tasks: number, cells: number) {
    const { items } = options;
    this.options = options;
    this.taskOf = Int32Array.from(items, ({ task }) => task);
    this.minutesOf = Int32Array.from(items, ({ minutes }) => minutes);
    const { before, after } = options.precedence;
    this.tied = Uint8Array.from(items, ({ task }) => (before[task]!.length + after[task]!.length > 0 ? 1 : 0));
    this.at = new Int32Array(items.length);
    this.nextTaken = new Int32Array(cells);
    this.earliest = new Int32Array(tasks);
    this.latest = new Int32Array(tasks);
    this.open = items.length;
    this.clear();
  }

  /** Opens all items again. */
  clear(): void {
    this.at.fill(-1);
    this.open = this.at.length;
    this.worth = 0;
    this.forget();
  }

  isTaken(cell: number): boolean {
    return this.nextTaken[cell] === cell;
  }

  /** Whether an open item may start at a cell and reach to `next`. */
  fits(item: number, cell: number, next: number): boolean {
    if (this.at[item]! >= 0 || this.nextTaken[cell]! < next) return false;
    if (this.tied[item] === 0) return true;
    const task = this.taskOf[item]!;
    const start = this.options.cellStart[cell]!;
    return start >= this.earliest[task]! && start + this.minutesOf[item]! <= this.latest[task]!;
  }

  /** Opens some items again. What the fixed ones are worth is not counted any more. */
  reopen(items: readonly number[]): void {
    for (const item of items) this.at[item] = -1;
    this.open += items.length;
    this.forget();
    this.at.forEach((cell, item) => {
      if (cell >= 0) this.mark(item, cell, cell + this.options.width[item]!);
    });
  }

  fix(item: number, cell: number, next: number, worth: number): void {
    this.at[item] = cell;
    this.worth += worth;
    this.open -= 1;
    this.mark(item, cell, next);
  }

  /** What fixed items leave to the others, with none fixed. */
  private forget(): void {
    this.nextTaken.fill(NEVER);
    this.earliest.fill(-1);
    this.latest.fill(NEVER);
  }

  /** Takes the cells of a fixed item. */
  private mark(item: number, cell: number, next: number): void {
    const { nextTaken } = this;
    for (let taken = cell; taken < next; taken += 1) nextTaken[taken] = taken;
    for (let free = cell - 1; free >= 0 && nextTaken[free]! > cell; free -= 1) nextTaken[free] = cell;
    this.limit(item, cell);
  }

  /** Limits what waits for a fixed item, or it waits for. */
  private limit(item: number, cell: number): void {
    if (this.tied[item] === 0) return;
    const { earliest, latest } = this;
    const { before, after } = this.options.precedence;
    const task = this.taskOf[item]!;
    const start = this.options.cellStart[cell]!;
    const end = start + this.minutesOf[item]!;
    for (const far of before[task]!) latest[far.task] = Math.min(latest[far.task]!, start - far.apart);
    for (const far of after[task]!) earliest[far.task] = Math.max(earliest[far.task]!, end + far.apart);
  }
}
