// Manual work on the board. What is done by hand is pinned, so that the next timetable keeps it.
import { failed, ok, type Result } from '#shared/base/result';
import { formatInstant, type Instant, parseInstant } from '#shared/time/instant';
import { applyAlternative as applied, swapUmpires as swapped } from '#shared/tournaments/day/apply-alternative';
import { applyDrop, checkDrop, type Drop, type DropVerdict } from '#shared/tournaments/day/check-drop';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import type { Pin, TournamentDocument } from '#shared/tournaments/document';
import type { TournamentProblem } from '#shared/tournaments/problem';
import type { ScheduledMatch } from '#shared/tournaments/timetable';
import type { Warning } from '#shared/tournaments/warning';
import { editTournament } from './edit';
import type { TournamentView } from './view';

type Done = Promise<Result<void, string>>;

/** Which parts of a match stay where they are. */
export interface PinnedParts {
  readonly time?: boolean;
  readonly court?: boolean;
  readonly umpire?: boolean;
}

/** May it go there? If not: which rule says so, and the nearest legal places. */
export function judgeMove(view: TournamentView, drop: Drop): DropVerdict {
  // The match may be moved although it is pinned: the pin moves along.
  return checkDrop(unpinned(view, drop.match), view.rows, drop);
}

/** Moves a match and pins time and court; refused with the first reason when a rule is against it. */
export function moveMatch(id: string, drop: Drop): Done {
  return editTournament(id, `Move ${drop.match}`, (view) => {
    const verdict = judgeMove(view, drop);
    if (!verdict.legal) return failed(verdict.reasons[0]!.message);
    const { document } = view;
    const before = document.pins.find(({ match }) => match === drop.match);
    const pin: Pin = {
      ...before,
      match: drop.match,
      start: formatInstant(drop.start),
      court: drop.court,
      umpire: drop.umpire ?? (before?.umpire ? verdict.row.umpire : null),
    };
    return ok(withRows(withPin(document, pin), applyDrop(view.rows, verdict.row)));
  });
}

/** Gives a match this umpire, or none, and pins that; refused when a rule is against it. */
export function assignUmpire(id: string, match: string, umpire: string | null): Done {
  return editTournament(id, `Umpire of ${match}`, (view) => {
    const row = view.rows.find((one) => one.match.id === match);
    if (!row) return failed(`There is no match ${match}.`);
    if (row.start === null) return failed(`${match} has no time yet, so nobody can be asked to umpire it.`);
    if (umpire !== null) {
      const verdict = judgeMove(view, { match, court: row.court, start: row.start, umpire });
      if (!verdict.legal) return failed(verdict.reasons[0]!.message);
    }
    const before = view.document.pins.find((pin) => pin.match === match);
    const pin: Pin = { court: null, start: null, ...before, match, umpire };
    const rows = view.rows.map((one) => (one === row ? { ...one, umpire } : one));
    return ok(withRows(withPin(view.document, pin), rows));
  });
}

/** Two matches exchange their umpires, and the pins of umpires go along. */
export function swapUmpires(id: string, one: string, other: string): Done {
  return editTournament(id, `Swap the umpires of ${one} and ${other}`, (view) => {
    const rows = swapped(unpinned(view, one, other), view.rows, one, other);
    return rows.ok ? ok(withRows(repinned(view.document, rows.value, [one, other]), rows.value)) : rows;
  });
}

/** What the button beside a warning does. */
export function takeAlternative(id: string, warning: Warning): Done {
  return editTournament(id, `Mend ${warning.match}`, (view) => {
    const { alternative } = warning;
    if (!alternative) return failed(`There is no alternative for ${warning.match}.`);
    const rows = applied(view.problem, view.rows, warning.match, alternative);
    const touched = [warning.match, ...(alternative.withMatch === null ? [] : [alternative.withMatch])];
    return ok(withRows(repinned(view.document, rows, touched), rows));
  });
}

/** Pins what is named where it is now; what is not named is free. */
export function pinMatch(id: string, match: string, parts: PinnedParts = { time: true, court: true }): Done {
  return editTournament(id, `Pin ${match}`, (view) => {
    const row = view.rows.find((one) => one.match.id === match);
    if (!row || row.start === null) return failed(`${match} has no time yet, so it cannot be pinned.`);
    return ok(
      withPin(view.document, {
        match,
        start: parts.time ? formatInstant(row.start) : null,
        court: parts.court ? row.court : null,
        umpire: parts.umpire ? row.umpire : null,
      }),
    );
  });
}

export function unpinMatch(id: string, match: string): Done {
  return editTournament(id, `Unpin ${match}`, ({ document }) => ok(withoutPin(document, match)));
}

function withRows(document: TournamentDocument, rows: readonly ScheduledMatch[]): TournamentDocument {
  return { ...document, timetable: timetableRows(rows) };
}

/** A pin of nothing is none. */
function withPin(document: TournamentDocument, pin: Pin): TournamentDocument {
  const others = document.pins.filter(({ match }) => match !== pin.match);
  const holds = pin.start !== null || pin.court !== null || pin.umpire !== null;
  return { ...document, pins: holds ? [...others, pin] : others };
}

function withoutPin(document: TournamentDocument, match: string): TournamentDocument {
  if (!document.pins.some((pin) => pin.match === match)) return document;
  return { ...document, pins: document.pins.filter((pin) => pin.match !== match) };
}

function unpinned(view: TournamentView, ...freed: readonly string[]): TournamentProblem {
  const { problem } = view;
  return { ...problem, matches: problem.matches.map((one) => (freed.includes(one.id) ? { ...one, pin: null } : one)) };
}

/** The pinned parts of these matches, as they are in the rows. */
function repinned(
  document: TournamentDocument,
  rows: readonly ScheduledMatch[],
  touched: readonly string[],
): TournamentDocument {
  const rowOf = new Map(rows.map((row) => [row.match.id, row]));
  const pins = document.pins.map((pin) => {
    const row = rowOf.get(pin.match);
    if (!row || !touched.includes(pin.match)) return pin;
    return {
      ...pin,
      start: pin.start === null ? null : textOf(row.start),
      court: pin.court === null ? null : row.court,
      umpire: pin.umpire === null ? null : row.umpire,
    };
  });
  return { ...document, pins };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

/** Whether a match is pinned, and which parts. */
export function pinOf(view: TournamentView, match: string): Required<PinnedParts> {
  const pin = view.document.pins.find((one) => one.match === match);
  return {
    time: pin?.start != null && parseInstant(pin.start) !== null,
    court: pin?.court != null,
    umpire: pin?.umpire != null,
  };
}
