// Who umpires when: one cell a wave, so that a row without a pause and an unfair share are seen at once.
import type { Day } from '#shared/time/day';
import { type Instant, minutesBetween } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { isWithin } from '#shared/tournaments/placed';
import type { WarningKind } from '#shared/tournaments/warning';
import { waveStarts } from './board-layout';
import type { TournamentView } from './tournament-view';

export interface LoadCell {
  readonly start: Instant;
  /** What he umpires then; null when he has a pause. */
  readonly match: string | null;
  readonly isOffDuty: boolean;
  readonly plays: boolean;
  /** A break lies before it. */
  readonly afterPause: boolean;
}

export interface UmpireLoad {
  readonly umpire: string;
  readonly name: string;
  readonly club: string;
  readonly isMe: boolean;
  readonly cells: readonly LoadCell[];
  /** On this day. */
  readonly matches: number;
  readonly cap: number | null;
  readonly tone: 'bad' | 'warn' | null;
}

export interface LoadTable {
  readonly waves: number;
  /** The same for everybody; null when there is none, or they differ. */
  readonly cap: number | null;
  readonly rows: readonly UmpireLoad[];
}

const PARTIAL: readonly WarningKind[] = ['noNeutralUmpire'];
const TIRED: readonly WarningKind[] = ['overLoad', 'mayMeetOwnClub'];

/** Most matches first, as the list of the document otherwise; the user stands last. */
export function umpireLoads(view: TournamentView, day: Day): LoadTable {
  const placed = view.placed.filter(({ start }) => dayAt(view.zone, start) === day);
  const waves = waveStarts(placed);
  const gaps = waves.map((start, index) => {
    const before = waves[index - 1];
    return before !== undefined && minutesBetween(before, start) > usualStep(waves) * 1.5;
  });
  const rows = view.state.problem.umpires.map((umpire): UmpireLoad => {
    const own = placed.filter((at) => at.umpire === umpire.id);
    const cells = waves.map((start, index): LoadCell => {
      const during = (at: { start: Instant; end: Instant }): boolean => at.start <= start && start < at.end;
      return {
        start,
        match: own.find(during)?.match.id ?? null,
        isOffDuty: !isWithin(umpire.available, { start, end: (start + 1) as Instant }),
        plays: umpire.player !== null && placed.some((at) => during(at) && at.match.players.includes(umpire.player!)),
        afterPause: gaps[index]!,
      };
    });
    const warnings = view.state.warnings.filter(({ match }) => own.some((at) => at.match.id === match));
    const has = (kinds: readonly WarningKind[]): boolean => warnings.some(({ kind }) => kinds.includes(kind));
    return {
      umpire: umpire.id,
      name: umpire.name,
      club: umpire.club ?? 'Independent',
      isMe: view.me.has(umpire.id),
      cells,
      matches: own.length,
      cap: umpire.maxPerDay,
      tone: has(PARTIAL) ? 'bad' : has(TIRED) ? 'warn' : null,
    };
  });
  const caps = new Set(view.state.problem.umpires.map(({ maxPerDay }) => maxPerDay));
  const [cap = null] = caps;
  return {
    waves: waves.length,
    cap: caps.size === 1 ? cap : null,
    rows: rows.toSorted((one, other) => Number(one.isMe) - Number(other.isMe) || other.matches - one.matches),
  };
}

/** The middle distance between two waves. */
function usualStep(waves: readonly Instant[]): number {
  const steps = waves.slice(1).map((start, index) => minutesBetween(waves[index]!, start));
  return steps.sort((one, other) => one - other)[Math.floor((steps.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}
