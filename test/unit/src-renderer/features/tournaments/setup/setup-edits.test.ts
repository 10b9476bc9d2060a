import { describe, expect, it } from 'vitest';
import {
  addedEntries,
  endOn,
  freeId,
  hoursOn,
  movedStart,
  showMinutes,
  startDay,
  startMinutes,
  typedEntries,
  withHours,
} from '#renderer/features/tournaments/setup/setup-edits';
import type { Day } from '#shared/time/day';
import type { WallSpan } from '#shared/tournaments/document';
import { tournament } from '../../../../../helpers/tournament-documents';

const SATURDAY = '2026-11-28' as Day;
const SUNDAY = '2026-11-29' as Day;
const span = (from: string, to: string) => ({ from, to }) as WallSpan;

describe('the start', () => {
  it('is nine where only a date is given', () => {
    expect(startMinutes({ start: '2026-11-28' })).toBe(540);
    expect(startMinutes({ start: '2026-11-28T10:15' })).toBe(615);
    expect(startDay({ start: '2026-11-28T10:15' })).toBe(SATURDAY);
  });

  it('on another day takes days, breaks and hours along', () => {
    const document = tournament({
      days: [{ from: '2026-11-28T09:00', to: '2026-11-28T18:00' }],
      breaks: [{ from: '2026-11-28T12:00', to: '2026-11-28T13:00', name: 'Lunch' }],
      courts: [{ id: 'A' }, { id: 'B', open: [{ from: '2026-11-28T10:00', to: '2026-11-28T18:00' }] }],
      umpires: [{ id: 'u', available: [{ from: '2026-11-28T09:00', to: '2026-11-28T12:00' }] }],
    });
    const moved = movedStart(document, '2026-12-05' as Day, 600);
    expect(moved.start).toBe('2026-12-05T10:00');
    expect(moved.days).toEqual([{ from: '2026-12-05T09:00', to: '2026-12-05T18:00' }]);
    expect(moved.breaks).toEqual([{ from: '2026-12-05T12:00', to: '2026-12-05T13:00', name: 'Lunch' }]);
    expect(moved.courts.map(({ open }) => open)).toEqual([
      null,
      [{ from: '2026-12-05T10:00', to: '2026-12-05T18:00' }],
    ]);
    expect(moved.umpires[0]!.available).toEqual([{ from: '2026-12-05T09:00', to: '2026-12-05T12:00' }]);
  });
});

describe('hours', () => {
  it('are read and written a day at a time; none at all means always', () => {
    const both = [span('2026-11-28T10:00', '2026-11-28T18:00'), span('2026-11-29T09:00', '2026-11-30T00:00')];
    expect(hoursOn(both, SATURDAY)).toEqual({ from: 600, to: 1080 });
    expect(hoursOn(both, SUNDAY)).toEqual({ from: 540, to: 1440 });
    expect(hoursOn(null, SATURDAY)).toBeNull();
    expect(withHours(null, SATURDAY, { from: 600, to: 1440 })).toEqual([span('2026-11-28T10:00', '2026-11-29T00:00')]);
    expect(withHours(both, SATURDAY, null)).toEqual([both[1]]);
    expect(withHours([both[0]!], SATURDAY, null)).toBeNull();
    expect(withHours(both, SATURDAY, { from: 660, to: 1080 })).toEqual([
      span('2026-11-28T11:00', '2026-11-28T18:00'),
      both[1],
    ]);
  });

  it('end at midnight on the next day, and are shown without padding', () => {
    expect(endOn(SATURDAY, 1440)).toBe('2026-11-29T00:00');
    expect(showMinutes(585)).toBe('9:45');
  });
});

describe('typed entries', () => {
  it('are singles, pairs and clubs, one a line', () => {
    const { participants, problems } = typedEntries('Ina Kim / Leo Frey, Hafen 04\n\nAnna "Ann" Haas', 'MX');
    expect(problems).toEqual([]);
    expect(participants.map(({ name, club, category, players }) => [name, club, category, players])).toEqual([
      ['Ina Kim / Leo Frey', 'Hafen 04', 'MX', ['ina-kim.hafen-04', 'leo-frey.hafen-04']],
      ['Anna "Ann" Haas', null, 'MX', ['anna-ann-haas']],
    ]);
  });

  it('are not added twice', () => {
    const first = typedEntries('Anna Haas', null).participants;
    expect(addedEntries(first, typedEntries('Anna Haas\nBen Ito', null).participants).map(({ name }) => name)).toEqual([
      'Anna Haas',
      'Ben Ito',
    ]);
  });
});

it('a new court takes the next free number', () => {
  expect(freeId([{ id: 'court-1' }, { id: 'court-3' }], 'court')).toBe('court-4');
  expect(freeId([], 'court')).toBe('court-1');
  expect(freeId([{ id: 'a' }, { id: 'court-3' }], 'court')).toBe('court-4');
});
