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
  const open = new Set(free);
  for (const { entrant } of groups) {
    let best = -1;
    let bestMeetings: readonly number[] = [];
    for (const line of open) {
      const meetings = meetingsOf(lines, line, entrant.club!);
      if (best < 0 || isLater(meetings, bestMeetings)) {
        best = line;
        bestMeetings = meetings;
      }
    }
    lines[best] = entrant;
    open.delete(best);
  }
  const others = rest.filter((entrant) => !hasMates(entrant));
  let next = 0;
  for (const line of free) if (open.has(line)) lines[line] = others[next++]!;
  exchangeUntilApart(lines, free);
}

/** How many clubmates would be met in each round; index 0 is round 1. */
function meetingsOf(lines: readonly (Entrant | null)[], line: number, club: string): number[] {
  const meetings = new Array<number>(Math.log2(lines.length)).fill(0);
  lines.forEach((entrant, other) => {
    if (entrant?.club === club && other !== line) meetings[meetingRound(line, other) - 1]! += 1;
  });
  return meetings;
}

/** Fewer meetings in the first round in which the two differ. */
function isLater(a: readonly number[], b: readonly number[]): boolean {
  for (let round = 0; round < a.length; round += 1) if (a[round] !== b[round]) return a[round]! < b[round]!;
  return false;
}

/** Exchanges two free lines while that makes clubmates meet later; ends because the vector of meetings falls every time. */
function exchangeUntilApart(lines: (Entrant | null)[], free: readonly number[]): void {
  const both = (one: number, other: number): number[] => {
    const club = (line: number): number[] =>
      lines[line]?.club
        ? meetingsOf(lines, line, lines[line]!.club!)
        : new Array<number>(Math.log2(lines.length)).fill(0);
    const second = club(other);
    return club(one).map((count, round) => count + second[round]!);
  };
  for (const line of free) {
    const club = lines[line]!.club;
    if (club === null || meetingsOf(lines, line, club)[0] === 0) continue;
    for (const other of free) {
      if (lines[other]!.club === club) continue;
      const before = both(line, other);
      [lines[line], lines[other]] = [lines[other]!, lines[line]!];
      if (isLater(both(line, other), before)) break;
      [lines[line], lines[other]] = [lines[other]!, lines[line]!];
    }
  }
}

function shuffle<T>(items: T[], random: SeededRandom): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [items[index], items[other]] = [items[other]!, items[index]!];
  }
}
