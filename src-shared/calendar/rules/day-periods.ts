// The periods of YEARLY, MONTHLY, WEEKLY and DAILY rules and the days each of them yields (RFC 5545 3.3.10, table of BYxxx parts).
// A period is a number: a year, a month since year 0, the day number of a week's first day, or a day number.
import { civilFromDays, daysFromCivil, daysInMonth, isLeapYear, isoWeekday, modulo } from '../../time/civil';
import type { Rule } from './rule';

/** The period DTSTART lies in. */
export function firstPeriod(rule: Rule, startDay: number): number {
  switch (rule.frequency) {
    case 'YEARLY':
      return civilFromDays(startDay).year;
    case 'MONTHLY': {
      const { year, month } = civilFromDays(startDay);
      return year * 12 + month - 1;
    }
    case 'WEEKLY':
      return startDay - modulo(isoWeekday(startDay) - rule.weekStart, 7);
    default:
      return startDay;
  }
}

/** How many steps of the rule's interval lead from the first period to the one that holds `day` (rounded down). */
export function periodNear(rule: Rule, first: number, day: number): number {
  const here = firstPeriod(rule, day);
  const unit = rule.frequency === 'WEEKLY' ? 7 : 1;
  return Math.floor((here - first) / (rule.interval * unit));
}

/** Day number of the first day of the period `step` intervals after the first. */
export function startOfPeriod(rule: Rule, first: number, step: number): number {
  switch (rule.frequency) {
    case 'YEARLY':
      return daysFromCivil(first + step * rule.interval, 1, 1);
    case 'MONTHLY': {
      const months = first + step * rule.interval;
      return daysFromCivil(Math.floor(months / 12), modulo(months, 12) + 1, 1);
    }
    case 'WEEKLY':
      return first + step * rule.interval * 7;
    default:
      return first + step * rule.interval;
  }
}

/** Writes the days of one period that a rule yields into `into`, ascending day numbers. DTSTART and limits are not considered. */
export type DaysOfPeriod = (step: number, into: number[]) => void;

/** The same array serves all periods: an expansion asks for thousands. */
export function daysOfPeriods(rule: Rule, startDay: number, first: number): DaysOfPeriod {
  switch (rule.frequency) {
    case 'YEARLY':
      return (step, into) => {
        into.length = 0;
        for (const day of daysOfYear(rule, startDay, first + step * rule.interval)) into.push(day);
      };
    case 'MONTHLY': {
      const defaults = defaultsOf(rule, startDay);
      return (step, into) => {
        into.length = 0;
        const months = first + step * rule.interval;
        const month = modulo(months, 12) + 1;
        if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return;
        addDaysOfMonth(rule, Math.floor(months / 12), month, defaults, into);
      };
    }
    case 'WEEKLY': {
      const offsets = weekdayOffsets(rule, startDay);
      return (step, into) => {
        into.length = 0;
        const weekStart = first + step * rule.interval * 7;
        for (const offset of offsets) if (passesDateFilters(rule, weekStart + offset)) into.push(weekStart + offset);
      };
    }
    default:
      return (step, into) => {
        into.length = 0;
        const day = first + step * rule.interval;
        if (passesDayFilters(rule, day)) into.push(day);
      };
  }
}

/** Distances of a week's asked weekdays from its first day, ascending. */
function weekdayOffsets(rule: Rule, startDay: number): readonly number[] {
  const weekdays = rule.byDay.length > 0 ? rule.byDay.map((part) => part.weekday) : [isoWeekday(startDay)];
  return [...new Set(weekdays.map((weekday) => modulo(weekday - rule.weekStart, 7)))].sort((a, b) => a - b);
}

function daysOfYear(rule: Rule, startDay: number, year: number): number[] {
  const days: number[] = [];
  if (needsWholeYear(rule)) {
    const firstDay = daysFromCivil(year, 1, 1);
    const length = isLeapYear(year) ? 366 : 365;
    // Weeks are given without their days: the weekday is DTSTART's.
    const weekday =
      rule.byWeekNo.length > 0 && rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length === 0
        ? isoWeekday(startDay)
        : 0;
    for (let index = 0; index < length; index += 1) {
      const day = firstDay + index;
      if (weekday !== 0 && isoWeekday(day) !== weekday) continue;
      if (!passesDayFilters(rule, day)) continue;
      if (rule.byDay.length === 0 || matchesNthWeekday(rule, day, index + 1, length)) days.push(day);
    }
    return days;
  }
  const defaults = defaultsOf(rule, startDay);
  // BYMONTHDAY without BYMONTH means every month (RFC 5545), and so does BYDAY; nothing at all means DTSTART's month.
  const months =
    rule.byMonth.length > 0 || rule.byMonthDay.length > 0 || rule.byDay.length > 0 ? rule.byMonth : [defaults.month];
  if (months.length > 0) for (const month of months) addDaysOfMonth(rule, year, month, defaults, days);
  else for (let month = 1; month <= 12; month += 1) addDaysOfMonth(rule, year, month, defaults, days);
  return days;
}

