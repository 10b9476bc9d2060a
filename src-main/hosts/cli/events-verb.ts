import { by, inOrder } from '#shared/base/ordering';
import type { ImportedFile, ImportedOccurrence } from '#shared/calendar/imported';
import { dayNumber } from '#shared/time/day';
import { formatInstant, MILLISECONDS_PER_DAY, parseInstant } from '#shared/time/instant';
import { BadInput } from './bad-input';
import { readCalendars } from './calendar-files';
import { type Moment, momentOption, readOptions, zoneOption } from './options';
import { writeOutput } from './output-file';
import { EXIT, type Terminal, type Verb } from './terminal';

export const eventsVerb: Verb = {
  summary: 'read calendar files and list what happens between two moments',
  usage: `Usage: daywright events FILE... --from ISO --to ISO [--zone TZ] [--report R.json]
  FILE           an .ics file, or a .zip of them as Google exports it
  --from, --to   the window [from, to): instants such as 2026-11-23T08:00:00Z, or dates (midnight in the zone)
  --zone TZ      the zone of floating times, all-day events and dates (default: this machine's)
  --report FILE  write what was noticed and repaired while reading, as JSON
Prints one JSON object a line, sorted by start: {"uid","summary","start","end","allDay"}.
Timed events have UTC instants, all-day events dates with an exclusive end. Cancelled ones are left out.
`,
  run: runEvents,
};

async function runEvents(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { from: 'text', to: 'text', zone: 'text', report: 'text' });
  if (given.files.length === 0) throw new BadInput('events needs at least one .ics or .zip file');
  const zone = zoneOption('--zone', given.text('zone') ?? terminal.zone);
  const from = momentOption('--from', given.text('from'), zone);
  const to = momentOption('--to', given.text('to'), zone);
  if (from.at >= to.at) {
    throw new BadInput(`--to is ${formatInstant(to.at)}: expected a moment after --from, ${formatInstant(from.at)}`);
  }

  // A day wider on both sides: an all-day event may overlap the window as written and not as instants.
  const window = { from: from.at - MILLISECONDS_PER_DAY, to: to.at + MILLISECONDS_PER_DAY };
  const options = { window, zone, ownAddresses: [] };
  const lines: Line[] = [];
  const counts: Counts[] = [];
  const read = await readCalendars(given.files, options, terminal, (file, items) => {
    const count = counts[file] ?? { items: 0, occurrences: 0 };
    counts[file] = count;
    for (const { occurrences } of items) {
      count.items += 1;
      count.occurrences += occurrences.length;
      for (const occurrence of occurrences) if (isInside(occurrence, from, to)) lines.push(lineOf(occurrence));
    }
  });
  if (read.kind === 'cancelled') return EXIT.cancelled;
  if (read.kind === 'failed') throw new Error(read.error.message);

  const report = given.text('report');
  if (report !== null) await writeOutput(report, formatReport(read.value, counts), given.files, terminal);
  lines.sort(inPrintedOrder);
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    const some = lines.slice(at, at + LINES_AT_ONCE).map(({ text }) => text);
    await terminal.print(`${some.join('\n')}\n`);
  }
  return EXIT.done;
}

/** A hundred thousand events are a hundred megabytes of text: not in one piece. */
const LINES_AT_ONCE = 20_000;

interface Counts {
  items: number;
  occurrences: number;
}

/** What is kept of an occurrence: its text and what it is sorted by. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
  readonly text: string;
}

/** The text begins with the UID. */
const inPrintedOrder = inOrder<Line>(
  by((line) => line.start),
  by((line) => (line.allDay ? 0 : 1)),
  by((line) => line.end),
  by((line) => line.text),
);

function lineOf(occurrence: ImportedOccurrence): Line {
  const end = parseInstant(occurrence.end) ?? 0;
  return { start: sortKey(occurrence), end, allDay: occurrence.allDay, text: formatOccurrence(occurrence) };
}

/** An all-day event stands at the UTC midnight of its date, so that the order is the order of the printed texts in every zone. */
function sortKey({ start, allDay, startDay }: ImportedOccurrence): number {
  return allDay && startDay ? dayNumber(startDay) * MILLISECONDS_PER_DAY : (parseInstant(start) ?? 0);
}

function isInside({ start, end, allDay, startDay, endDay }: ImportedOccurrence, from: Moment, to: Moment): boolean {
  if (allDay && startDay && endDay) {
    const first = dayNumber(startDay) * MILLISECONDS_PER_DAY;
    return first < to.asWritten && dayNumber(endDay) * MILLISECONDS_PER_DAY > from.asWritten;
  }
  const begins = parseInstant(start) ?? 0;
  const ends = parseInstant(end) ?? begins;
  // An event without length is a point: inside when it lies in [from, to).
  return begins === ends ? begins >= from.at && begins < to.at : begins < to.at && ends > from.at;
}

function formatOccurrence({ uid, title, start, end, allDay, startDay, endDay }: ImportedOccurrence): string {
  const span = allDay ? { start: startDay, end: endDay } : { start, end };
  return JSON.stringify({ uid, summary: title, ...span, allDay });
}

function formatReport(files: readonly ImportedFile[], counts: readonly (Counts | undefined)[]): string {
  const report = files.map(({ name, sizeBytes, source, calendarName, report: lines, problem }, index) => ({
    name,
    sizeBytes,
    source,
    calendarName,
    items: counts[index]?.items ?? 0,
    occurrences: counts[index]?.occurrences ?? 0,
    counts: {
      repaired: lines.filter((line) => line.severity === 'repaired').length,
      needsYou: lines.filter((line) => line.severity === 'needsYou').length,
      leftOut: lines.filter((line) => line.severity === 'leftOut').length,
    },
    /** Where the file breaks off; null when it was read to its end. */
    problem: problem?.message ?? null,
    report: lines,
  }));
  return `${JSON.stringify({ files: report }, null, 2)}\n`;
}
