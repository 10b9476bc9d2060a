import { describe, expect, it } from 'vitest';
import { changeWords } from '#renderer/features/import/change-words';
import type { ImportChange } from '#renderer/state/import-diff';
import type { CalendarItem } from '#shared/calendar/event';
import type { ImportedItem, ImportedOccurrence } from '#shared/calendar/imported';
import { parseDay } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const at = { zone: parseZone('Europe/Berlin')!, now: parseInstant('2026-11-24T09:42:00Z')! };

function occurrence(start: string, end: string, more: Partial<ImportedOccurrence> = {}): ImportedOccurrence {
  return { uid: 'u', title: 'Client call', start, end, allDay: false, busy: true, ...more };
}

const ics = (rule = '') => `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${rule}END:VEVENT\r\nEND:VCALENDAR\r\n`;

function item(occurrences: ImportedOccurrence[], rule = ''): ImportedItem {
  return {
    uid: 'u',
    title: 'Client call',
    ics: ics(rule),
    sequence: 0,
    lastModified: null,
    stamp: null,
    hash: 'h',
    recurring: rule !== '',
    occurrences,
  };
}

function updated(before: ImportedItem, after: ImportedItem): ImportChange {
  const { occurrences, ...content } = before;
  return {
    key: 'u',
    kind: 'updated',
    title: 'Client call',
    after,
    before: {
      item: { ...content, id: 'i', calendarId: 'work' } as CalendarItem,
      events: occurrences.map((x) => ({ ...x, id: x.start, calendarId: 'work', uid: 'u' })),
    },
  } as ImportChange;
}

const CALL = occurrence('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z', { location: 'Room 2' });
const words = (before: ImportedOccurrence, after: ImportedOccurrence) =>
  changeWords(updated(item([before]), item([after])), at);

describe('changeWords', () => {
  it('says when and where a new event is', () => {
    const change: ImportChange = { key: 'u', kind: 'added', title: 'x', after: item([CALL]), before: null };
    expect(changeWords(change, at)).toEqual({ day: 'Tue 24 Nov', from: null, to: '13:00 – 14:00', detail: 'Room 2' });
  });

  it('says what of an event changes, the most telling first', () => {
    const moved = { ...CALL, start: '2026-11-24T13:00:00Z', end: '2026-11-24T14:00:00Z' };
    expect(words(CALL, moved)).toMatchObject({ from: '13:00', to: '14:00', detail: 'Start time' });
    expect(words(CALL, { ...CALL, end: '2026-11-24T13:30:00Z' })).toMatchObject({
      from: '1 h',
      to: '1 h 30',
      detail: 'Length',
    });
    expect(words(CALL, { ...CALL, location: 'Video' })).toMatchObject({ from: 'Room 2', to: 'Video', detail: 'Place' });
    expect(words(CALL, { ...CALL, title: 'Client visit' })).toMatchObject({ to: 'Client visit', detail: 'Name' });
    expect(words(CALL, { ...CALL, busy: false })).toMatchObject({ from: 'Busy', to: 'Free', detail: 'Availability' });
    expect(words(CALL, { ...CALL })).toMatchObject({ from: null, to: '13:00 – 14:00', detail: 'Details' });
    const nextDay = { ...CALL, start: '2026-11-25T12:00:00Z', end: '2026-11-25T13:00:00Z' };
    expect(words(CALL, nextDay)).toMatchObject({ from: 'Tue 24 Nov', to: 'Wed 25 Nov', detail: 'Day' });
  });

  it('writes all-day spans with their last day inside, and the year when it is another', () => {
    const oslo = occurrence('2026-11-25T23:00:00Z', '2026-11-27T23:00:00Z', {
      allDay: true,
      startDay: parseDay('2026-11-26')!,
      endDay: parseDay('2026-11-28')!,
    });
    const added = (x: ImportedOccurrence): ImportChange => ({
      key: 'u',
      kind: 'added',
      title: 'x',
      after: item([x]),
      before: null,
    });
    expect(changeWords(added(oslo), at)).toMatchObject({ day: '26 Nov – 27 Nov', to: 'All day' });
    const kickOff = occurrence('2027-01-04T08:00:00Z', '2027-01-04T09:30:00Z');
    expect(changeWords(added(kickOff), at)).toMatchObject({ day: 'Mon 4 Jan 2027', to: '9:00 – 10:30' });
  });

  it('says how a series repeats and where its end moves', () => {
    const rule = (until: string) => `RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=${until}\r\n`;
    const change = updated(item([CALL], rule('20261218T080000Z')), item([CALL], rule('20270326T080000Z')));
    expect(changeWords(change, at)).toEqual({
      day: 'Every weekday',
      from: 'Until 18 Dec',
      to: 'Until 26 Mar',
      detail: 'Series end',
    });
  });

  it('says that a removed event is not in the file', () => {
    const { before } = updated(item([CALL]), item([CALL]));
    const change: ImportChange = { key: 'u', kind: 'removed', title: 'x', after: null, before };
    expect(changeWords(change, at)).toMatchObject({ day: 'Tue 24 Nov', detail: 'Not in the file' });
  });
});
