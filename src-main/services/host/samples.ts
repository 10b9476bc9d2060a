// The samples of `resources/` are written for the week of Monday 2026-11-23. They are moved by whole weeks, so that weekdays and
// times of day stay, to a week that is still mostly ahead: a newcomer on a Friday would else open a week of late tasks.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestOutput } from '#shared/ipc/contract';
import { type Day, dayNumber, parseDay, plusDays, weekdayOf } from '#shared/time/day';
import { formatInstant, type Instant, MILLISECONDS_PER_DAY, parseInstant } from '#shared/time/instant';
import { dayAt, instantOfLocal, localMilliseconds, parseZone, type ZoneId } from '#shared/time/zone';

export const SAMPLE_MONDAY = '2026-11-23' as Day;
const SAMPLE_CALENDARS = ['sample-work.ics', 'sample-family.ics'];

/** Reads the samples with their dates moved to this week, or from Wednesday on to the next, in the sample workspace's own zone. Throws when a file is missing. */
export async function readSamples(resourcesFolder: string, now: Instant): Promise<RequestOutput<'host.samples'>> {
  const workspace = await readFile(join(resourcesFolder, 'sample-workspace.json'), 'utf8');
  const zone = zoneOf(workspace);
  const weeks = weeksToMove(zone, now);
  const calendars = await Promise.all(
    SAMPLE_CALENDARS.map(async (name) => ({
      name,
      bytes: new TextEncoder().encode(moveIcsDates(await readFile(join(resourcesFolder, name), 'utf8'), weeks)),
    })),
  );
  const tournament = await readFile(join(resourcesFolder, 'sample-tournament.json'), 'utf8');
  return {
    workspace: moveIsoDates(workspace, weeks, zone),
    tournament: moveIsoDates(tournament, weeks, zone),
    calendars,
    monday: plusDays(SAMPLE_MONDAY, weeks * 7),
  };
}

/** Whole weeks from the sample's Monday to the Monday of this week; from Wednesday on, of the next. */
export function weeksToMove(zone: ZoneId, now: Instant): number {
  const today = dayAt(zone, now);
  const monday = plusDays(today, (weekdayOf(today) < 3 ? 1 : 8) - weekdayOf(today));
  return (dayNumber(monday) - dayNumber(SAMPLE_MONDAY)) / 7;
}

/** Moves the instants, wall times and dates of a JSON text. An instant keeps its local time of day in the zone, also across a change of offset. */
export function moveIsoDates(text: string, weeks: number, zone: ZoneId): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z/g, (found) => {
      const at = parseInstant(found);
      if (at === null) return found;
      return formatInstant(instantOfLocal(zone, localMilliseconds(zone, at) + weeks * 7 * MILLISECONDS_PER_DAY));
    })
    .replace(/\b\d{4}-\d{2}-\d{2}(?=(T\d{2}:\d{2})?")/g, (date) => moveDay(date, weeks));
}

/** Moves the `YYYYMMDD` values of an .ics text, except inside VTIMEZONE, whose dates are history. */
export function moveIcsDates(text: string, weeks: number): string {
  let inZone = false;
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      if (line.startsWith('BEGIN:VTIMEZONE')) inZone = true;
      if (line.startsWith('END:VTIMEZONE')) inZone = false;
      if (inZone || !/^(DTSTART|DTEND|DTSTAMP|CREATED|LAST-MODIFIED|RECURRENCE-ID|EXDATE|RDATE|RRULE|DUE)\b/.test(line))
        return line;
      return line.replace(/(?<=[:,=])\d{8}(?=T|,|;|\r|\n|$)/g, (date) => {
        const moved = moveDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`, weeks);
        return moved.replaceAll('-', '');
      });
    })
    .join('');
}

function moveDay(date: string, weeks: number): string {
  const day = parseDay(date);
  return day === null ? date : plusDays(day, weeks * 7);
}

function zoneOf(workspace: string): ZoneId {
  const parsed = JSON.parse(workspace) as { settings?: { timeZone?: string } };
  return parseZone(parsed.settings?.timeZone ?? 'UTC') ?? parseZone('UTC')!;
}
