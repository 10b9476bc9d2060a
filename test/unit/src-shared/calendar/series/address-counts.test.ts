import { expect, test } from 'vitest';
import { calendarText, readText } from '../../../../helpers/read-fixture';

function meeting(uid: string, ...attendees: readonly string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTART:20261123T080000Z', ...attendees, 'END:VEVENT'];
}

const ME = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:Me@Example.com';
const NOT_ME = 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.com';
const PRIYA = 'ATTENDEE;PARTSTAT=ACCEPTED;CN="Priya":MAILTO:priya@example.com';
const ROOM = 'ATTENDEE;CUTYPE=ROOM:urn:uuid:4';

test('[CAL-69] the most frequent people are named while own addresses are not known', () => {
  const text = calendarText(...meeting('a', ME, PRIYA, ROOM), ...meeting('b', NOT_ME), ...meeting('c', ME));
  expect(readText(text).addresses).toEqual([
    { address: 'me@example.com', events: 3, declined: 1 },
    { address: 'priya@example.com', events: 1, declined: 0 },
  ]);
  expect(readText(text, { ownAddresses: ['me@example.com'] }).addresses).toBeUndefined();
});

test('[CAL-69] nothing is asked where nobody declined', () => {
  expect(readText(calendarText(...meeting('a', ME, PRIYA))).addresses).toBeUndefined();
});
