import { beforeEach, describe, expect, it } from 'vitest';
import { currentSection, goTo, setCalendarView, setViewedDay, viewedDay } from '#renderer/state/navigation';
import { parseDay } from '#shared/time/day';
import { start } from '../../../helpers/started-workspace';

beforeEach(async () => {
  await start();
  setViewedDay(null);
  setCalendarView('week');
  goTo('today');
});

describe('the address', () => {
  it('says section, day and view', () => {
    expect(location.hash).toBe('#/today');
    goTo('week');
    setViewedDay(parseDay('2026-11-30'));
    expect(location.hash).toBe('#/week/2026-11-30');
    setCalendarView('month');
    expect(location.hash).toBe('#/week/2026-11-30/month');
    expect(viewedDay()).toBe('2026-11-30');
  });

  it('leads back where it says', () => {
    location.hash = '#/habits/2026-11-25';
    window.dispatchEvent(new Event('hashchange'));
    expect(currentSection()).toBe('habits');
    expect(viewedDay()).toBe('2026-11-25');
    location.hash = '#/nowhere/yesterday';
    window.dispatchEvent(new Event('hashchange'));
    expect(currentSection()).toBe('week');
    expect(viewedDay()).toBe('2026-11-24');
  });
});
