import { expect, it } from 'vitest';
import { nextDay } from '#renderer/features/tournaments/next-day';
import type { Day } from '#shared/time/day';
import { viewOf } from '../../../../helpers/tournament-screen';

it('shows the chosen day, else today or the next day of play, else the last', () => {
  const [saturday, sunday, monday] = ['2026-11-28', '2026-11-29', '2026-11-30'] as Day[];
  const view = viewOf({
    days: [
      { from: '2026-11-28T09:00', to: '2026-11-28T18:00' },
      { from: '2026-11-29T09:00', to: '2026-11-29T18:00' },
    ],
  });
  expect(nextDay(view, '2026-11-24' as Day, null)).toBe(saturday);
  expect(nextDay(view, sunday!, null)).toBe(sunday);
  expect(nextDay(view, monday!, null)).toBe(sunday);
  expect(nextDay(view, monday!, saturday!)).toBe(saturday);
  expect(nextDay(view, saturday!, monday!)).toBe(saturday);
});
