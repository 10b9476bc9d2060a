// Backward from the closing of the courts: how late a match may start so that everything that waits for it can still be played.
import { groupBy } from '../../base/group-by';
import type { Field, FieldMatch } from './field';

/**
 * By match, in milliseconds: the latest start that leaves room for what waits for it; Infinity without courts, -Infinity when there is none.
 * `turns`, by category: whoever plays in several categories is taken to play the matches of the lowest turn first; null = no matter.
 * `givenUp`: nothing needs to be in time for these.
 */
export function latestStarts(
  field: Field,
  turns: ArrayLike<number> | null = null,
  givenUp: ReadonlySet<number> = new Set(),
): Float64Array {
  const { matches, problem } = field;
  const latest = new Float64Array(matches.length).fill(Number.NaN);
  const fed: number[][] = matches.map(() => []);
  for (const match of matches) for (const feeder of match.feeders) fed[feeder]!.push(match.index);
  if (turns) for (const [one, other] of inTurn(field, turns)) fed[one]!.push(other);
  // The matches of one round share the list of those before it.
  const nextRound = new Map<number, FieldMatch[]>();
  for (const round of groupBy(matches, ({ roundBefore }) => roundBefore).values())
    for (const before of round[0]!.roundBefore) nextRound.set(before, round);
  const roundEnds = new Map<readonly FieldMatch[], number>();
  const spans = problem.courts.flatMap(({ open }) => open);

  const startWithin = (length: number, end: number): number => {
    if (problem.courts.length === 0) return end - length;
    return spans.reduce((most, span) => {
      const start = Math.min(span.end, end) - length;
      return start >= span.start ? Math.max(most, start) : most;
    }, Number.NEGATIVE_INFINITY);
  };

  /** So many at once: of the next round as many starts as there are must fit between the end of this one and their latest. */
  const endBefore = (round: readonly FieldMatch[]): number => {
    const known = roundEnds.get(round);
    if (known !== undefined) return known;
    const starts = round
      .map(({ index, length }) => ({ start: latestOf(index), length }))
      .sort((one, other) => one.start - other.start);
    const end = starts.reduce(
      (least, { start, length }, at) => Math.min(least, start - Math.floor(at / field.capacity) * length),
      Number.POSITIVE_INFINITY,
    );
    roundEnds.set(round, end);
    return end;
  };

  const latestOf = (index: number): number => {
    if (!Number.isNaN(latest[index]!)) return latest[index]!;
    const match = matches[index]!;
    // Nothing waits for itself, but a document with a ring must not hang.
    latest[index] = Number.POSITIVE_INFINITY;
    const ends = fed[index]!.map((follower) => latestOf(follower) - field.rest);
    const round = nextRound.get(index);
    if (round) ends.push(endBefore(round));
    const end = ends.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
    latest[index] = givenUp.has(index)
      ? Number.POSITIVE_INFINITY
      : (match.fixedStart ?? startWithin(match.length, end));
    return latest[index]!;
  };

  for (const match of matches) latestOf(match.index);
  return latest;
}

/** Pairs of matches in categories of different turns that somebody may play both, the sooner one first. */
function inTurn(field: Field, turns: ArrayLike<number>): (readonly [number, number])[] {
  const own: FieldMatch[][] = Array.from({ length: field.people }, () => []);
  for (const match of field.matches) for (const { person } of match.watched) own[person]!.push(match);
  return own.flatMap((matches) =>
    matches.flatMap((one) =>
      matches
        .filter((other) => turns[one.category]! < turns[other.category]!)
        .map((other) => [one.index, other.index] as const),
    ),
  );
}
