export interface BenchBar {
  readonly what: string;
  readonly measured: (median: (variant: string) => number) => number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit: string;
}

/** One row group of `npm run bench`: variants of the same work, run interleaved so that the machine's moods hit all alike. */
export interface BenchCase {
  readonly name: string;
  /** What is measured, in one sentence with its sizes. */
  readonly describe: string;
  readonly setUp?: () => Promise<void> | void;
  readonly tearDown?: () => Promise<void> | void;
  /** Each call is timed as a whole, unless it returns `{ milliseconds }` of its own measuring. */
  readonly variants: Readonly<Record<string, () => unknown | Promise<unknown>>>;
  /** Ratios of medians to print: numerator, denominator. */
  readonly ratios?: readonly (readonly [string, string])[];
  /** Timed rounds after one warm-up round; 15 unless said. */
  readonly runs?: number;
  /** False: each run starts afresh, and a round before them would show nothing. */
  readonly warmUp?: boolean;
  /** A bar of the specification to print beside the figure, e.g. "plan <= 5 ms". */
  readonly bar?: string;
  /** Bars that are judged: the verdict is printed beside each. `median` gives a variant's median in milliseconds. */
  readonly bars?: readonly BenchBar[];
  /** Further facts of the last run: memory, counts, scores. */
  readonly note?: () => string;
}
