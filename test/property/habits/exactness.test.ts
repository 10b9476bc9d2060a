// The exact day against an independent solver: a mixed-integer program over every quarter hour, solved by HiGHS.
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { type MinuteSpan, mergeMinutes, subtractMinutes } from '#shared/engine/epoch-minute';
import type { HabitDay } from '#shared/habits/habit-day';
import { planHabitDay } from '#shared/habits/plan-habit-days';

const STEP = 15;
const DAYS = 5;

/** From 6:00 to 22:00 with 4 to 8 events, all in quarter hours. */
function randomDay(seed: number, habits: number): HabitDay {
  const random = seededRandom(seed);
  const hull = { start: 360, end: 1320 };
  const events = Array.from({ length: 4 + random.below(5) }, (): MinuteSpan => {
    const start = 480 + STEP * random.below(44);
    return { start, end: start + 30 + STEP * random.below(6) };
  });
  return {
    day: '2026-11-23',
    hull,
    free: subtractMinutes([hull], mergeMinutes(events)),
    wishes: Array.from({ length: habits }, (_, index) => ({
      id: `h${index}`,
      minutes: STEP * (1 + random.below(5)),
      earliest: hull.start + STEP * random.below(8),
      latestEnd: hull.end - STEP * random.below(8),
      target: 360 + STEP * random.below(60),
      need: 10 + random.below(11),
      success: 0.5,
      priority: 3,
      present: null,
    })),
  };
}

/** Fewest left out, then the least sum of need x minutes: leaving one out costs more than all distances together. */
async function independently(day: HabitDay): Promise<{ unplaced: number; cost: number }> {
  const leftOut = 20 * 960 * day.wishes.length;
  const objective: string[] = [];
  const rows: string[] = [];
  const names: string[] = [];
  const takers = new Map<number, string[]>();
  day.wishes.forEach((wish, index) => {
    const own: string[] = [];
    for (const run of day.free) {
      for (let start = run.start; start + wish.minutes <= run.end; start += STEP) {
        if (start < wish.earliest || start + wish.minutes > wish.latestEnd) continue;
        const name = `x${index}_${start}`;
        const cost = wish.need * Math.abs(start - wish.target) - leftOut;
        objective.push(`${cost < 0 ? '-' : '+'} ${Math.abs(cost)} ${name}`);
        own.push(name);
        for (let at = start; at < start + wish.minutes; at += STEP) takers.set(at, [...(takers.get(at) ?? []), name]);
      }
    }
    names.push(...own);
    if (own.length > 0) rows.push(`h${index}: ${own.join('\n + ')} <= 1`);
  });
  for (const [at, list] of takers) if (list.length > 1) rows.push(`m${at}: ${list.join('\n + ')} <= 1`);
  const highs = await loadHighs();
  const solved = highs.solve(
    `Minimize\n obj: ${objective.join('\n ')}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${names.join('\n ')}\nEnd\n`,
    { mip_rel_gap: 0, mip_abs_gap: 0.5 },
  );
  if (solved.Status !== 'Optimal') throw new Error(`Not solved: ${solved.Status}`);
  const placed = Object.values(solved.Columns).filter((column) => column.Primal > 0.5).length;
  return { unplaced: day.wishes.length - placed, cost: Math.round(solved.ObjectiveValue) + placed * leftOut };
}

describe('an exact day', () => {
  it('[HABIT-19] [HABIT-9] [HABIT-10] costs what an independent solver finds, on days of 8 to 12 habits', {
    timeout: 60_000,
  }, async () => {
    for (let seed = 1; seed <= DAYS; seed += 1) {
      const day = randomDay(seed, 7 + seed);
      const answer = planHabitDay(day, null);
      const own = { unplaced: answer.starts.filter((start) => start === null).length, cost: answer.cost };
      expect(answer.proof, `seed ${seed}`).toBe('optimal');
      expect(own, `seed ${seed}`).toEqual(await independently(day));
    }
  });
});
