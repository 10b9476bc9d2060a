import { readFileSync } from 'node:fs';
import type { ImportedFile, ImportedOccurrence, ReportLine } from '#shared/calendar/imported';
import { readCalendarFile } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

export interface FixtureReading {
  /** ISO instants; November and December 2026 unless said. */
  readonly from?: string;
  readonly to?: string;
  /** The user's zone; New York unless said, so that it differs from the fixtures' own. */
  readonly zone?: string;
  readonly ownAddresses?: readonly string[];
  readonly zoneOverrides?: Readonly<Record<string, string>>;
}

/** Reads `test/fixtures/calendar/NAME.ics`. */
export function readFixture(name: string, reading: FixtureReading = {}): ImportedFile {
  return readBytes(`${name}.ics`, readFileSync(`test/fixtures/calendar/${name}.ics`), reading);
}

export function readText(text: string, reading: FixtureReading = {}): ImportedFile {
  return readBytes('text.ics', new TextEncoder().encode(text), reading);
}

export function readBytes(name: string, bytes: Uint8Array, reading: FixtureReading = {}): ImportedFile {
  const window = {
    from: parseInstant(reading.from ?? '2026-11-01T00:00:00Z')!,
    to: parseInstant(reading.to ?? '2027-01-01T00:00:00Z')!,
  };
  const zone = parseZone(reading.zone ?? 'America/New_York')!;
  const zoneOverrides = Object.fromEntries(
    Object.entries(reading.zoneOverrides ?? {}).map(([written, chosen]) => [written, parseZone(chosen)!]),
  );
  return readCalendarFile(
    { name, bytes },
    { window, zone, ownAddresses: [...(reading.ownAddresses ?? [])], zoneOverrides },
  );
}

/** One line an occurrence, sorted: `title: start – end` in UTC without seconds, or the days of an all-day one. */
export function occurrencesOf(file: ImportedFile): string[] {
  return file.items
    .flatMap((item) => item.occurrences)
    .map(describe)
    .sort();
}

function describe(occurrence: ImportedOccurrence): string {
  const { title, allDay, start, end, startDay, endDay } = occurrence;
  if (allDay) return `${title}: ${startDay} – ${endDay}`;
  return start === end ? `${title}: ${short(start)}` : `${title}: ${short(start)} – ${short(end)}`;
}

function short(instant: string): string {
  return instant.replace('T', ' ').replace(/:00Z$/, '');
}

/** One line a note: `severity code @line ×events message → repair`. */
export function notesOf(file: ImportedFile): string[] {
  return file.report.map(
    ({ severity, code, line, events, message, repair }: ReportLine) =>
      `${severity} ${code} @${line ?? 'file'} ×${events} ${message} → ${repair}`,
  );
}

/** A VCALENDAR around the given lines. */
export function calendarText(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}
