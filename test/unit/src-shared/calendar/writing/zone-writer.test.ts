import { expect, test } from 'vitest';
import { zoneLines } from '#shared/calendar/writing/zone-writer';
import { readEmbeddedZone } from '#shared/calendar/zones/vtimezone';
import { type Instant, parseInstant } from '#shared/time/instant';
import { offsetAt, parseZone } from '#shared/time/zone';

function at(text: string): Instant {
  return parseInstant(text)!;
}

test('[CAL-82] yearly rules are written where the changes follow one', () => {
  expect(zoneLines(parseZone('Europe/Berlin')!, at('2025-01-01T00:00:00Z'), at('2029-01-01T00:00:00Z'))).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Berlin',
    'X-LIC-LOCATION:Europe/Berlin',
    'BEGIN:DAYLIGHT',
    'DTSTART:20250330T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20251026T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]);
});

test('[CAL-82] a zone without changes is one fixed offset', () => {
  expect(
    zoneLines(parseZone('Asia/Kathmandu')!, at('2025-01-01T00:00:00Z'), at('2029-01-01T00:00:00Z')).slice(3, -1),
  ).toEqual(['BEGIN:STANDARD', 'DTSTART:20250101T054500', 'TZOFFSETFROM:+0545', 'TZOFFSETTO:+0545', 'END:STANDARD']);
});

test('[CAL-82] whatever is written has the offsets of the zone, also where they follow the moon', () => {
  for (const name of [
    'Africa/Casablanca',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Africa/Cairo',
  ]) {
    const zone = parseZone(name)!;
    const written = readEmbeddedZone(
      zoneLines(zone, at('2025-01-01T00:00:00Z'), at('2029-01-01T00:00:00Z')).join('\n'),
    )!;
    for (
      let instant = at('2025-01-01T00:00:00Z');
      instant < at('2029-01-01T00:00:00Z');
      instant = (instant + 21_600_000) as Instant
    ) {
      if (written.offsetAt(instant) !== offsetAt(zone, instant)) throw new Error(`${name} differs at ${instant}`);
    }
  }
});
