import { describe, expect, it } from 'vitest';
import type { HabitDay, HabitWish } from '#shared/habits/habit-day';
import { planHabitDay } from '#shared/habits/plan-habit-days';

const wish = (index: number, priority: number, more: Partial<HabitWish> = {}): HabitWish => ({
  id: `h${String(index).padStart(2, '0')}`,
  minutes: 30,
  earliest: 0,
  latestEnd: 480,
  target: 30 * index,
  need: 10,
  success: 0.5,
  priority,
  present: null,
  ...more,
});
/** Eight hours: sixteen habits of half an hour fit. */
const dayOf = (wishes: HabitWish[]): HabitDay => ({
  day: '2026-11-23',
  hull: { start: 0, end: 480 },
  free: [{ start: 0, end: 480 }],
  wishes,
});
const leftOut = (day: HabitDay) => {
  const { starts } = planHabitDay(day, null);
  return day.wishes.filter((_, index) => starts[index] === null).map((one) => one.id);
};

describe('[HABIT-34] a day of more than 15 habits', () => {
  it('leaves out the least urgent, though another would be cheaper to leave out', () => {
    // The seventeenth wants a place after the end: leaving it out costs the others nothing.
    const wishes = (urgent: number) => [
      ...Array.from({ length: 16 }, (_, index) => wish(index, index === 5 ? 4 : 3)),
      wish(16, urgent, { target: 470 }),
    ];
    expect(leftOut(dayOf(wishes(3)))).toEqual(['h05']);
    expect(leftOut(dayOf(wishes(4)))).toEqual(['h16']);
  });

  it('[HABIT-19] says what it costs and the bound: here it is the best', () => {
    const day = dayOf(Array.from({ length: 16 }, (_, index) => wish(index, 3)));
    expect(planHabitDay(day, null)).toMatchObject({
      proof: 'bounded',
      cost: 0,
      bound: 0,
      starts: Array.from({ length: 16 }, (_, index) => 30 * index),
    });
  });

  it('[HABIT-12] keeps to the present plan where that costs nothing', () => {
    // Two equal habits with the same target: either may stand first, and the plan in force says which.
    const day = (first: number, second: number) => {
      const wishes = Array.from({ length: 14 }, (_, index) => wish(index, 3));
      const twin = { target: 435, need: 10 };
      return dayOf([...wishes, wish(14, 3, { ...twin, present: first }), wish(15, 3, { ...twin, present: second })]);
    };
    expect(planHabitDay(day(420, 450), null).starts.slice(14)).toEqual([420, 450]);
    expect(planHabitDay(day(450, 420), null).starts.slice(14)).toEqual([450, 420]);
  });
});
