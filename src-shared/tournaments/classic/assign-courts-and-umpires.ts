// The classic scheduling logic, rule by rule as the source of the product states it. Its oddities are kept on purpose and numbered in SPEC.md.
import { type Instant, type Minutes, plusMinutes } from '../../time/instant';

export interface ClassicMatch {
  readonly id: string;
  readonly round: number;
  /** The clubs of both sides; null = known to have none, undefined = the side is not decided yet. */
  readonly clubs: readonly [string | null | undefined, string | null | undefined];
}

export interface ClassicUmpire {
  readonly id: string;
  readonly club: string | null;
}

export interface ClassicAssignment<M extends ClassicMatch> {
  readonly match: M;
  readonly court: string | null;
  readonly umpire: string | null;
  readonly start: Instant;
  /** Neutrality was asked for and no umpire who was free was neutral. */
  readonly fellBack: boolean;
}

export interface ClassicInput<M extends ClassicMatch> {
  readonly matches: readonly M[];
  readonly courts: readonly string[];
  readonly umpires: readonly ClassicUmpire[];
  readonly startTime: Instant;
  /** Match plus rest. */
  readonly slotMinutes: Minutes;
  /** Matches of one wave, at least 1; Infinity = a whole round. */
  readonly batchSize: number;
  readonly respectClubNeutrality: boolean;
}

/** In the order in which they are scheduled: by round, within a round as listed. O(matches * umpires). */
export function assignCourtsAndUmpires<M extends ClassicMatch>(input: ClassicInput<M>): ClassicAssignment<M>[] {
  const { matches, courts, umpires, slotMinutes, batchSize } = input;
  const assigned: ClassicAssignment<M>[] = [];
  // Keyed by the exact start, not by overlap: two waves of different rounds never share one.
  const umpireSchedule = new Map<Instant, Set<string>>();
  const umpireCounts = new Map<string, number>();
  let courtIndex = 0;
  let waveStart = input.startTime;
  for (const round of roundsOf(matches)) {
    const size = Math.min(batchSize, round.length);
    for (const [index, match] of round.entries()) {
      const start = plusMinutes(waveStart, Math.floor(index / size) * slotMinutes);
      const court = courts.length === 0 ? null : courts[courtIndex % courts.length]!;
      courtIndex += 1;
      const taken = umpireSchedule.get(start) ?? new Set<string>();
      umpireSchedule.set(start, taken);
      const free = umpires.filter(({ id }) => !taken.has(id));
      const { umpire, fellBack } = bestUmpire(free, match, umpireCounts, input.respectClubNeutrality);
      if (umpire !== null) {
        taken.add(umpire);
        umpireCounts.set(umpire, (umpireCounts.get(umpire) ?? 0) + 1);
      }
      assigned.push({ match, court, umpire, start, fellBack });
    }
    waveStart = plusMinutes(waveStart, Math.ceil(round.length / size) * slotMinutes);
  }
  return assigned;
}

/** Matches grouped by round, lowest round first, as listed within one. */
function roundsOf<M extends ClassicMatch>(matches: readonly M[]): M[][] {
  const rounds = new Map<number, M[]>();
  for (const match of matches) {
    const round = rounds.get(match.round);
    if (round) round.push(match);
    else rounds.set(match.round, [match]);
  }
  return [...rounds].sort(([one], [other]) => one - other).map(([, round]) => round);
}

/** Neutral if any is, then least assigned, then first in the list. */
function bestUmpire(
  free: readonly ClassicUmpire[],
  match: ClassicMatch,
  counts: ReadonlyMap<string, number>,
  respectNeutrality: boolean,
): { umpire: string | null; fellBack: boolean } {
  const neutral = free.filter(({ club }) => club !== match.clubs[0] && club !== match.clubs[1]);
  const candidates = respectNeutrality && neutral.length > 0 ? neutral : free;
  let best: ClassicUmpire | null = null;
  for (const umpire of candidates) {
    if (best === null || (counts.get(umpire.id) ?? 0) < (counts.get(best.id) ?? 0)) best = umpire;
  }
  return { umpire: best?.id ?? null, fellBack: respectNeutrality && best !== null && neutral.length === 0 };
}
