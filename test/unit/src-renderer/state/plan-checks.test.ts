import { describe, expect, it } from 'vitest';
import { planChecks } from '#renderer/state/plan-checks';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import type { Placement } from '#shared/engine/plan';
import { settingsSchema } from '#shared/engine/settings';
import { placed } from '../../../helpers/sample-plan';

/** Tuesday 24 November 2026; Berlin is one hour ahead of UTC. */
const at = (time: string) => `2026-11-24T${time}:00Z`;
const task = (id: string, from: string, to: string, more: Partial<Placement> = {}) =>
  placed('task', id, at(from), at(to), more);
const settings = settingsSchema.parse({ timeZone: 'Europe/Berlin', workingHours: { '2': [['09:00', '17:00']] } });
const calendars = [calendarSchema.parse({ id: 'work', name: 'Work', blocks: true })];
const meeting = eventSchema.parse({
  id: 'e1',
  calendarId: 'work',
  uid: 'u1',
  title: 'Meeting',
  start: at('10:00'),
  end: at('11:00'),
});
const checks = (after: readonly Placement[], before: readonly Placement[] = [], events = [meeting]) =>
  planChecks({ settings, calendars, placements: before }, after, events);

describe('overlaps', () => {
  it('are none where one begins when the other ends', () => {
    expect(checks([task('a', '09:00', '10:00'), task('b', '11:00', '12:00')]).overlaps).toBe(0);
  });

  it('count each placement that lies on another or on an event', () => {
    expect(checks([task('a', '09:30', '10:30')]).overlaps).toBe(1);
    expect(checks([task('a', '10:30', '11:30')]).overlaps).toBe(1);
    expect(
      checks([task('a', '12:00', '14:00'), task('b', '12:30', '13:00'), task('c', '13:30', '15:00')]).overlaps,
    ).toBe(2);
  });

  it('leave out events that do not block', () => {
    expect(checks([task('a', '10:00', '11:00')], [], [{ ...meeting, busy: false }]).overlaps).toBe(0);
    expect(checks([task('a', '10:00', '11:00')], [], [{ ...meeting, calendarId: 'unknown' }]).overlaps).toBe(0);
  });
});

describe('locked placements', () => {
  it('count when they stand elsewhere, not when they stay', () => {
    const before = [task('a', '12:00', '13:00', { pinned: true }), task('b', '13:00', '14:00', { pinned: true })];
    const after = [task('a', '12:00', '13:00'), task('b', '14:00', '15:00')];
    expect(checks(after, before).lockedMoved).toBe(1);
  });
});

describe('work outside the hours', () => {
  it('is the minutes before the opening and after the closing; habits may lie anywhere', () => {
    const early = task('a', '07:30', '09:00');
    const late = task('b', '15:45', '16:30');
    const run = placed('habit', 'h', at('05:00'), at('06:00'));
    // 7:30 UTC is 8:30, half an hour early; 16:30 UTC is 17:30, half an hour late.
    expect(checks([early, late, run]).outsideMinutes).toBe(60);
  });
});
