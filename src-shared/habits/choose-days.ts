// Which days a flexible habit takes, decided before any day is solved. Days are numbers here (`dayNumber`), costs are minutes.

/** A day on which the habit may lie. */
export interface DayOption {
  readonly day: number;
  /** Least distance from the target that the free time of the day allows; `null` without room. */
  readonly delta: number | null;
  /** The plan in force has it on this day. */
  readonly present: boolean;
}

/** What a day too near to the last time costs, in minutes of distance from the target. */
const CROWDED_DAY_MINUTES = 45;
/** What staying on the day of the plan in force is worth: an equal choice moves nothing, and a few minutes move nothing either. */
const STAY_MINUTES = 15;

/**
 * `wanted` of the options, the best set: as few days without room as can be, then the least sum of distances from the target,
 * of 45 minutes for each day that two times lie nearer than fairly spread, less 15 for each day of the plan in force; of equal sets
 * the earliest days. `others` are days of the week and before that are settled. All sets are tried: a week has at most 35.
 */
export function chooseInWeek(
  options: readonly DayOption[],
  wanted: number,
  others: readonly number[],
  timesPerWeek: number,
): number[] {
  const count = Math.min(wanted, options.length);
  if (count <= 0) return [];
  const spacing = Math.floor(7 / timesPerWeek);
  let best: { days: number[]; roomless: number; cost: number } | null = null;
  for (const chosen of subsets(options, count)) {
    const days = chosen.map((option) => option.day);
    const roomless = chosen.filter((option) => option.delta === null).length;
    let cost = crowding([...others, ...days], spacing, new Set(days));
    for (const option of chosen) cost += (option.delta ?? 0) - (option.present ? STAY_MINUTES : 0);
    if (!best || roomless < best.roomless || (roomless === best.roomless && cost < best.cost))
      best = { days, roomless, cost };
  }
  return best ? best.days : [];
}

/** One day at least `min` and at most `max` days after `last`: the one nearest to its target, of equal ones the one nearest to the middle. */
export function chooseBetween(options: readonly DayOption[], last: number, min: number, max: number): number | null {
  const middle = last + (min + max) / 2;
  let best: { day: number; cost: number; apart: number } | null = null;
  for (const option of options) {
    if (option.day < last + min || option.day > last + max) continue;
    const cost = (option.delta ?? Number.POSITIVE_INFINITY) - (option.present ? STAY_MINUTES : 0);
    const apart = Math.abs(option.day - middle);
    if (!best || cost < best.cost || (cost === best.cost && apart < best.apart))
      best = { day: option.day, cost, apart };
  }
  return best?.day ?? null;
}

/** Minutes for every day by which two neighbours lie nearer than `spacing`, where at least one of them is open to choice. */
function crowding(days: readonly number[], spacing: number, open: ReadonlySet<number>): number {
  const sorted = [...days].sort((a, b) => a - b);
  let cost = 0;
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, after] = [sorted[index - 1]!, sorted[index]!];
    if (!open.has(before) && !open.has(after)) continue;
    cost += CROWDED_DAY_MINUTES * Math.max(0, spacing - (after - before));
  }
  return cost;
}

/** Every set of `count` options, earliest days first. */
function* subsets(options: readonly DayOption[], count: number, from = 0): Generator<DayOption[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= options.length - count; index += 1)
    for (const rest of subsets(options, count - 1, index + 1)) yield [options[index]!, ...rest];
}
