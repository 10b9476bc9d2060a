// A court, an umpire or a player that is not there for a while, or is again.
import { failed, ok, type Result } from '../../base/result';
import type { WallTime } from '../../time/wall-time';
import type { TournamentDocument } from '../document';

type Edited = Result<TournamentDocument, string>;

/** Half-open, in the tournament's zone; `to` null means for good. */
export interface Absence {
  readonly from: WallTime;
  readonly to: WallTime | null;
}

export function loseCourt(document: TournamentDocument, court: string, { from, to }: Absence): Edited {
  if (to !== null && to <= from) return failed(`The court cannot be back at ${to}, before it is lost at ${from}.`);
  return ok({ ...document, closures: [...document.closures, { court, from, to }] });
}

/** Ends what lasts at that time, and drops what would only begin later. */
export function restoreCourt(document: TournamentDocument, court: string, at: WallTime): Edited {
  return ok({ ...document, closures: ended(document.closures, (closure) => closure.court === court, at) });
}

export function losePerson(document: TournamentDocument, who: string, { from, to }: Absence): Edited {
  if (to !== null && to <= from) return failed(`Nobody can be back at ${to}, before leaving at ${from}.`);
  return ok({ ...document, absences: [...document.absences, { who, from, to }] });
}

/** Absences that come from the user's own calendar stay: the calendar decides those. */
export function restorePerson(document: TournamentDocument, who: string, at: WallTime): Edited {
  const own = (absence: TournamentDocument['absences'][number]): boolean =>
    absence.who === who && absence.fromCalendar !== true;
  return ok({ ...document, absences: ended(document.absences, own, at) });
}

function ended<Span extends { readonly from: WallTime; readonly to: WallTime | null }>(
  spans: readonly Span[],
  concerns: (span: Span) => boolean,
  at: WallTime,
): Span[] {
  return spans.flatMap((span) => {
    if (!concerns(span) || (span.to !== null && span.to <= at)) return [span];
    return span.from < at ? [{ ...span, to: at }] : [];
  });
}
