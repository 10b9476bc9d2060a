/** Numbers written one after the other into one array that grows, to cross to a thread. */
export class FigureWriter {
  private figures = new Float64Array(1_024);
  private count = 0;

  add(figure: number): void {
    if (this.count === this.figures.length) {
      const larger = new Float64Array(2 * this.count);
      larger.set(this.figures);
      this.figures = larger;
    }
    this.figures[this.count] = figure;
    this.count += 1;
  }

  addAll(list: ArrayLike<number>): void {
    for (let index = 0; index < list.length; index += 1) this.add(list[index]!);
  }

  /** What was written, in an array of just that length. */
  written(): Float64Array {
    return this.figures.slice(0, this.count);
  }
}
