import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isArchive } from '#shared/calendar/is-archive';

test('[CAL-87] an archive is known by how it begins', () => {
  expect(isArchive(zipSync({ 'a.ics': strToU8('a') }))).toBe(true);
  expect(isArchive(zipSync({}))).toBe(true);
  expect(isArchive(strToU8('BEGIN:VCALENDAR'))).toBe(false);
  expect(isArchive(new Uint8Array(0))).toBe(false);
});
