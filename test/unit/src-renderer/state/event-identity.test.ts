import { describe, expect, it } from 'vitest';
import { eventsOfItem, itemId } from '#renderer/state/event-identity';
import type { ImportedOccurrence } from '#shared/calendar/imported';

const at = (recurrenceId?: string): ImportedOccurrence => ({
  uid: 'u1',
  ...(recurrenceId === undefined ? {} : { recurrenceId }),
  title: 'Stand-up',
  start: '2026-11-23T08:00:00Z',
  end: '2026-11-23T08:15:00Z',
  allDay: false,
  busy: true,
});

describe('ids of imported events', () => {
  it('come from calendar, UID and recurrence id, and tell twins apart', () => {
    const ids = eventsOfItem({ calendarId: 'work', uid: 'u1' }, [at('2026-11-23'), at('2026-11-23'), at()]).map(
      (x) => x.id,
    );
    expect(ids).toEqual(['work/u1@2026-11-23', 'work/u1@2026-11-23#1', 'work/u1@']);
  });

  it('stay within 200 characters and stay different', () => {
    const long = 'x'.repeat(400);
    const [a, b] = [itemId('work', `${long}a`), itemId('work', `${long}b`)];
    expect(a.length).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
    expect(a).toBe(itemId('work', `${long}a`));
  });
});
