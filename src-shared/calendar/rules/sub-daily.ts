// HOURLY, MINUTELY and SECONDLY rules. Rare in calendars and common in attacks: the work is bounded by the range and a budget.
import { passesDayFilters } from './day-periods';
import { isExhausted, type RuleBudget } from './expand-rule';
import type { Rule } from './rule';

const DAY = 86_400_000;
const UNITS = { HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1000 } as const;

/** Starts in [from, end], ascending. Local milliseconds. */
export function expandSubDaily(rule: Rule, start: number, from: number, end: number, budget: RuleBudget): number[] {
  const unit = UNITS[rule.frequency as keyof typeof UNITS];
  const stride = rule.interval * unit;
  const origin = Math.floor(start / unit) * unit;
  const found: number[] = [];
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  let step = 0;
  const near = Math.max(0, Math.floor((from - origin) / stride));
  if (rule.count === null) step = near;
  else if (isUnfiltered(rule) && near > 0) {
    left -= near;
    step = near;
  }
  while (left > 0) {
    const period = origin + step * stride;
    budget.steps -= 1;
    if (period > end || isExhausted(budget, found)) break;
    const day = Math.floor(period / DAY);
    if (!passesDayFilters(rule, day)) {
      // On to the first period of the next day.
      step = Math.max(step + 1, Math.ceil(((day + 1) * DAY - origin) / stride));
      continue;
    }
    for (const at of startsOfPeriod(rule, period, start)) {
      if (at < start || left <= 0) continue;
      if (at > end) return found;
      left -= 1;
      if (at >= from) found.push(at);
    }
    step += 1;
  }
  return found;
}

function isUnfiltered(rule: Rule): boolean {
  const { byMonth, byMonthDay, byYearDay, byWeekNo, byDay, byHour, byMinute, bySecond, bySetPos } = rule;
  return [byMonth, byMonthDay, byYearDay, byWeekNo, byDay, byHour, byMinute, bySecond, bySetPos].every(
    (part: readonly unknown[]) => part.length === 0,
  );
}

/** A unit and its larger ones limit, its smaller ones expand; what is not given comes from DTSTART. */
function startsOfPeriod(rule: Rule, period: number, start: number): number[] {
  const clock = period - Math.floor(period / DAY) * DAY;
  if (rule.byHour.length > 0 && !rule.byHour.includes(Math.floor(clock / 3_600_000))) return [];
  const minutes = partsOf(rule.byMinute, rule.frequency === 'HOURLY', Math.floor(clock / 60_000) % 60, start / 60_000);
  const seconds = partsOf(rule.bySecond, rule.frequency !== 'SECONDLY', Math.floor(clock / 1000) % 60, start / 1000);
  const base = Math.floor(period / 3_600_000) * 3_600_000;
  const starts = minutes.flatMap((minute) =>
    seconds.map((second) => base + minute * 60_000 + Math.min(second, 59) * 1000),
  );
  if (rule.bySetPos.length === 0) return starts;
  const chosen = new Set(rule.bySetPos.map((position) => (position > 0 ? position - 1 : starts.length + position)));
  return starts.filter((_, index) => chosen.has(index));
}

function partsOf(listed: readonly number[], expands: boolean, ofPeriod: number, ofStart: number): readonly number[] {
  if (expands) return listed.length > 0 ? listed : [Math.floor(ofStart) % 60];
  return listed.length === 0 || listed.includes(ofPeriod) ? [ofPeriod] : [];
}
