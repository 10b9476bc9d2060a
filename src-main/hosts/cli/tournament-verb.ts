import { formatInstant, type Instant } from '#shared/time/instant';
import { bestTimetable, type TournamentOutcome } from '#shared/tournaments/best/best-timetable';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { repairTimetable } from '#shared/tournaments/day/repair';
import type { TournamentDocument } from '#shared/tournaments/document';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { matchWords } from '#shared/tournaments/match-words';
import { type OrderOfPlayBy, orderOfPlay } from '#shared/tournaments/order-of-play';
import { orderOfPlayText } from '#shared/tournaments/order-of-play-text';
import { problemOf } from '#shared/tournaments/problem';
import { qualityOf } from '#shared/tournaments/quality';
import { readTournament } from '#shared/tournaments/read-tournament';
import { numberMatches } from '#shared/tournaments/setup/number-matches';
import type { Timetable } from '#shared/tournaments/timetable';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import { BadInput } from './bad-input';
import { badDocument, readJson } from './input-files';
import { nowOption, oneOf, readOptions } from './options';
import { EXIT, type Terminal, type Verb } from './terminal';

export const tournamentVerb: Verb = {
  summary: 'draw and schedule a tournament',
  usage: `Usage: daywright tournament FILE.json [--mode classic|best] [--repair-from ISO] [--order-of-play time|court]
  FILE.json  a daywright.tournament document; categories without matches are drawn
  --mode     best (default): shortest day, fewest breaches of neutrality, even loads, with rests, hours, breaks and pins
             classic: waves, courts in turn, the least used neutral umpire
  --repair-from ISO
             keeps the timetable in force and changes as little as possible from that moment on, after results, overruns,
             withdrawals, closures and absences that stand in the document; prints {"changes"} too
  --order-of-play
             prints the order of play as text, by time or court by court, instead of JSON
Prints {"matches","warnings","quality"}.
`,
  run: runTournament,
};

async function runTournament(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { mode: 'text', 'order-of-play': 'text', 'repair-from': 'text' });
  const mode = oneOf('--mode', given.text('mode') ?? 'best', ['classic', 'best']);
  const wanted = given.text('order-of-play');
  const order = wanted === null ? null : oneOf('--order-of-play', wanted, ['time', 'court']);
  const [path, ...more] = given.files;
  if (path === undefined) throw new BadInput('tournament needs a file: expected a daywright.tournament document');
  if (more.length > 0) throw new BadInput(`${JSON.stringify(more[0])} is one file too many: expected one document`);
  const read = readTournament(await readJson(path));
  if (!read.ok) throw badDocument(path, read.error);
  const from = given.text('repair-from');
  if (from !== null && mode === 'classic')
    throw new BadInput('--mode is "classic" beside --repair-from: expected best, whose rules a repair keeps');
  if (from !== null) return repair(read.value, nowOption(from, read.value.timeZone), order, terminal);
  const made =
    mode === 'classic'
      ? { kind: 'ok' as const, value: classicTimetable(read.value) }
      : await best(read.value, terminal);
  if (made.kind === 'cancelled') return EXIT.cancelled;
  const { violations } = made.value;
  for (const { message } of violations) terminal.note(message);
  await terminal.print(
    order === null
      ? `${JSON.stringify(timetableOutput(made.value), null, 2)}\n`
      : wallText(read.value, made.value, order),
  );
  return violations.length > 0 ? EXIT.notFine : EXIT.done;
}

/** The day of play without a screen: what happened stands in the document, what changes is printed. */
async function repair(
  document: TournamentDocument,
  from: Instant,
  order: OrderOfPlayBy | null,
  terminal: Terminal,
): Promise<number> {
  if (document.timetable.length === 0)
    throw new BadInput('--repair-from needs a timetable in force: expected rows in "timetable"');
  const matches = drawTournament(document);
  const problem = problemOf(document, matches);
  const { matches: rows, changes, warnings, violations } = repairTimetable(document, matches, from);
  for (const { message } of violations) terminal.note(message);
  const made: Timetable = { matches: rows, warnings, quality: qualityOf(problem, rows), violations };
  const place = ({ start, court, umpire }: (typeof changes)[number]['from']) => ({
    start: start === null ? null : formatInstant(start),
    court,
    umpire,
  });
  const moved = changes.map((change) => ({ ...change, from: place(change.from), to: place(change.to) }));
  await terminal.print(
    order === null
      ? `${JSON.stringify({ ...timetableOutput(made), changes: moved }, null, 2)}\n`
      : wallText(document, made, order),
  );
  return violations.length > 0 ? EXIT.notFine : EXIT.done;
}

function wallText(document: TournamentDocument, { matches: rows }: Timetable, order: OrderOfPlayBy): string {
  const courts = document.courts.map(({ id }) => id);
  const drawn = drawTournament(document);
  const problem = problemOf(document, numberMatches(drawn, rows, courts));
  return orderOfPlayText(problem, orderOfPlay(problem, rows, matchWords(problem), order));
}

function best(document: TournamentDocument, terminal: Terminal): Promise<TournamentOutcome> {
  return bestTimetable(document, {
    onProgress: ({ fraction, phase }) => terminal.progress(fraction, phase),
    isCancelled: () => terminal.signal.aborted,
    // One turn of the event loop, in which Ctrl-C is heard.
    pause: () => new Promise((resume) => setImmediate(resume)),
  });
}
