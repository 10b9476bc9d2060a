import { describe, expect, it } from 'vitest';
import { chooseBetween, chooseInWeek, type DayOption } from '#shared/habits/choose-days';

const option = (day: number, delta: number | null = 0, present = false): DayOption => ({ day, delta, present });
const week = [1, 2, 3, 4, 5, 6, 7];

describe('[HABIT-25] so many times a week', () => {
  it('lies on days spread fairly, the earliest of equal ones', () => {
    // Twice: three days apart. Three times: two days apart.
    expect(
      chooseInWeek(
        week.map((day) => option(day)),
        2,
        [],
        2,
      ),
    ).toEqual([1, 4]);
    expect(
      chooseInWeek(
        week.map((day) => option(day)),
        3,
        [],
        3,
      ),
    ).toEqual([1, 3, 5]);
    expect(
      chooseInWeek(
        week.map((day) => option(day)),
        7,
        [],
        7,
      ),
    ).toEqual(week);
  });

  it('counts the last time of the week before', () => {
    // Day 0 was kept: day 3 is the first that is three days apart, and the next one after it is day 6.
    expect(
      chooseInWeek(
        week.map((day) => option(day)),
        2,
        [0],
        2,
      ),
    ).toEqual([3, 6]);
  });

  it('prefers days near to the target, one crowded day costing 45 minutes', () => {
    // 1 and 4 are 100 minutes off: 2 and 5 cost nothing.
    expect(chooseInWeek([option(1, 100), option(2), option(4, 100), option(5)], 2, [], 2)).toEqual([2, 5]);
    // Neighbours cost 2 x 45 = 90: less than 100, more than 80.
    expect(chooseInWeek([option(1), option(2), option(5, 100)], 2, [], 2)).toEqual([1, 2]);
    expect(chooseInWeek([option(1), option(2), option(5, 80)], 2, [], 2)).toEqual([1, 5]);
  });

  it('takes a day without room only when nothing else is left, and says so by taking it', () => {
    expect(chooseInWeek([option(1, null), option(2), option(3, 300)], 2, [], 2)).toEqual([2, 3]);
    expect(chooseInWeek([option(1, null), option(2)], 2, [], 2)).toEqual([1, 2]);
    expect(chooseInWeek([option(1), option(2)], 0, [], 2)).toEqual([]);
  });

  it('stays on the days of the plan in force for up to 15 minutes', () => {
    const days = (delta: number) => chooseInWeek([option(1), option(4, delta, true)], 1, [], 1);
    expect(days(14)).toEqual([4]);
    expect(days(15)).toEqual([1]);
  });
});

describe('[HABIT-26] between so many days', () => {
  it('lies on the day nearest to its target, of equal ones in the middle', () => {
    const days = [1, 2, 3, 4, 5, 6];
    // Last on day 0, every 2 to 5 days: 3 and 4 are equally near to 3.5, the earlier wins.
    expect(
      chooseBetween(
        days.map((day) => option(day)),
        0,
        2,
        5,
      ),
    ).toBe(3);
    expect(
      chooseBetween(
        days.map((day) => option(day, day === 5 ? 0 : 60)),
        0,
        2,
        5,
      ),
    ).toBe(5);
    expect(chooseBetween([option(1), option(6)], 0, 2, 5)).toBeNull();
  });
});
