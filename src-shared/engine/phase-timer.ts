/** Milliseconds per named phase. The clock is an argument and is read for the report only: no decision depends on it. */
export class PhaseTimer {
  readonly phases: Record<string, number> = {};
  private readonly now: () => number;
  private last: number;

  constructor(now: () => number) {
    this.now = now;
    this.last = now();
  }

  /** Books the time since the previous call (or the start) to a phase. */
  ended(phase: string): void {
    const at = this.now();
    this.phases[phase] = (this.phases[phase] ?? 0) + (at - this.last);
    this.last = at;
  }

  /** Of the time booked to one phase, so much belongs to another. */
  moved(from: string, to: string, milliseconds: number): void {
    this.phases[from] = (this.phases[from] ?? 0) - milliseconds;
    this.phases[to] = (this.phases[to] ?? 0) + milliseconds;
  }
}
