import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { nextNotice } from '#shared/habits/next-notice';
import { NOTHING_SAID } from '#shared/habits/notice-memory';
import { decideNotices } from '#shared/habits/notices';
import type { HabitAgenda, OpenHabit } from '#shared/habits/open-habit';
import type { Day } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

/** Midnight of a day in UTC; times below are minutes after it. */
const MIDNIGHT = 29_923_200;
const habit = (id: string, more: Partial<OpenHabit> = {}): OpenHabit => ({
  habitId: id,
  day: '2026-11-23' as Day,
  title: id,
  minutes: 30,
  minMinutes: null,
  notify: 'whenTight',
  place: null,
  free: [{ start: MIDNIGHT + 480, end: MIDNIGHT + 1200 }],
  windowEnd: MIDNIGHT + 1200,
  ...more,
});
const agenda = (open: OpenHabit[], meetings: HabitAgenda['meetings'] = []): HabitAgenda => ({
  timeZone: parseZone('UTC')!,
  gridMinutes: 15,
  notices: true,
  open,
  meetings,
  slipping: [],
});

/** Looks each minute until something is said, from a first look at `now`. */
function minuteByMinute(of: HabitAgenda, now: number): string | null {
  let { memory } = decideNotices(of, { ...NOTHING_SAID, lastCheck: now }, now);
  for (let at = now + 1; at <= MIDNIGHT + 1440; at += 1) {
    const decided = decideNotices(of, memory, at);
    if (decided.notices[0]) return `${at - MIDNIGHT} ${decided.notices[0].title}`;
    memory = decided.memory;
  }
  return null;
}
const asked = (of: HabitAgenda, now: number) => {
  const next = nextNotice(of, now);
  return next && `${next.at - MIDNIGHT} ${next.notice.title}`;
};

describe('[HABIT-49] the next notice', () => {
  it('is the last call of what is open, the start where that is wanted, and none on the way', () => {
    expect(asked(agenda([habit('Run')]), MIDNIGHT + 500)).toBe('1155 Run: last call');
    const place = { start: MIDNIGHT + 700, end: MIDNIGHT + 730 };
    expect(asked(agenda([habit('Run', { notify: 'all', place })]), MIDNIGHT + 500)).toBe('695 Run at 11:40');
    const late = { start: MIDNIGHT + 1170, end: MIDNIGHT + 1200 };
    expect(asked(agenda([habit('Run', { place: late })]), MIDNIGHT + 500)).toBeNull();
    expect(asked(agenda([habit('Run', { notify: 'none' })]), MIDNIGHT + 500)).toBeNull();
    // A meeting puts it off.
    const meeting = [{ start: MIDNIGHT + 1140, end: MIDNIGHT + 1160 }];
    expect(asked(agenda([habit('Run')], meeting), MIDNIGHT + 500)).toBe('1160 Run: last call');
  });

  it('is what looking each minute would say first', () => {
    const kinds = ['all', 'whenTight', 'lastCall', 'none'] as const;
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const open = Array.from({ length: 1 + random.below(4) }, (_, index) => {
        const start = MIDNIGHT + 480 + 15 * random.below(20);
        const end = start + 60 + 15 * random.below(30);
        const placed = start + 15 * random.below(3);
        return habit(`h${index}`, {
          notify: kinds[random.below(4)]!,
          minMinutes: random.below(2) === 0 ? 10 : null,
          place: random.below(2) === 0 ? { start: placed, end: placed + 30 } : null,
          free: [{ start, end }],
          windowEnd: end + 15 * random.below(8),
        });
      });
      const from = MIDNIGHT + 600 + 15 * random.below(20);
      const of = agenda(open, random.below(2) === 0 ? [] : [{ start: from, end: from + 45 }]);
      const now = MIDNIGHT + 480 + random.below(300);
      expect(asked(of, now), `seed ${seed}`).toBe(minuteByMinute(of, now));
    }
  });
});
