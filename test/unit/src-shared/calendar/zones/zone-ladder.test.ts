import { describe, expect, test } from 'vitest';
import { expandItem } from '#shared/calendar/expand';
import { zoneByName } from '#shared/calendar/zones/zone-ladder';
import { parseZone } from '#shared/time/zone';
import { notesOf, occurrencesOf, readFixture } from '../../../../helpers/read-fixture';

describe('names', () => {
  test('[CAL-20] quotes, copy suffixes, vendor prefixes and lower case do not hide an IANA name', () => {
    const file = readFixture('zone-spellings');
    expect(occurrencesOf(file)).toEqual(
      ['z0', 'z1', 'z2', 'z3', 'z4', 'z5'].map((title) => `${title}: 2026-11-23 08:00`),
    );
    expect(notesOf(file)).toEqual([]);
  });

  test('[CAL-21] Windows names are read by the maintained table', () => {
    expect(occurrencesOf(readFixture('zone-windows'))).toEqual([
      'z0: 2026-11-23 08:00',
      'z1: 2026-11-23 08:00',
      'z2: 2026-11-23 12:30',
      'z3: 2026-11-23 08:00',
      'z4: 2026-11-23 09:00',
    ]);
  });

  test('[CAL-22] display names, localised ones and unquoted ones with colons are read, with a note', () => {
    const file = readFixture('zone-display-names');
    expect(occurrencesOf(file)).toEqual([
      'z0: 2026-11-23 08:00',
      'z1: 2026-11-23 08:00',
      'z2: 2026-11-23 08:00',
      'z3: 2026-11-23 14:00',
      'z4: 2026-11-23 14:00',
    ]);
    expect(notesOf(file)[1]).toBe(
      'repaired zone.byDisplay @16 ×1 Time zone “Mitteleuropäische Zeit” → Europe/Berlin, by its display name',
    );
  });

  test('[CAL-20] names of offsets count eastwards, as people write them', () => {
    expect(['GMT+0100', 'UTC-5', '+09:00', 'UTC', 'GMT+0'].map((name) => zoneByName(name)?.zone)).toEqual([
      'Etc/GMT-1',
      'Etc/GMT+5',
      'Etc/GMT-9',
      'Etc/UTC',
      'Etc/UTC',
    ]);
  });

  test('[CAL-20] [CAL-22] names of vendors: slashes in front, joined regions, pairs of offsets, lists of cities, accents', () => {
    const file = readFixture('zone-vendor-names', { from: '2026-06-01T00:00:00Z' });
    expect(occurrencesOf(file)).toEqual([
      'z0: 2026-07-01 07:00',
      'z1: 2026-07-01 07:00',
      'z2: 2026-07-01 13:00',
      'z3: 2026-07-01 08:00',
      'z4: 2026-07-01 07:00',
      'z5: 2026-07-01 13:00',
      'z6: 2026-07-01 12:00',
      'z7: 2026-07-01 07:00',
      'z8: 2026-07-01 03:30',
      'z9: 2026-07-01 13:00',
    ]);
    expect(notesOf(file).filter((note) => note.startsWith('needsYou'))).toEqual([]);
  });

  test('[CAL-22] display names in other languages, and single cities behind an offset', () => {
    const named = [
      '(UTC+01:00) Bruxelles, Copenhague, Madrid, Paris',
      '(UTC+01:00) Amsterdam, Berlino, Berna, Roma, Stoccolma, Vienna',
      '(UTC-05:00) Est (États-Unis et Canada)',
      '(UTC-08:00) Pacific Time (USA und Kanada)',
      '(UTC+03:00) Istanbul',
      '(UTC+02:00) Athènes, Bucarest',
      'Istanbul meeting',
    ].map((name) => zoneByName(name)?.zone ?? null);
    expect(named).toEqual([
      'Europe/Paris',
      'Europe/Amsterdam',
      'America/New_York',
      'America/Los_Angeles',
      'Europe/Istanbul',
      'Europe/Bucharest',
      null,
    ]);
  });

  test('[CAL-20] an abbreviation many zones share names none', () => {
    expect(['IST', 'BST', 'Nowhere', 'Europe/Atlantis'].map(zoneByName)).toEqual([null, null, null, null]);
  });
});

