import { expect, test } from 'vitest';
import { calendarText, readText } from '../../../../helpers/read-fixture';

function hashOf(...lines: readonly string[]): string {
  return readText(calendarText('BEGIN:VEVENT', 'UID:u', 'DTSTART:20261123T080000Z', ...lines, 'END:VEVENT')).items[0]!
    .hash;
}

test('[CAL-73] stamps do not change the hash, content does', () => {
  const plain = hashOf('SUMMARY:a');
  expect(
    hashOf(
      'SUMMARY:a',
      'DTSTAMP:20261101T000000Z',
      'LAST-MODIFIED:20261101T000000Z',
      'SEQUENCE:7',
      'CREATED:20261101T000000Z',
    ),
  ).toBe(plain);
  expect(plain).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf('SUMMARY:b')).not.toBe(plain);
  expect(hashOf('SUMMARY:a', 'LOCATION:x')).not.toBe(plain);
});

test('[CAL-73] neither folding nor the order of lines changes it', () => {
  expect(hashOf('SUMMARY:a', 'LOCATION:x')).toBe(hashOf('LOCATION:x', 'SUMMARY:a'));
  expect(hashOf('SUMMARY:abc')).toBe(hashOf('SUMMARY:ab\r\n c'));
});