/** Whether weeks or days of the year are asked for, or the nth weekday of the year. */
function needsWholeYear(rule: Rule): boolean {
  if (rule.byWeekNo.length > 0 || rule.byYearDay.length > 0) return true;
  return rule.byMonth.length === 0 && rule.byDay.some((part) => part.nth !== 0);
}

interface Defaults {
  readonly month: number;
  readonly dayOfMonth: number;
}

function defaultsOf(rule: Rule, startDay: number): Defaults {
  if (rule.byMonthDay.length > 0 || rule.byDay.length > 0) return NO_DEFAULTS;
  return civilFromDays(startDay);
}

const NO_DEFAULTS: Defaults = { month: 0, dayOfMonth: 0 };

/** Days of a month by BYMONTHDAY and BYDAY (both must hold), or DTSTART's day of the month when neither is given. */
function addDaysOfMonth(rule: Rule, year: number, month: number, defaults: Defaults, into: number[]): void {
  const firstDay = daysFromCivil(year, month, 1);
  const length = daysInMonth(year, month);
  if (defaults.dayOfMonth > 0) {
    if (defaults.dayOfMonth <= length) into.push(firstDay + defaults.dayOfMonth - 1);
    else if (rule.skip === 'BACKWARD') into.push(firstDay + length - 1);
    else if (rule.skip === 'FORWARD') into.push(firstDay + length);
    return;
  }
  const { byMonthDay, byDay } = rule;
  const lacks = rule.skip !== 'OMIT' && byDay.length === 0 && byMonthDay.some((dayOfMonth) => dayOfMonth > length);
  for (let index = 0; index < length; index += 1) {
    const isListed = byMonthDay.includes(index + 1) || byMonthDay.includes(index - length);
    const standsIn = lacks && rule.skip === 'BACKWARD' && index === length - 1;
    if (byMonthDay.length > 0 && !isListed && !standsIn) continue;
    if (byDay.length === 0 || matchesNthWeekday(rule, firstDay + index, index + 1, length)) into.push(firstDay + index);
  }
  if (lacks && rule.skip === 'FORWARD') into.push(firstDay + length);
}

/** `position` is the 1-based place of the day in its month or year, `length` that month's or year's days. */
function matchesNthWeekday(rule: Rule, day: number, position: number, length: number): boolean {
  const weekday = isoWeekday(day);
  for (const part of rule.byDay) {
    if (part.weekday !== weekday) continue;
    if (part.nth === 0 || rule.byWeekNo.length > 0) return true;
    const nth = part.nth > 0 ? Math.ceil(position / 7) : -Math.ceil((length - position + 1) / 7);
    if (nth === part.nth) return true;
  }
  return false;
}

/** All filters of a day, BYDAY by weekday alone. */
export function passesDayFilters(rule: Rule, day: number): boolean {
  if (rule.byDay.length > 0) {
    const weekday = isoWeekday(day);
    if (!rule.byDay.some((part) => part.weekday === weekday)) return false;
  }
  return passesDateFilters(rule, day);
}

function passesDateFilters(rule: Rule, day: number): boolean {
  const { byMonth, byMonthDay, byYearDay, byWeekNo } = rule;
  if (byMonth.length + byMonthDay.length + byYearDay.length + byWeekNo.length === 0) return true;
  const { year, month, dayOfMonth } = civilFromDays(day);
  if (byMonth.length > 0 && !byMonth.includes(month)) return false;
  if (byMonthDay.length > 0) {
    const fromEnd = dayOfMonth - daysInMonth(year, month) - 1;
    if (!byMonthDay.includes(dayOfMonth) && !byMonthDay.includes(fromEnd)) return false;
  }
  if (byYearDay.length > 0) {
    const dayOfYear = day - daysFromCivil(year, 1, 1) + 1;
    const fromEnd = dayOfYear - (isLeapYear(year) ? 366 : 365) - 1;
    if (!byYearDay.includes(dayOfYear) && !byYearDay.includes(fromEnd)) return false;
  }
  return byWeekNo.length === 0 || matchesWeekNumber(byWeekNo, rule.weekStart, day, year);
}

function matchesWeekNumber(byWeekNo: readonly number[], weekStart: number, day: number, year: number): boolean {
  let weekYear = year;
  if (day >= firstWeekOf(year + 1, weekStart)) weekYear = year + 1;
  else if (day < firstWeekOf(year, weekStart)) weekYear = year - 1;
  const firstDay = firstWeekOf(weekYear, weekStart);
  const weeks = (firstWeekOf(weekYear + 1, weekStart) - firstDay) / 7;
  const number = Math.floor((day - firstDay) / 7) + 1;
  return byWeekNo.includes(number) || byWeekNo.includes(number - weeks - 1);
}

/** First day of week 1: the first week with at least four days in the year. */
function firstWeekOf(year: number, weekStart: number): number {
  const fourth = daysFromCivil(year, 1, 4);
  return fourth - modulo(isoWeekday(fourth) - weekStart, 7);
}
