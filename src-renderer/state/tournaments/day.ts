// The day of play: what really happened. Each action is one undo step; afterwards the timetable is looked at, and if it no longer holds,
// the smallest repair is shown before anything else moves.
import { failed, ok, type Result } from '#shared/base/result';
import { formatInstant, type Instant } from '#shared/time/instant';
import { wallTimeAt } from '#shared/time/zone';
import { addLateEntry, type LateEntry } from '#shared/tournaments/day/late-entry';
import { loseCourt as closed, losePerson, restoreCourt, restorePerson } from '#shared/tournaments/day/lose-and-restore';
import { type ResultToRecord, recordResult as recorded, takeBackResult } from '#shared/tournaments/day/record-result';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import { returnEntry, withdrawEntry } from '#shared/tournaments/day/withdraw-entry';
import { numberMatches } from '#shared/tournaments/setup/number-matches';
import { now } from '../clock';
import { editTournament, type TournamentEdit } from './edit';
import { lookForRepair } from './repair';
import type { TournamentView } from './view';

type Done = Promise<Result<void, string>>;

/** The match is called: it begins at `at` (now), on this court and with this umpire. */
export function callMatch(
  id: string,
  match: string,
  { court, umpire, at = now() }: { court: string | null; umpire: string | null; at?: Instant },
): Done {
  return onTheDay(id, `Call ${match}`, (view) => {
    const running = recorded(view.document, view.matches, {
      match,
      winner: null,
      kind: 'running',
      start: at,
      end: null,
    });
    if (!running.ok) return running;
    const minutes = view.problem.matches[view.problem.indexOf.get(match)!]!.minutes;
    const rows = view.rows.map((row) =>
      row.match.id === match ? { ...row, court, umpire, start: at, end: (at + minutes * 60_000) as Instant } : row,
    );
    return ok({ ...running.value, timetable: timetableRows(rows) });
  });
}

/** The winner advances. Times that are null are those of the timetable, or of when the match was called. */
export function recordResult(id: string, result: ResultToRecord): Done {
  return onTheDay(id, `Result of ${result.match}`, (view) => {
    const running = view.document.results.find((one) => one.match === result.match);
    const done = recorded(view.document, view.matches, result);
    if (!done.ok || result.start !== null || !running?.start) return done;
    const results = done.value.results.map((one) =>
      one.match === result.match ? { ...one, start: running.start } : one,
    );
    return ok({ ...done.value, results });
  });
}

/** It is still being played, and will be until about `end`. */
export function recordOverrun(id: string, match: string, end: Instant): Done {
  return onTheDay(id, `${match} runs over`, (view) => {
    const row = view.rows.find((one) => one.match.id === match);
    const known = view.document.results.find((one) => one.match === match);
    if (known && known.kind !== 'running') return failed(`${match} is over already: its result says so.`);
    if (!row || row.start === null) return failed(`${match} has no time, so it cannot run over.`);
    const start = view.problem.document.results.find((one) => one.match === match)?.start ?? formatInstant(row.start);
    const done = recorded(view.document, view.matches, { match, winner: null, kind: 'running', start: null, end });
    if (!done.ok) return done;
    return ok({
      ...done.value,
      results: done.value.results.map((one) => (one.match === match ? { ...one, start } : one)),
    });
  });
}

export function undoResult(id: string, match: string): Done {
  return onTheDay(id, `Take back the result of ${match}`, ({ document, matches }) =>
    takeBackResult(document, matches, match),
  );
}

export function withdraw(id: string, entry: string): Done {
  return onTheDay(id, `Withdraw ${entry}`, ({ document }) => withdrawEntry(document, entry));
}

export function takeBackWithdrawal(id: string, entry: string): Done {
  return onTheDay(id, `${entry} plays after all`, ({ document }) => returnEntry(document, entry));
}

export function addEntryLate(id: string, entry: LateEntry): Done {
  return onTheDay(id, `Late entry ${entry.name ?? entry.id}`, ({ document, matches, rows, isScheduled }) => {
    const added = addLateEntry(document, matches, entry);
    if (!added.ok || !isScheduled) return added;
    const courts = document.courts.map((court) => court.id);
    return ok({ ...added.value, matches: numberMatches(added.value.matches, rows, courts) });
  });
}

/** From now on, or until a time. */
export function loseCourt(id: string, court: string, until: Instant | null = null): Done {
  return onTheDay(id, `Lose court ${court}`, (view) => closed(view.document, court, absence(view, until)));
}

export function courtIsBack(id: string, court: string): Done {
  return onTheDay(id, `Court ${court} is back`, (view) => restoreCourt(view.document, court, wallNow(view)));
}

/** An umpire or a player is away from now on, or until a time. */
export function markAway(id: string, who: string, until: Instant | null = null): Done {
  return onTheDay(id, `${who} is away`, (view) => losePerson(view.document, who, absence(view, until)));
}

export function markBack(id: string, who: string): Done {
  return onTheDay(id, `${who} is back`, (view) => restorePerson(view.document, who, wallNow(view)));
}

/** Somebody is there, or is not after all. */
export function checkIn(id: string, person: string, there = true): Done {
  return editTournament(id, `${there ? 'Check in' : 'Check out'} ${person}`, ({ document }) => {
    const others = document.checkedIn.filter((one) => one !== person);
    return ok({ ...document, checkedIn: there ? [...others, person] : others });
  });
}

async function onTheDay(id: string, label: string, edit: TournamentEdit): Done {
  const done = await editTournament(id, label, edit);
  if (done.ok) await lookForRepair(id);
  return done;
}

function absence(view: TournamentView, until: Instant | null) {
  return { from: wallNow(view), to: until === null ? null : wallTimeAt(view.problem.zone, until) };
}

function wallNow(view: TournamentView) {
  return wallTimeAt(view.problem.zone, now());
}
