import { describe, expect, test } from 'vitest';
import { encodeText } from '#shared/calendar/text/encoding';
import { LONGEST_LINE, newUnfoldedLines, unfold } from '#shared/calendar/text/unfold';
import { calendarText, notesOf, occurrencesOf, readFixture, readText } from '../../../../helpers/read-fixture';

function unfolded(text: string): { lines: string[]; physical: number[] } {
  const bytes = encodeText(text);
  const into = newUnfoldedLines();
  const physical: number[] = [];
  unfold(bytes, 0, bytes.length, into, physical);
  return { lines: new TextDecoder().decode(into.bytes.subarray(0, into.length)).split('\n'), physical };
}

describe('folds', () => {
  test('[CAL-07] a fold inside a character is undone, and exactly one blank is dropped', () => {
    expect(occurrencesOf(readFixture('text-folds'))).toEqual(['Frühstück am Meer!: 2026-11-23 08:00']);
  });

  test('[CAL-07] a line break without a blank ends the line', () => {
    expect(unfolded('A:1\r\nB:2\r\n  3\r\n\tx\r\nC:4')).toEqual({
      lines: ['A:1', 'B:2 3x', 'C:4'],
      physical: [0, 1, 4],
    });
  });

  test('[CAL-07] a fold may stand inside or behind a name, with blank lines between', () => {
    const file = readFixture('text-folded-names');
    expect(occurrencesOf(file)).toEqual([
      'Call: 2026-11-23 08:00 – 2026-11-23 08:30',
      'Christmas Day: 2026-12-25 – 2026-12-26',
    ]);
    expect(notesOf(file)).toEqual([]);
  });

  test('[CAL-06] doubled carriage returns end a line like one', () => {
    expect(unfolded('DTSTART:20261123\r\r\nUID:x\r\r\n').lines).toEqual(['DTSTART:20261123', 'UID:x']);
  });

  test('[CAL-08] a continuation that lost its blank belongs to free text before it', () => {
    expect(unfolded('SUMMARY:one\nand two\nUID:x').lines).toEqual(['SUMMARY:oneand two', 'UID:x']);
    expect(occurrencesOf(readFixture('text-unindented'))).toEqual(['Still here: 2026-11-23 08:00']);
  });

  test('[CAL-08] after a date it spoils nothing, unless it is more of the list', () => {
    expect(unfolded('DTSTART:20261123\nsome noise\nUID:x').lines).toEqual(['DTSTART:20261123', 'UID:x']);
    expect(unfolded('EXDATE:20261123,\n20261124\nUID:x').lines).toEqual(['EXDATE:20261123,20261124', 'UID:x']);
  });

  test('[CAL-10] a soft line break of quoted-printable goes on without a blank', () => {
    expect(occurrencesOf(readFixture('text-quoted-printable'))).toEqual([
      'Frühstück am Meer; 50 = 50: 2026-11-23 08:00',
    ]);
    expect(unfolded('ATTACH:QQ==\nUID:x').lines).toEqual(['ATTACH:QQ==', 'UID:x']);
  });

  test('[CAL-11] NUL bytes and empty lines vanish', () => {
    expect(occurrencesOf(readFixture('text-nul'))).toEqual(['Nothing: 2026-11-23 08:00']);
    expect(unfolded('A:1\n\n\r\nB:2').lines).toEqual(['A:1', 'B:2']);
  });
});

test('[CAL-63] a line of 10 MB is dropped with a note, and its event read without it', () => {
  const text = calendarText(
    'BEGIN:VEVENT',
    'UID:long',
    `ATTACH;ENCODING=BASE64:${'A'.repeat(10 * LONGEST_LINE)}`,
    'DTSTART:20261123T080000Z',
    'SUMMARY:long',
    'END:VEVENT',
  );
  const file = readText(text);
  expect(occurrencesOf(file)).toEqual(['long: 2026-11-23 08:00']);
  expect(notesOf(file)).toEqual([
    'leftOut limit.lineLength @3 ×1 A property longer than 1 MB → The event is read without it',
  ]);
  expect(file.items[0]!.ics.length).toBeLessThan(300);
});
