import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpackCalendars } from '#shared/calendar/unpack';

const names = (archive: Record<string, Uint8Array>) => {
  const unpacked = unpackCalendars('google.zip', zipSync(archive));
  return unpacked.ok ? unpacked.value.map(({ name, bytes }) => `${name} ${bytes.length}`) : unpacked.error;
};

test('[CAL-87] the calendars of an archive are unpacked, without folders and without what else is in it', () => {
  expect(
    names({
      'Takeout/Calendar/work.ics': strToU8('BEGIN:VCALENDAR'),
      'Takeout/Calendar/Family.ICS': strToU8('abc'),
      'Takeout/readme.html': strToU8('<html>'),
      '__MACOSX/._work.ics': strToU8('shadow'),
    }),
  ).toEqual(['work.ics 15', 'Family.ICS 3']);
});

test('[CAL-87] an archive without calendars says so', () => {
  expect(names({ 'a.txt': strToU8('a') })).toBe('google.zip holds no calendar: expected .ics files in it');
});

test('[CAL-87] a bomb is not unpacked', () => {
  const archive = zipSync({ 'bomb.ics': new Uint8Array(1_000_000) });
  // The size it claims, in its directory at the end and at its head.
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  for (let at = 0; at < archive.length - 30; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true);
  }
  expect(unpackCalendars('bomb.zip', archive)).toEqual({
    ok: false,
    error: 'bomb.zip unpacks to 2,861 MB: expected at most 256 MB',
  });
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.ics`, strToU8('x')]));
  expect(names(many)).toBe('google.zip holds 201 calendars: expected at most 200');
});

test('[CAL-87] what is broken is told, not thrown', () => {
  const archive = zipSync({ 'a.ics': strToU8('BEGIN:VCALENDAR\n'.repeat(50)) });
  expect(unpackCalendars('cut.zip', archive.subarray(0, 60))).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^cut\.zip cannot be unpacked: /),
  });
});
