import { expect, test } from 'vitest';
import { decodeQuotedPrintable } from '#shared/calendar/text/encoding';
import { notesOf, occurrencesOf, readFixture } from '../../../../helpers/read-fixture';

const BREAKFAST = ['Frühstück: 2026-11-23 08:00 – 2026-11-23 09:00'];

test('[CAL-03] a byte order mark is dropped', () => {
  const file = readFixture('text-bom');
  expect([occurrencesOf(file), notesOf(file)]).toEqual([BREAKFAST, []]);
});

test('[CAL-04] UTF-16 is read with a byte order mark and without one', () => {
  expect(occurrencesOf(readFixture('text-utf16le-bom'))).toEqual(BREAKFAST);
  const bare = readFixture('text-utf16be-bare');
  expect(occurrencesOf(bare)).toEqual(BREAKFAST);
  expect(notesOf(bare)).toEqual(['repaired text.utf16 @file ×1 The file is in UTF-16BE → Read as such']);
});

test('[CAL-05] text that is not UTF-8 is read as Windows-1252', () => {
  const file = readFixture('text-latin1');
  expect(occurrencesOf(file)).toEqual(BREAKFAST);
  expect(notesOf(file)).toEqual(['repaired text.latin1 @4 ×1 Text that is not UTF-8 → Read as Windows-1252 (Latin-1)']);
});

test('[CAL-05] a character that lost a part, or one line in Latin-1, spoils nothing beside it', () => {
  const file = readFixture('text-cut-character');
  expect(occurrencesOf(file)).toEqual(['Frühstück – Grüße: 2026-11-23 08:00', 'Müller: 2026-11-24 08:00']);
  expect(file.items[1]!.occurrences[0]!.location).toBe('Café');
  expect(notesOf(file)).toEqual([
    'repaired text.cutCharacter @3 ×1 A character that lost a part → Shown as \ufffd',
    'repaired text.latin1 @9 ×1 Text that is not UTF-8 → Read as Windows-1252 (Latin-1)',
  ]);
});

test('[CAL-06] LF and CR end lines like CRLF', () => {
  expect(occurrencesOf(readFixture('text-lf'))).toEqual(BREAKFAST);
  expect(occurrencesOf(readFixture('text-cr'))).toEqual(BREAKFAST);
});

test('[CAL-06] names of properties and components may be in lower case', () => {
  expect(occurrencesOf(readFixture('text-lower-case'))).toEqual(['lower: 2026-11-23 08:00']);
});

test('[CAL-10] quoted-printable is decoded in the charset it names', () => {
  expect(decodeQuotedPrintable('Fr=C3=BChst=C3=BCck', 'UTF-8')).toBe('Frühstück');
  expect(decodeQuotedPrintable('Fr=FChst=FCck', 'ISO-8859-1')).toBe('Frühstück');
  expect(decodeQuotedPrintable('50 = 50', null)).toBe('50 = 50');
});
