// A tournament as a screen and an edit see it: everything that follows from the document, worked out once per version of it.
import type { Violation } from '#shared/engine/plan';
import type { Instant } from '#shared/time/instant';
import { nextMatches, type QueuedMatch } from '#shared/tournaments/day/next-matches';
import { type PredictedTime, predictedTimes } from '#shared/tournaments/day/predicted-times';
import { rowsAsPlayed, rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import type { Match } from '#shared/tournaments/document';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { type MatchWords, matchWords } from '#shared/tournaments/match-words';
import { problemOf, type TournamentProblem } from '#shared/tournaments/problem';
import { qualityOf } from '#shared/tournaments/quality';
import type { ScheduledMatch, TimetableQuality } from '#shared/tournaments/timetable';
import { verifyTimetable } from '#shared/tournaments/verify';
import type { Warning } from '#shared/tournaments/warning';
import { warningsOf } from '#shared/tournaments/warnings-of';
import type { StoredTournament } from '../workspace';

export interface TournamentView {
  readonly id: string;
  readonly document: StoredTournament;
  /** The draw: what stands in the document, or how it would be drawn now. In its own order. */
  readonly matches: readonly Match[];
  /** A draw stands in the document. */
  readonly isDrawn: boolean;
  /** A timetable is in force. */
  readonly isScheduled: boolean;
  /** States, who may play, spans instead of wall times: `problem.matches[problem.indexOf.get(id)!]`. */
  readonly problem: TournamentProblem;
  /** The timetable in force with real times where there are some, in the order of the draw; a match that is not in it has nulls. */
  readonly rows: readonly ScheduledMatch[];
  readonly words: ReadonlyMap<string, MatchWords>;
  /** Empty before the first timetable. */
  readonly warnings: readonly Warning[];
  /** Hard rules that the timetable in force breaks: the clashes. Empty before the first timetable. */
  readonly violations: readonly Violation[];
  readonly quality: TimetableQuality;
  /** When matches will really start, seen from `now`. */
  predicted(now: Instant): readonly PredictedTime[];
  /** What is to be called next, seen from `now`. */
  queue(now: Instant): readonly QueuedMatch[];
}

const known = new WeakMap<StoredTournament, TournamentView>();

export function tournamentView(document: StoredTournament): TournamentView {
  const before = known.get(document);
  if (before) return before;
  const view = makeView(document);
  known.set(document, view);
  return view;
}

function makeView(document: StoredTournament): TournamentView {
  const matches = once(() => drawTournament(document));
  const problem = once(() => problemOf(document, matches()));
  const rows = once(() => rowsAsPlayed(problem(), rowsInForce(document, matches())));
  const words = once(() => matchWords(problem()));
  const isScheduled = document.timetable.some(({ start }) => start !== null);
  const warnings = once(() => (isScheduled ? warningsOf(problem(), rows()) : []));
  const violations = once(() => (isScheduled ? verifyTimetable(problem(), rows()) : []));
  const quality = once(() => {
    const { bound = null, fewestBreaches = null } = document.lastRun ?? {};
    return qualityOf(problem(), rows(), { bound, fewestBreaches });
  });
  const predicted = atMoment((now) => predictedTimes(document, matches(), now));
  const queue = atMoment((now) => nextMatches(document, matches(), now));
  return {
    id: document.id,
    document,
    isDrawn: document.matches.length > 0,
    isScheduled,
    predicted,
    queue,
    get matches() {
      return matches();
    },
    get problem() {
      return problem();
    },
    get rows() {
      return rows();
    },
    get words() {
      return words();
    },
    get warnings() {
      return warnings();
    },
    get violations() {
      return violations();
    },
    get quality() {
      return quality();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Keeps the answer of the newest moment: a screen asks for the same one many times. */
function atMoment<T>(make: (now: Instant) => T): (now: Instant) => T {
  let last: { readonly now: Instant; readonly value: T } | null = null;
  return (now) => {
    if (last?.now !== now) last = { now, value: make(now) };
    return last.value;
  };
}
