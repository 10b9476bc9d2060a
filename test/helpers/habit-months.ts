// Days of habits as a person lives them, for what the notices add up to: each morning the day is placed, each five minutes the host looks.
import { seededRandom } from '#shared/base/seeded-random';
import { minuteFloor, storedInstant } from '#shared/engine/epoch-minute';
import type { Placement } from '#shared/engine/plan';
import { timesPerWeek } from '#shared/habits/due-day';
import { type Habit, type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { NOTHING_SAID, type NoticeMemory } from '#shared/habits/notice-memory';
import { decideNotices, type Notice } from '#shared/habits/notices';
import type { OpenHabit } from '#shared/habits/open-habit';
import { slippingSign } from '#shared/habits/slipping';
import { meetingsOf, openHabitsOf } from '#shared/planning/open-habits';
import { refreshHabits } from '#shared/planning/refresh-habits';
import { situationOf } from '#shared/planning/situation';
import { type Day, plusDays } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';
import { problemWith } from './planning-problem';

const FIRST = '2026-01-05' as Day;
const STEP_MINUTES = 5;
const ZONE = parseZone('UTC')!;
const TARGETS = [
  ['Stretch', '07:00', 15],
  ['Spanish', '08:30', 30],
  ['Walk', '12:15', 30],
  ['Exercise', '18:00', 45],
  ['Read', '20:30', 30],
  ['Journal', '21:00', 45],
] as const;

/** Six habits with everything else as the editor offers it. */
export function newcomersHabits(): Habit[] {
  return TARGETS.map(([title, targetTime, durationMinutes]) =>
    habitSchema.parse({ id: title, title, targetTime, durationMinutes }),
  );
}

/** So many minutes after the end of its place a habit is ticked off; null = never that day. */
export type Way = (random: ReturnType<typeof seededRandom>) => number | null;

export interface SaidNotice {
  readonly day: Day;
  /** "20:45". */
  readonly time: string;
  readonly notice: Notice;
}

export function liveMonths(days: number, way: Way): { readonly said: SaidNotice[]; readonly habitDays: number } {
  const random = seededRandom(11);
  const occurrences = new Map<string, HabitOccurrence>();
  const said: SaidNotice[] = [];
  let placements: Placement[] = [];
  let memory: NoticeMemory = NOTHING_SAID;
  let known = newcomersHabits();
  let habitDays = 0;
  for (let index = 0; index < days; index += 1) {
    const day = plusDays(FIRST, index);
    const events = Array.from({ length: random.below(6) }, (_, number) => {
      const hour = 8 + random.below(10);
      const time = (value: number) => `${day}T${String(value).padStart(2, '0')}:00:00Z`;
      return { id: `e${index}-${number}`, start: time(hour), end: time(hour + 1) };
    });
    const morning = `${day}T05:00:00Z`;
    const ask = () => ({
      ...problemWith({ now: morning, settings: { timeZone: ZONE, horizonDays: 3 }, events }),
      habits: known,
      habitOccurrences: [...occurrences.values()].filter((one) => one.day >= plusDays(day, -2)),
      present: placements,
    });
    placements = [...refreshHabits(ask()).placements];
    habitDays += placements.filter((one) => one.day === day).length;
    const ticks = new Map(placements.filter((one) => one.day === day).map((one) => [one.id, way(random)]));
    const slipping = known.flatMap((habit) => {
      const sign = slippingSign(habit.history, timesPerWeek(habit));
      return sign ? [{ habitId: habit.id, title: habit.title, why: sign.kind }] : [];
    });
    let situation = situationOf(ask());
    let open: OpenHabit[] = openHabitsOf(situation, 1);
    for (let minute = 5 * 60; minute < 24 * 60; minute += STEP_MINUTES) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const now = minuteFloor(storedInstant(`${day}T${time}:00Z`));
      const ticked = open.filter((one) => {
        const after = ticks.get(one.habitId) ?? null;
        return after !== null && one.place !== null && now >= one.place.end + after;
      });
      for (const one of ticked) record(one.habitId, day, 'done');
      if (ticked.length > 0) {
        situation = situationOf(ask());
        open = openHabitsOf(situation, 1);
      }
      const still = open.filter((one) => one.windowEnd > now);
      const meetings = meetingsOf(situation);
      const agenda = { timeZone: ZONE, gridMinutes: 15, notices: true, open: still, meetings, slipping };
      const decided = decideNotices(agenda, memory, now);
      memory = decided.memory;
      for (const notice of decided.notices) said.push({ day, time, notice });
    }
    for (const habit of known) if (!occurrences.has(`${habit.id}@${day}`)) record(habit.id, day, 'missed');
    known = known.map((habit) => ({
      ...habit,
      history: [...habit.history, occurrences.get(`${habit.id}@${day}`)!.state === 'done'].slice(-60),
    }));
  }
  function record(habitId: string, day: Day, state: 'done' | 'missed'): void {
    const id = `${habitId}@${day}`;
    occurrences.set(id, habitOccurrenceSchema.parse({ id, habitId, day, state, start: null, end: null }));
  }
  return { said, habitDays };
}
