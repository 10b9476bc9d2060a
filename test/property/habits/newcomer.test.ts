// How often six habits, as the editor offers them, speak up in two weeks: to who keeps to the plan, to most people, to who does nothing.
import { describe, expect, it } from 'vitest';
import { liveMonths, type Way } from '../../helpers/habit-months';

const DAYS = 14;
const keepsToThePlan: Way = (random) => random.below(16);
/** Eight in ten within a quarter of an hour, of the rest every other later that day. */
const mostly: Way = (random) => {
  if (random.below(10) < 8) return random.below(16);
  return random.below(2) === 0 ? 45 + random.below(120) : null;
};
const doesNothing: Way = () => null;

function live(way: Way) {
  const { said, habitDays } = liveMonths(DAYS, way);
  expect(habitDays).toBe(6 * DAYS);
  const days = new Map<string, number>();
  for (const one of said) days.set(one.day, (days.get(one.day) ?? 0) + 1);
  return { said, count: said.length, mostADay: Math.max(0, ...days.values()) };
}

// One host zone is enough: what the notices are made of runs in all three.
describe('two weeks with six new habits', { timeout: 60_000 }, () => {
  it('[HABIT-37] say nothing to who keeps to the plan', () => {
    expect(live(keepsToThePlan).said).toEqual([]);
  });

  it('[HABIT-38] say little to who mostly does: 11 notices in 84 days of habits', () => {
    const { count, mostADay } = live(mostly);
    expect({ count, mostADay }).toEqual({ count: 11, mostADay: 2 });
  });

  it('[HABIT-48] say two things an evening to who does nothing, and once a week that all of them slip', () => {
    const { said, mostADay } = live(doesNothing);
    const within = said.filter((one) => one.notice.tag !== 'habits slipping');
    expect(mostADay).toBeLessThanOrEqual(3);
    expect(within.length).toBe(2 * DAYS);
    expect(within.slice(0, 2).map((one) => `${one.time} ${one.notice.title}: ${one.notice.body}`)).toEqual([
      '19:30 4 habits are open today: Exercise, begin by 19:45; Spanish, begin by 20:00; Stretch, begin by 21:45; Walk, begin by 20:00.',
      '21:30 2 habits are open today: Read has no room left today; Stretch, begin by 21:45.',
    ]);
    expect(within.every((one) => one.notice.actions.join(' ') === 'done move skip')).toBe(true);
    expect(said.length - within.length).toBe(2);
  });
});
