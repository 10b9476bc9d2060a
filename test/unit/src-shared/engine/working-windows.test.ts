import { expect, it } from 'vitest';
import { isoOfMinute } from '#shared/engine/epoch-minute';
import { settingsSchema } from '#shared/engine/settings';
import { workingWindows } from '#shared/engine/working-windows';
import type { Day } from '#shared/time/day';

function windows(timeZone: string, workingHours: object, first: string, end: string): string[] {
  const settings = settingsSchema.parse({ timeZone, workingHours });
  return workingWindows(settings, first as Day, end as Day).map(
    (window) => `${isoOfMinute(window.start)} ${isoOfMinute(window.end)}`,
  );
}

it("[TASK-21] windows are wall times of the user's zone", () => {
  expect(windows('Europe/Berlin', { 1: [['09:00', '17:30']] }, '2026-11-23', '2026-11-24')).toEqual([
    '2026-11-23T08:00:00Z 2026-11-23T16:30:00Z',
  ]);
});

it('[TASK-21] an end before the start means the next day, and the night before reaches in', () => {
  expect(windows('UTC', { 7: [['22:00', '06:00']], 1: [['22:00', '06:00']] }, '2026-11-23', '2026-11-24')).toEqual([
    '2026-11-22T22:00:00Z 2026-11-23T06:00:00Z',
    '2026-11-23T22:00:00Z 2026-11-24T06:00:00Z',
  ]);
});

it('[TASK-21] a window has an hour less in spring and an hour more in autumn', () => {
  expect(windows('Europe/Berlin', { 7: [['01:00', '04:00']] }, '2027-03-28', '2027-03-29')).toEqual([
    '2027-03-28T00:00:00Z 2027-03-28T02:00:00Z',
  ]);
  expect(windows('Europe/Berlin', { 7: [['01:00', '04:00']] }, '2026-10-25', '2026-10-26')).toEqual([
    '2026-10-24T23:00:00Z 2026-10-25T03:00:00Z',
  ]);
});

it('[TASK-21] a closing time that the clocks skip closes where they jump', () => {
  expect(windows('Europe/Berlin', { 7: [['01:00', '02:30']] }, '2027-03-28', '2027-03-29')).toEqual([
    '2027-03-28T00:00:00Z 2027-03-28T01:00:00Z',
  ]);
});

it('[TASK-3] [TASK-21] a window that opens within the hour that comes twice is closed until the clock shows that time again', () => {
  // New York, 1 November 2026: at 2:00 (06:00Z) it is 1:00 again.
  expect(windows('America/New_York', { 7: [['01:30', '03:30']] }, '2026-11-01', '2026-11-02')).toEqual([
    '2026-11-01T05:30:00Z 2026-11-01T06:00:00Z',
    '2026-11-01T06:30:00Z 2026-11-01T08:30:00Z',
  ]);
  // Lord Howe is set back by half an hour, at 2:00 (15:00Z) to 1:30.
  expect(windows('Australia/Lord_Howe', { 7: [['01:45', '04:00']] }, '2027-04-04', '2027-04-05')).toEqual([
    '2027-04-03T14:45:00Z 2027-04-03T15:00:00Z',
    '2027-04-03T15:15:00Z 2027-04-03T17:30:00Z',
  ]);
  // One that opens before that hour stays whole.
  expect(windows('America/New_York', { 7: [['00:30', '03:30']] }, '2026-11-01', '2026-11-02')).toEqual([
    '2026-11-01T04:30:00Z 2026-11-01T08:30:00Z',
  ]);
});
