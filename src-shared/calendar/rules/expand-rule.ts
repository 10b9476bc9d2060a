// Occurrences of a rule between two wall times, by arithmetic: no walk from the first start, no object per step.
// Everything here is wall time as "local milliseconds" (since 1970 as if the zone were UTC); zones come afterwards.
import { type DaysOfPeriod, daysOfPeriods, firstPeriod, periodNear, startOfPeriod } from './day-periods';
import type { Rule } from './rule';
import { expandSubDaily } from './sub-daily';

export const DAY_MILLISECONDS = 86_400_000;

export interface RuleRange {
  /** Inclusive, local milliseconds. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** The last start allowed by UNTIL, inclusive, local milliseconds; Infinity for none. */
  readonly until: number;
}

/** How much work one rule may cause before it is given up. */
export interface RuleBudget {
  /** Periods that may still be looked at; counted down, negative when used up. */
  steps: number;
  /** Most starts to return. */
  readonly most: number;
}

/**
 * Starts of a rule in [range.from, range.to), ascending, without duplicates. `start` is DTSTART and counts as a start only when the
 * rule produces it. Ends early, with what was found, when the budget is used up (`isExhausted`).
 */
export function expandRule(rule: Rule, start: number, range: RuleRange, budget: RuleBudget): number[] {
  const end = Math.min(range.to - 1, range.until);
  if (end < start || end < range.from) return [];
  const isSubDaily = rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY' || rule.frequency === 'SECONDLY';
  const expand = isSubDaily ? expandSubDaily : expandByDays;
  const found = expand(rule, start, range.from, end, budget);
  // One day can hold 86,400 starts: the last period may have gone beyond the limit.
  return found.length > budget.most ? found.slice(0, budget.most) : found;
}

export function isExhausted(budget: RuleBudget, found: readonly number[]): boolean {
  return budget.steps < 0 || found.length >= budget.most;
}

function expandByDays(rule: Rule, start: number, from: number, end: number, budget: RuleBudget): number[] {
  const startDay = Math.floor(start / DAY_MILLISECONDS);
  const times = timesOfDay(rule, start - startDay * DAY_MILLISECONDS);
  const first = firstPeriod(rule, startDay);
  const search: Search = {
    rule,
    start,
    from,
    end,
    times,
    daysOf: daysOfPeriods(rule, startDay, first),
    days: [],
    found: [],
  };
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  let step = 0;
  if (from > start) {
    const near = Math.max(0, periodNear(rule, first, Math.floor(from / DAY_MILLISECONDS)) - 1);
    if (rule.count === null) step = near;
    else {
      const perPeriod = startsPerPeriod(rule, times.length);
      // The first period may hold starts before DTSTART, so it is walked; of the others each takes the same number from COUNT.
      if (perPeriod !== null && near > 1) {
        left -= collect(search, 0, left) + (near - 1) * perPeriod;
        step = near;
      }
    }
  }
  const lastDay = Math.floor(end / DAY_MILLISECONDS);
  for (; left > 0; step += 1) {
    budget.steps -= 1;
    if (isExhausted(budget, search.found) || startOfPeriod(rule, first, step) > lastDay) break;
    left -= collect(search, step, left);
  }
  return search.found;
}

/** What stays the same while the periods of a rule are gone through. */
interface Search {
  readonly rule: Rule;
  readonly start: number;
  readonly from: number;
  /** Inclusive. */
  readonly end: number;
  readonly times: readonly number[];
  readonly daysOf: DaysOfPeriod;
  readonly days: number[];
  readonly found: number[];
}

/** Adds one period's starts that lie in [from, end]; returns how many starts, seen or not, the period takes from COUNT. */
function collect(search: Search, step: number, left: number): number {
  const { rule, start, from, end, times, days, found } = search;
  search.daysOf(step, days);
  let taken = 0;
  if (rule.bySetPos.length > 0) {
    for (const at of positions(days, times, rule.bySetPos)) {
      if (at < start) continue;
      if (at > end || taken >= left) return taken;
      taken += 1;
      if (at >= from) found.push(at);
    }
    return taken;
  }
  for (const day of days) {
    for (const time of times) {
      const at = day * DAY_MILLISECONDS + time;
      if (at < start) continue;
      if (at > end || taken >= left) return taken;
      taken += 1;
      if (at >= from) found.push(at);
    }
  }
  return taken;
}

/** BYSETPOS: the chosen ones of all starts of a period, ascending. */
function positions(days: readonly number[], times: readonly number[], chosen: readonly number[]): number[] {
  const size = days.length * times.length;
  const indices = new Set<number>();
  for (const position of chosen) {
    const index = position > 0 ? position - 1 : size + position;
    if (index >= 0 && index < size) indices.add(index);
  }
  return [...indices]
    .sort((a, b) => a - b)
    .map((index) => days[Math.floor(index / times.length)]! * DAY_MILLISECONDS + times[index % times.length]!);
}

/** How many starts every period after the first holds, when that is the same for all; null when it has to be counted. */
function startsPerPeriod(rule: Rule, times: number): number | null {
  const filters =
    rule.byMonth.length + rule.byMonthDay.length + rule.byYearDay.length + rule.byWeekNo.length + rule.bySetPos.length;
  if (filters > 0) return null;
  if (rule.frequency === 'DAILY') return rule.byDay.length === 0 ? times : null;
  if (rule.frequency !== 'WEEKLY') return null;
  return Math.max(1, new Set(rule.byDay.map((part) => part.weekday)).size) * times;
}

/** Milliseconds after midnight of the starts on a day: BYHOUR x BYMINUTE x BYSECOND, each defaulting to DTSTART's. Ascending. */
function timesOfDay(rule: Rule, startTime: number): number[] {
  if (rule.byHour.length + rule.byMinute.length + rule.bySecond.length === 0) return [startTime];
  const hours = rule.byHour.length > 0 ? rule.byHour : [Math.floor(startTime / 3_600_000)];
  const minutes = rule.byMinute.length > 0 ? rule.byMinute : [Math.floor(startTime / 60_000) % 60];
  const seconds = rule.bySecond.length > 0 ? rule.bySecond : [Math.floor(startTime / 1000) % 60];
  const times = new Set<number>();
  // A leap second is read as the last second of its minute.
  for (const hour of hours)
    for (const minute of minutes)
      for (const second of seconds) times.add((hour * 60 + minute) * 60_000 + Math.min(second, 59) * 1000);
  return [...times].sort((a, b) => a - b);
}
