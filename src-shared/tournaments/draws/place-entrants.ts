// Entrants onto the lines of a knockout: seeds where they belong, byes to the best, everyone else where clubmates meet as late as possible.
import { by, descending, inOrder } from '../../base/ordering';
import type { SeededRandom } from '../../base/seeded-random';
import type { Entrant } from './entrant';
import { bracketSize, seededLines } from './seeded-lines';

export interface PlacingOptions {
  readonly separateClubs: boolean;
  /** Shuffles entrants without a seed first; null keeps their order. */
  readonly random: SeededRandom | null;
}

/** The lines of the draw; null is a bye. The length is a power of two. */
export function placeEntrants(entrants: readonly Entrant[], options: PlacingOptions): (Entrant | null)[] {
  const size = bracketSize(entrants.length);
  const ranks = seededLines(size);
  const seeded = entrants.filter(({ seed }) => seed !== null).sort(by(({ seed }) => seed!));
  const rest = entrants.filter(({ seed }) => seed === null);
  if (options.random) shuffle(rest, options.random);
  const lines = ranks.map((rank) => seeded[rank - 1] ?? null);
  const free = ranks.flatMap((rank, line) => (rank > seeded.length && rank <= entrants.length ? [line] : []));
  if (options.separateClubs) placeApart(lines, free, rest);
  else
    free.forEach((line, index) => {
      lines[line] = rest[index]!;
    });
  return lines;
}

/** In which round two lines meet, from 1. */
export function meetingRound(lineA: number, lineB: number): number {
  return 32 - Math.clz32(lineA ^ lineB);
}

/** Largest clubs first, each to the free line whose clubmates are farthest; those without clubmates fill the lines in their order. */
function placeApart(lines: (Entrant | null)[], free: readonly number[], rest: readonly Entrant[]): void {
  const sizes = new Map<string, number>();
  for (const { club } of [...lines.filter((entrant) => entrant !== null), ...rest])
    if (club !== null) sizes.set(club, (sizes.get(club) ?? 0) + 1);
  const hasMates = ({ club }: Entrant): boolean => club !== null && sizes.get(club)! > 1;
  const groups = rest
    .map((entrant, index) => ({ entrant, index }))
    .filter(({ entrant }) => hasMates(entrant))
    .sort(
      inOrder(
        descending(by(({ entrant }) => sizes.get(entrant.club!)!)),
        by(({ entrant }) => entrant.club!),
        by(({ index }) => index),
      ),
    );
  const mates = clubTree(lines);
  const open = new Set(free);
  for (const { entrant } of groups) {
    let best = -1;
    let bestMeetings: readonly number[] = [];
    for (const line of open) {
      const meetings = mates.meetings(line, entrant.club);
      if (best < 0 || isLater(meetings, bestMeetings)) {
        best = line;
        bestMeetings = meetings;
      }
    }
    lines[best] = entrant;
    mates.add(best, entrant.club, 1);
    open.delete(best);
  }
  const others = rest.filter((entrant) => !hasMates(entrant));
  let next = 0;
  for (const line of free)
    if (open.has(line)) {
      lines[line] = others[next++]!;
      mates.add(line, lines[line]!.club, 1);
    }
  exchangeUntilApart(lines, free, mates);
}

interface ClubTree {
  /** How many of the club would be met from a line in each round; index 0 is round 1. O(log lines). */
  meetings(line: number, club: string | null): number[];
  add(line: number, club: string | null, by: number): void;
}

/** Counts every club in every part of the draw: as a binary tree in an array, leaves behind, the root at 1. */
function clubTree(lines: readonly (Entrant | null)[]): ClubTree {
  const size = lines.length;
  const counts = new Map<string, Int32Array>();
  const rounds = Math.log2(size);
  const tree: ClubTree = {
    meetings(line, club) {
      const own = club === null ? undefined : counts.get(club);
      // In each round the other half of the part that both have reached.
      return Array.from({ length: rounds }, (_, round) => own?.[((size + line) >> round) ^ 1] ?? 0);
    },
    add(line, club, by) {
      if (club === null) return;
      const own = counts.get(club) ?? new Int32Array(2 * size);
      counts.set(club, own);
      for (let node = size + line; node >= 1; node >>= 1) own[node]! += by;
    },
  };
  lines.forEach((entrant, line) => {
    tree.add(line, entrant?.club ?? null, 1);
  });
  return tree;
}

/** Fewer meetings in the first round in which the two differ. */
function isLater(a: readonly number[], b: readonly number[]): boolean {
  for (let round = 0; round < a.length; round += 1) if (a[round] !== b[round]) return a[round]! < b[round]!;
  return false;
}

/** Exchanges two free lines while that makes clubmates meet later; ends because the vector of meetings falls every time. */
function exchangeUntilApart(lines: (Entrant | null)[], free: readonly number[], mates: ClubTree): void {
  const clubAt = (line: number): string | null => lines[line]?.club ?? null;
  const both = (one: number, other: number): number[] => {
    const second = mates.meetings(other, clubAt(other));
    return mates.meetings(one, clubAt(one)).map((count, round) => count + second[round]!);
  };
  const exchange = (one: number, other: number): void => {
    for (const line of [one, other]) mates.add(line, clubAt(line), -1);
    [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    for (const line of [one, other]) mates.add(line, clubAt(line), 1);
  };
  for (const line of free) {
    if (clubAt(line) === null || mates.meetings(line, clubAt(line))[0] === 0) continue;
    for (const other of free) {
      if (clubAt(other) === clubAt(line)) continue;
      const before = both(line, other);
      exchange(line, other);
      if (isLater(both(line, other), before)) break;
      exchange(line, other);
    }
  }
}

function shuffle<T>(items: T[], random: SeededRandom): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [items[index], items[other]] = [items[other]!, items[index]!];
  }
}
