// The timetable as the command line prints it and other programs read it.
import { formatInstant, type Instant } from '../time/instant';
import type { Slot } from './document';
import type { Timetable, TimetableQuality } from './timetable';
import type { Warning } from './warning';

export interface TimetableOutput {
  readonly matches: readonly {
    readonly id: string;
    readonly round: number;
    readonly entries: readonly [Slot, Slot];
    readonly category: string | null;
    readonly court: string | null;
    readonly umpire: string | null;
    /** ISO instants. */
    readonly start: string | null;
    readonly end: string | null;
    readonly warnings: readonly WarningOutput[];
  }[];
  readonly warnings: readonly WarningOutput[];
  readonly quality: TimetableQuality;
  readonly violations: Timetable['violations'];
}

export type WarningOutput = ReturnType<typeof warningOutput>;

export function timetableOutput({ matches, warnings, quality, violations }: Timetable): TimetableOutput {
  const written = warnings.map((warning) => ({ match: warning.match, output: warningOutput(warning) }));
  return {
    matches: matches.map(({ match, court, umpire, start, end }) => ({
      id: match.id,
      round: match.round,
      entries: match.entries,
      category: match.category,
      court,
      umpire,
      start: instantText(start),
      end: instantText(end),
      warnings: written.filter((warning) => warning.match === match.id).map(({ output }) => output),
    })),
    warnings: written.map(({ output }) => output),
    quality,
    violations,
  };
}

function warningOutput(warning: Warning) {
  const { alternative } = warning;
  return {
    ...warning,
    when: instantText(warning.when),
    alternative: alternative && { ...alternative, start: instantText(alternative.start) },
  };
}

function instantText(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
