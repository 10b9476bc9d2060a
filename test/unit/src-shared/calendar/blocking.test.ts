import { describe, expect, test } from 'vitest';
import { blocksTime } from '#shared/calendar/blocking';
import { type CalendarEvent, eventSchema } from '#shared/calendar/event';

const WORK = { blocks: true };
const SETTINGS = { allDayPolicy: 'whenBusy', tentativeBlocks: true } as const;

function event(more: Partial<CalendarEvent>): CalendarEvent {
  return eventSchema.parse({
    id: 'e',
    calendarId: 'work',
    uid: 'u',
    title: 'Event',
    start: '2026-11-23T08:00:00Z',
    end: '2026-11-23T09:00:00Z',
    ...more,
  });
}

describe('[CAL-58] an event takes time', () => {
  test('[CAL-58] when it is busy and its calendar blocks', () => {
    expect(blocksTime(event({ busy: true }), WORK, SETTINGS)).toBe(true);
    expect(blocksTime(event({ busy: false }), WORK, SETTINGS)).toBe(false);
    expect(blocksTime(event({ busy: true }), { blocks: false }, SETTINGS)).toBe(false);
  });

  test('[CAL-57] not when I declined it', () => {
    expect(blocksTime(event({ declined: true }), WORK, SETTINGS)).toBe(false);
    expect(blocksTime(event({ declined: true, allDay: true }), WORK, { ...SETTINGS, allDayPolicy: 'always' })).toBe(
      false,
    );
  });

  test('[CAL-55] a tentative one by setting', () => {
    expect(blocksTime(event({ tentative: true }), WORK, SETTINGS)).toBe(true);
    expect(blocksTime(event({ tentative: true }), WORK, { ...SETTINGS, tentativeBlocks: false })).toBe(false);
    expect(blocksTime(event({ tentative: true, busy: false }), WORK, SETTINGS)).toBe(false);
  });

  test('[CAL-59] a whole day by the policy of its calendar, if that has one', () => {
    const decide = (allDayPolicy: 'never' | 'always' | undefined, busy: boolean): boolean =>
      blocksTime(event({ allDay: true, busy }), allDayPolicy ? { ...WORK, allDayPolicy } : WORK, SETTINGS);
    expect([decide('never', true), decide('always', false), decide(undefined, false), decide(undefined, true)]).toEqual(
      [false, true, false, true],
    );
    expect(blocksTime(event({ busy: true }), { ...WORK, allDayPolicy: 'never' }, SETTINGS)).toBe(true);
  });

  test('[CAL-58] a whole day by policy', () => {
    const decide = (allDayPolicy: 'never' | 'whenBusy' | 'always', busy: boolean): boolean =>
      blocksTime(event({ allDay: true, busy }), WORK, { ...SETTINGS, allDayPolicy });
    expect([
      decide('never', true),
      decide('whenBusy', true),
      decide('whenBusy', false),
      decide('always', false),
    ]).toEqual([false, true, false, true]);
  });
});
