import { expect, test } from 'vitest';
import { directoryProblem, LARGEST_FILE, tooLargeProblem, unreadableProblem } from '#shared/calendar/file-problem';
import { occurrencesOf, readBytes, readFixture } from '../../../helpers/read-fixture';

test('[CAL-12] an empty file is said to be empty', () => {
  expect(readFixture('file-empty').problem).toEqual({
    code: 'empty',
    message: 'file-empty.ics is empty (0 bytes). Expected BEGIN:VCALENDAR on line 1.',
  });
  expect(readFixture('file-blank').problem?.message).toBe(
    'file-blank.ics holds only blank lines. Expected BEGIN:VCALENDAR on line 1.',
  );
});

test('[CAL-13] a web page saved as .ics is recognised, with its title', () => {
  expect(readFixture('file-web-page').problem).toEqual({
    code: 'webPage',
    message:
      'file-web-page.ics is a web page (“Sign in - Google Accounts”), not a calendar: line 1 begins with <!DOCTYPE html>. ' +
      'Expected BEGIN:VCALENDAR. Often a sign-in page was saved in place of the calendar.',
  });
});

test('[CAL-14] what is no calendar is told with what stands there', () => {
  expect(readFixture('file-zeros').problem).toEqual({
    code: 'notCalendar',
    message: 'file-zeros.ics holds only NUL bytes (4,096 of them). Expected BEGIN:VCALENDAR on line 1.',
  });
  expect(readFixture('file-contacts').problem).toEqual({
    code: 'notCalendar',
    message: 'file-contacts.ics is not a calendar: line 1 begins with “BEGIN:VCARD”. Expected BEGIN:VCALENDAR.',
  });
  expect(readBytes('notes.txt', new TextEncoder().encode('Dear diary\n')).problem?.code).toBe('notCalendar');
});

test('[CAL-14] 50 MB of zeros are refused at once', () => {
  expect(readBytes('zeros.ics', new Uint8Array(50 * 1_048_576)).problem?.message).toBe(
    'zeros.ics holds only NUL bytes (52,428,800 of them). Expected BEGIN:VCALENDAR on line 1.',
  );
});

test('[CAL-15] too large a file, a folder and an unreadable file name the file and what was expected', () => {
  expect(tooLargeProblem('big.ics', LARGEST_FILE + 1).message).toBe(
    'big.ics holds 257 MB. Expected a calendar of at most 256 MB.',
  );
  expect(directoryProblem('calendars')).toEqual({
    code: 'directory',
    message: 'calendars is a folder. Expected an .ics file.',
  });
  expect(unreadableProblem('locked.ics', 'permission denied').message).toBe(
    'locked.ics cannot be read: permission denied. Expected an .ics file.',
  );
});

test('[CAL-16] a truncated file yields the events before the cut and names the line', () => {
  const inside = readFixture('file-cut-inside-event');
  expect(occurrencesOf(inside)).toEqual(['a: 2026-11-23 08:00', 'b: 2026-11-24 08:00']);
  expect(inside.problem).toEqual({
    code: 'truncated',
    message:
      'file-cut-inside-event.ics: Stops at line 18, inside the component that begins at line 16. Expected END:VCALENDAR.',
  });
  const between = readFixture('file-cut-between-events');
  expect(occurrencesOf(between)).toEqual(['a: 2026-11-23 08:00', 'b: 2026-11-24 08:00']);
  expect(between.problem?.message).toBe(
    'file-cut-between-events.ics: Stops at line 15, after a whole component. Expected END:VCALENDAR.',
  );
});