describe('zones the file brings along', () => {
  test('[CAL-23] offsets that match a known zone are that zone', () => {
    const file = readFixture('zone-by-offsets', { from: '2026-06-01T00:00:00Z' });
    expect(occurrencesOf(file)).toEqual(['w: 2026-11-23 08:00', 'z: 2026-07-01 07:00']);
    expect(notesOf(file)).toEqual([
      'repaired zone.byOffsets @19 ×2 Time zone “Customized Time Zone” → Europe/Berlin, by offset match',
    ]);
  });

  test('[CAL-23] the name of a zone is text, whose commas are escaped', () => {
    // The file's zone still changes on the last Sunday of October: the name says nothing else.
    expect(occurrencesOf(readFixture('zone-escaped-name'))).toEqual(['meeting: 2026-11-24 06:30 – 2026-11-24 08:00']);
  });

  test('[CAL-28] a single change of offsets is a list that was cut off; a single fixed offset is meant', () => {
    const from = '2026-06-01T00:00:00Z';
    expect(occurrencesOf(readFixture('zone-cut-list', { from }))).toEqual([
      'summer: 2026-07-01 10:00 – 2026-07-01 10:30',
    ]);
    expect(occurrencesOf(readFixture('zone-without-summer', { from }))).toEqual([
      'summer: 2026-07-01 11:00 – 2026-07-01 11:30',
    ]);
  });

  test('[CAL-24] offsets that match no zone are kept', () => {
    const file = readFixture('zone-kept-offsets');
    expect(occurrencesOf(file)).toEqual(['z: 2026-11-23 07:40']);
    expect(notesOf(file)).toEqual([
      'repaired zone.byEmbedded @12 ×1 Time zone “Mars” → Mars, by the offsets in the file',
    ]);
  });

  test('[CAL-23] the place a zone names is taken for its name', () => {
    const file = readFixture('zone-location');
    expect(occurrencesOf(file)).toEqual(['z: 2026-11-23 00:00']);
    expect(notesOf(file)).toEqual([
      'repaired zone.byLocation @13 ×1 Time zone “Weird” → Asia/Tokyo, by the place the file names',
    ]);
  });

  test('[CAL-28] where the file and its zone of the same name differ, the file is followed, with a note', () => {
    // The file has summer time the whole year: 09:00 is 07:00Z.
    const file = readFixture('zone-differs');
    expect(occurrencesOf(file)).toEqual(['z: 2026-11-23 07:00']);
    expect(notesOf(file)).toEqual([
      "repaired zone.differs @18 ×1 Time zone “Europe/Berlin” → The file's own offsets, which differ from Europe/Berlin",
    ]);
  });

  test('[CAL-28] a zone of one year is a stub: the name is followed', () => {
    const file = readFixture('zone-one-year-stub', { from: '2026-06-01T00:00:00Z', to: '2026-12-01T00:00:00Z' });
    expect(occurrencesOf(file)).toEqual([
      'series: 2026-06-10 07:00',
      'series: 2026-07-10 07:00',
      'series: 2026-08-10 07:00',
      'series: 2026-09-10 07:00',
      'series: 2026-10-10 07:00',
      'series: 2026-11-10 08:00',
    ]);
    expect(notesOf(file)).toEqual([]);
  });
});

