// A year of days: twelve habits of every frequency, random events, check-offs, skips, moves and sleeps. What was said is listed and must keep
// every rule of the notices; what was planned must keep every rule of the habits; the past must stay as it was.
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import type { MinuteSpan } from '#shared/engine/epoch-minute';
import { minuteFloor, storedInstant } from '#shared/engine/epoch-minute';
import type { Placement } from '#shared/engine/plan';
import { missedAmong } from '#shared/habits/close-day';
import { timesPerWeek } from '#shared/habits/due-day';
import { type Habit, type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { NOTHING_SAID, type NoticeMemory } from '#shared/habits/notice-memory';
import { AWAY_MINUTES, decideNotices, MOST_A_DAY } from '#shared/habits/notices';
import type { OpenHabit } from '#shared/habits/open-habit';
import { slippingSign } from '#shared/habits/slipping';
import { COOL_DOWN_MINUTES } from '#shared/habits/worth-telling';
import { meetingsOf, openHabitsOf } from '#shared/planning/open-habits';
import type { PlanningProblem } from '#shared/planning/problem';
import { refreshHabits } from '#shared/planning/refresh-habits';
import { situationOf } from '#shared/planning/situation';
import { type Day, plusDays } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';
import { problemWith } from '../../helpers/planning-problem';

const DAYS = 365;
const STEP_MINUTES = 15;
const FIRST = '2026-01-01' as Day;
/** Clocks change on 29 March and 25 October. */
const ZONE = parseZone('Europe/Berlin')!;

const frequencies: readonly object[] = [
  { notify: 'all' },
  { notify: 'all' },
  {},
  { days: [1, 3, 5] },
  { days: [6, 7] },
  { frequency: { kind: 'perWeek', times: 3 } },
  { frequency: { kind: 'perWeek', times: 2 }, days: [1, 2, 3, 4, 5] },
  { frequency: { kind: 'everyDays', days: 3, from: FIRST } },
  { frequency: { kind: 'betweenDays', min: 2, max: 4 } },
  { frequency: { kind: 'rule', rule: 'FREQ=MONTHLY;BYDAY=1SA', from: FIRST } },
  { pauses: [{ from: '2026-07-01', to: '2026-07-21' }] },
  { goal: { kind: 'atLeast', amount: 20, unit: 'pages' }, notify: 'lastCall' },
];

function habits(): Habit[] {
  return frequencies.map((more, index) =>
    habitSchema.parse({
      id: `h${index}`,
      title: `Habit ${index}`,
      durationMinutes: 15 + 15 * (index % 4),
      minMinutes: index % 2 === 0 ? 10 : null,
      targetTime: `${String(7 + index).padStart(2, '0')}:30`,
      window: ['07:00', '22:00'],
      priority: 1 + (index % 4),
      ...more,
    }),
  );
}

interface Said {
  readonly day: Day;
  readonly at: number;
  readonly tag: string;
  readonly about: readonly string[];
  readonly actions: number;
  readonly inMeeting: boolean;
  readonly wasOpen: boolean;
}

function simulate(seed: number) {
  const random = seededRandom(seed);
  const occurrences = new Map<string, HabitOccurrence>();
  let placements: Placement[] = [];
  let memory: NoticeMemory = NOTHING_SAID;
  const said: Said[] = [];
  const counts = { planned: 0, done: 0, missed: 0, skipped: 0, sleeps: 0 };
  let known = habits();
  for (let index = 0; index < DAYS; index += 1) {
    const day = plusDays(FIRST, index);
    const events = Array.from({ length: random.below(6) }, (_, number) => {
      const hour = 8 + random.below(10);
      return {
        id: `e${index}-${number}`,
        start: `${day}T${String(hour).padStart(2, '0')}:00:00+01:00`,
        end: `${day}T${String(hour + 1).padStart(2, '0')}:${random.below(2) === 0 ? '00' : '30'}:00+01:00`,
      };
    });
    const ask = (now: string): PlanningProblem => ({
      ...problemWith({
        now,
        settings: {
          timeZone: ZONE,
          horizonDays: 8,
          vacations: [{ from: '2026-08-10' as Day, to: '2026-08-16' as Day }],
        },
        events,
      }),
      habits: known,
      habitOccurrences: [...occurrences.values()].filter((one) => one.day >= plusDays(day, -60)),
      present: placements,
    });
    // The morning's look: what was never marked closes, then today and tomorrow are made anew.
    for (const habit of known) {
      const own = [...occurrences.values()].filter((one) => one.habitId === habit.id);
      const planned = placements
        .filter((one) => one.id === habit.id && one.day! < day && !occurrences.has(`${habit.id}@${one.day}`))
        .map((one) => one.day as Day)
        .sort();
      const settled = own.map((one) => one.day).sort();
      for (const missed of missedAmong(habit, planned, settled, { vacations: [], firstWeekday: 1 }, day, null)) {
        record(habit.id, missed, 'missed');
        counts.missed += 1;
      }
    }
    known = known.map((habit) => ({
      ...habit,
      history: [...occurrences.values()]
        .filter((one) => one.habitId === habit.id && one.state !== 'skipped')
        .sort((a, b) => (a.day < b.day ? -1 : 1))
        .map((one) => one.state === 'done')
        .slice(-60),
    }));
    const morning = `${day}T05:00:00Z`;
    const fresh = refreshHabits(ask(morning));
    const past = placements.filter((one) => one.day! < day);
    placements = [...past.filter((one) => one.day! >= plusDays(day, -14)), ...fresh.placements];
    expect(new Set(placements.map((one) => `${one.id}@${one.day}`)).size).toBe(placements.length);
    counts.planned += fresh.placements.filter((one) => one.day === day).length;

    let changed = true;
    let allOpen: OpenHabit[] = [];
    let meetings: MinuteSpan[] = [];
    const slipping = known.flatMap((habit) => {
      const sign = slippingSign(habit.history, timesPerWeek(habit));
      return sign ? [{ habitId: habit.id, title: habit.title, why: sign.kind }] : [];
    });
    const sleeps = random.below(8) === 0 ? 10 + random.below(6) : null;
    for (let minute = 5 * 60; minute < 22 * 60; minute += STEP_MINUTES) {
      const hour = Math.floor(minute / 60);
      if (sleeps !== null && hour >= sleeps && hour < sleeps + 3) {
        counts.sleeps += 1;
        continue;
      }
      const now = `${day}T${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`;
      const at = minuteFloor(storedInstant(now));
      if (changed) {
        const situation = situationOf(ask(morning));
        allOpen = openHabitsOf(situation, 1);
        meetings = meetingsOf(situation);
        changed = false;
      }
      const open = allOpen.filter((one) => one.windowEnd > at);
      const decided = decideNotices(
        { timeZone: ZONE, gridMinutes: 15, notices: true, open, meetings, slipping },
        memory,
        at,
      );
      memory = decided.memory;
      for (const notice of decided.notices)
        said.push({
          day,
          at,
          tag: notice.tag.split(' ').slice(0, 2).join(' '),
          about: notice.about.map((one) => `${one.habitId}@${one.day}`),
          actions: notice.actions.length,
          inMeeting: meetings.some((one) => one.start <= at && at < one.end),
          wasOpen: notice.about.every((one) => open.some((other) => other.habitId === one.habitId)),
        });
      for (const one of open) {
        if (!one.place || one.place.end > at || random.below(6) > 0) continue;
        const fate = random.below(10);
        if (fate > 7) continue;
        record(one.habitId, one.day, fate === 7 ? 'skipped' : 'done');
        changed = true;
        counts[fate === 7 ? 'skipped' : 'done'] += 1;
      }
    }
  }
  function record(habitId: string, day: Day, state: 'done' | 'skipped' | 'missed'): void {
    const id = `${habitId}@${day}`;
    // Nothing of the past is written twice.
    expect(occurrences.has(id)).toBe(false);
    const placed = placements.find((one) => one.id === habitId && one.day === day);
    const { start = null, end = null } = placed ?? {};
    occurrences.set(id, habitOccurrenceSchema.parse({ id, habitId, day, state, start, end }));
  }
  return { said, counts, occurrences: [...occurrences.values()] };
}

// One host zone is enough for a year: what it is made of runs in all three.
describe('a simulated year', () => {
  let said: readonly Said[] = [];
  let counts: Readonly<Record<string, number>> = {};
  let occurrences: readonly HabitOccurrence[] = [];
  const byOccurrence = new Map<string, number[]>();
  beforeAll(() => {
    ({ said, counts, occurrences } = simulate(7));
    for (const one of said)
      for (const about of one.about) byOccurrence.set(about, [...(byOccurrence.get(about) ?? []), one.at]);
  }, 120_000);

  it('[HABIT-38] speaks at most three times a day of a habit, half an hour apart, and only of what is open', () => {
    for (const [occurrence, at] of byOccurrence) {
      expect(at.length, occurrence).toBeLessThanOrEqual(MOST_A_DAY);
      for (let index = 1; index < at.length; index += 1)
        expect(at[index]! - at[index - 1]!, occurrence).toBeGreaterThanOrEqual(COOL_DOWN_MINUTES);
    }
    expect(said.filter((one) => !one.wasOpen)).toEqual([]);
    // Whatever is said of a day can be answered: done, move, skip.
    expect(said.filter((one) => one.about.length > 0 && one.actions !== 3)).toEqual([]);
  });

  it('[HABIT-39] is silent in meetings', () => {
    expect(said.filter((one) => one.inMeeting)).toEqual([]);
  });

  it('[HABIT-40] says one digest after each sleep at most', () => {
    const digests = said.filter((one) => one.tag === 'habits digest');
    // Every night is an absence too.
    expect(digests.length).toBeGreaterThan(20);
    const days = new Map<Day, number>();
    for (const one of digests) days.set(one.day, (days.get(one.day) ?? 0) + 1);
    expect(Math.max(...days.values())).toBeLessThanOrEqual(2);
    expect(AWAY_MINUTES).toBeGreaterThan(STEP_MINUTES);
  });

  it('[HABIT-41] speaks of habits that slip across days once, and then weekly', () => {
    const slipping = said.filter((one) => one.tag === 'habits slipping');
    expect(slipping.length).toBeGreaterThan(5);
    expect(slipping.length).toBeLessThan(53 + frequencies.length * 6);
  });

  it('[HABIT-14] rests in pauses and vacations', () => {
    const resting = occurrences.filter(
      (one) =>
        (one.day >= '2026-08-10' && one.day <= '2026-08-16') ||
        (one.habitId === 'h10' && one.day >= '2026-07-01' && one.day <= '2026-07-21'),
    );
    expect(resting).toEqual([]);
  });

  it('[HABIT-25] keeps to its times a week', () => {
    const thrice = occurrences.filter((one) => one.habitId === 'h5');
    const weeks = new Map<number, number>();
    for (const one of thrice) {
      const week = Math.floor((minuteFloor(storedInstant(`${one.day}T00:00:00Z`)) / 1440 + 3) / 7);
      weeks.set(week, (weeks.get(week) ?? 0) + 1);
    }
    expect(Math.max(...weeks.values())).toBe(3);
    expect(thrice.length).toBeGreaterThan(140);
  });

  it('is the same whenever it is run: the list of what was said', () => {
    const tags = new Map<string, number>();
    for (const one of said) tags.set(one.tag, (tags.get(one.tag) ?? 0) + 1);
    expect({ ...Object.fromEntries([...tags].sort()), ...counts }).toMatchInlineSnapshot(`
      {
        "done": 2102,
        "habit h0": 358,
        "habit h1": 358,
        "habit h10": 85,
        "habit h11": 132,
        "habit h2": 4,
        "habit h3": 3,
        "habit h6": 2,
        "habit h7": 16,
        "habit h8": 3,
        "habit h9": 1,
        "habits digest": 67,
        "habits slipping": 25,
        "missed": 146,
        "planned": 2525,
        "skipped": 275,
        "sleeps": 528,
      }
    `);
  });
});