describe('the last rungs', () => {
  test('[CAL-25] a name nothing explains is the zone of the calendar', () => {
    const file = readFixture('zone-of-calendar');
    expect(occurrencesOf(file)).toEqual(['z: 2026-11-23 00:00']);
    expect(notesOf(file)).toEqual([
      'repaired zone.byCalendarZone @5 ×1 Time zone “Nowhere” → Asia/Tokyo, the zone of the calendar, because nothing explains the name',
    ]);
  });

  test('[CAL-26] without one it is the zone of the user, with a warning and never silently UTC', () => {
    const file = readFixture('zone-of-user');
    expect(occurrencesOf(file)).toEqual(['y: 2026-11-24 14:00', 'z: 2026-11-23 14:00']);
    expect(notesOf(file)).toEqual([
      'needsYou zone.byUserZone @4 ×2 Time zone “Nowhere” → America/New_York, your zone, because nothing explains the name',
    ]);
  });

  test('[CAL-86] a zone the user chose wins, and a stored item keeps it', () => {
    const file = readFixture('zone-of-user', { zoneOverrides: { Nowhere: 'Asia/Tokyo' } });
    expect(occurrencesOf(file)).toEqual(['y: 2026-11-24 00:00', 'z: 2026-11-23 00:00']);
    expect(notesOf(file)).toEqual(['repaired zone.byChosen @4 ×2 Time zone “Nowhere” → Asia/Tokyo, as you chose']);
    expect(file.report[0]?.zoneName).toBe('Nowhere');
    const window = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 11, 1) };
    const again = file.items.flatMap((item) => expandItem(item.ics, window, parseZone('America/New_York')!));
    expect(again.map((occurrence) => occurrence.start).sort()).toEqual([
      '2026-11-23T00:00:00Z',
      '2026-11-24T00:00:00Z',
    ]);
  });

  test('[CAL-86] a choice for another name changes nothing', () => {
    const file = readFixture('zone-of-user', { zoneOverrides: { Elsewhere: 'Asia/Tokyo' } });
    expect(occurrencesOf(file)).toEqual(['y: 2026-11-24 14:00', 'z: 2026-11-23 14:00']);
    expect(file.report[0]).toMatchObject({ severity: 'needsYou', zoneName: 'Nowhere' });
  });

  test('[CAL-27] a floating time is a wall time of the user, whatever zone the calendar has', () => {
    expect(occurrencesOf(readFixture('zone-floating'))).toEqual(['z: 2026-11-23 14:00']);
    expect(occurrencesOf(readFixture('zone-floating', { zone: 'Europe/Berlin' }))).toEqual(['z: 2026-11-23 08:00']);
  });

  test('[CAL-92] what has no zone is as long as the wall shows, also where the clocks change', () => {
    const berlin = { zone: 'Europe/Berlin', from: '2026-03-01T00:00:00Z' };
    expect(occurrencesOf(readFixture('zone-floating-lengths', berlin))).toEqual([
      'From midnight to midnight: 2026-10-23 22:00 – 2026-10-24 22:00',
      'From midnight to midnight: 2026-10-24 22:00 – 2026-10-25 23:00',
      'In the gap of a zone: 2026-03-29 01:45 – 2026-03-29 02:00',
      'In the gap: 2026-03-28 01:45 – 2026-03-28 02:00',
      'In the gap: 2026-03-29 01:45 – 2026-03-29 02:00',
      'In the gap: 2026-03-30 00:45 – 2026-03-30 01:00',
      'Night shift: 2026-10-23 20:00 – 2026-10-24 04:00',
      'Night shift: 2026-10-24 20:00 – 2026-10-25 05:00',
      'Night shift: 2026-10-25 21:00 – 2026-10-26 05:00',
    ]);
    expect(notesOf(readFixture('zone-floating-lengths', berlin))).toEqual([]);
  });

  test('[CAL-29] a TZID without a VTIMEZONE is not floating', () => {
    // Nine in the morning at +01:00, and at +11:00 where summer adds half an hour to +10:30.
    expect(occurrencesOf(readFixture('zone-without-vtimezone'))).toEqual([
      'Berlin: 2026-11-23 08:00 – 2026-11-23 09:00',
      'Lord Howe: 2026-11-22 22:00 – 2026-11-22 23:00',
    ]);
    expect(notesOf(readFixture('zone-without-vtimezone'))).toEqual([]);
  });
});
