// The occurrences of a series inside a window: rules and extra starts, less exceptions, with replaced occurrences in their place.
// Rules run in wall time and become instants afterwards; everything is matched by instant, and by local date where kinds differ.
import { dayFromNumber } from '../../time/day';
import { formatInstant, type Instant } from '../../time/instant';
import type { ExpansionWindow, ImportedOccurrence } from '../imported';
import type { Notes } from '../notes';
import { expandRule, isExhausted, type RuleBudget } from '../rules/expand-rule';
import type { Rule } from '../rules/rule';
import { type Clock, UTC_CLOCK } from '../zones/clock';
import type { EventComponent, Length, Moment } from './event-component';
import type { Series } from './series';
import { lastStartAllowed } from './until';

const DAY = 86_400_000;

/** Occurrences of one series kept in a window; a year holds 8,760 hours. */
export const MOST_OCCURRENCES = 10_000;
const MOST_STEPS = 200_000;

export interface ExpansionContext {
  readonly window: ExpansionWindow;
  /** The user's zone: bounds all-day events. */
  readonly userClock: Clock;
  /** The zone whose midnights the file means when it writes days as UTC times. */
  readonly dayClock: Clock;
  readonly notes: Notes;
}

/** A start of the series before replacements: `at` by the rule, `length` when it is not the master's. */
interface Start {
  readonly local: number;
  readonly length: Length | null;
}

export function expandSeries(series: Series, context: ExpansionContext): ImportedOccurrence[] {
  const { master, overrides, uid } = series;
  const found: ImportedOccurrence[] = [];
  if (master && !isRecurring(master) && overrides.length === 0) {
    if (!master.isCancelled) emit(found, uid, master, master.start, master.length, undefined, context);
    return found;
  }
  if (master && !master.isCancelled) expandMaster(found, uid, master, overrides, context);
  for (const override of overrides) {
    if (override.isCancelled) continue;
    const id = recurrenceIdOf(override.recurrenceId!, master);
    emit(found, uid, override, override.start, override.length, id, context);
  }
  return found;
}

export function isRecurring(component: EventComponent): boolean {
  return component.rules.length > 0 || component.extraStarts.length > 0;
}

function expandMaster(
  found: ImportedOccurrence[],
  uid: string,
  master: EventComponent,
  overrides: readonly EventComponent[],
  context: ExpansionContext,
): void {
  const { clock } = master.start;
  const exceptions = exceptionsOf(master, overrides, context);
  const shifts = overrides.filter((override) => override.isForFuture);
  for (const start of startsOf(master, shifts, context)) {
    const key = clock === null ? start.local / DAY : clock.instantOf(start.local);
    if (exceptions.removes(key, start.local)) continue;
    const id = clock === null ? dayFromNumber(start.local / DAY) : formatInstant(key as Instant);
    const shift = shifts.length > 0 ? shiftFor(shifts, start.local, key, clock) : null;
    if (!shift) emit(found, uid, master, { local: start.local, clock }, start.length ?? master.length, id, context);
    else if (!shift.override.isCancelled) {
      const at = { local: start.local + shift.by, clock: shift.override.start.clock };
      emit(found, uid, shift.override, at, shift.override.length, id, context);
    }
  }
  exceptions.reportUnmatched();
}

/** Starts whose occurrences may touch the window, without duplicates, ascending. */
function startsOf(
  master: EventComponent,
  shifts: readonly EventComponent[],
  context: ExpansionContext,
): readonly Start[] {
  const { clock, local } = master.start;
  const { from, to } = reach(master, shifts, context);
  const locals = new Map<number, Length | null>();
  if (master.rules.length === 0 && local >= from && local < to) locals.set(local, null);
  for (const rule of master.rules) {
    for (const start of startsOfRule(rule, master, from, to, context)) locals.set(start, null);
  }
  for (const { at, length } of master.extraStarts) {
    const extra = clock === null || at.clock === null ? at.local : clock.localOf(at.clock.instantOf(at.local));
    if (extra >= from && extra < to) locals.set(extra, length ?? locals.get(extra) ?? null);
  }
  for (const rule of master.excludedRules) {
    for (const start of startsOfRule(rule, master, from, to, context)) locals.delete(start);
  }
  const starts = [...locals].map(([start, length]) => ({ local: start, length }));
  const isOneRule = master.rules.length === 1 && master.extraStarts.length === 0;
  return isOneRule ? starts : starts.sort((a, b) => a.local - b.local);
}

/** Wall times between which starts can matter: the window, widened by the longest length and by what zones can differ. */
function reach(
  master: EventComponent,
  shifts: readonly EventComponent[],
  context: ExpansionContext,
): { from: number; to: number } {
  let longest = lengthBound(master.length);
  let earlier = 0;
  let later = 0;
  for (const { length } of master.extraStarts) if (length) longest = Math.max(longest, lengthBound(length));
  for (const shift of shifts) {
    longest = Math.max(longest, lengthBound(shift.length));
    const by = shift.start.local - shift.recurrenceId!.local;
    earlier = Math.max(earlier, by + DAY);
    later = Math.max(later, DAY - by);
  }
  return { from: context.window.from - longest - 2 * DAY - earlier, to: context.window.to + 2 * DAY + later };
}

function lengthBound(length: Length): number {
  return length.days * DAY + length.milliseconds;
}

function startsOfRule(
  rule: Rule,
  master: EventComponent,
  from: number,
  to: number,
  context: ExpansionContext,
): readonly number[] {
  const { local } = master.start;
  const until = lastStartAllowed(rule, master.start, context.dayClock);
  if (until === null) {
    note(
      context,
      master,
      'needsYou',
      'rule.badUntil',
      `UNTIL=${rule.until?.slice(0, 40)} is no date`,
      'Read without an end',
    );
  } else if (until < local) {
    note(
      context,
      master,
      'repaired',
      'rule.untilBeforeStart',
      'A repetition that ends before it starts',
      'Its first occurrence is kept',
    );
    return local >= from && local < to ? [local] : [];
  }
  const budget: RuleBudget = { steps: MOST_STEPS, most: MOST_OCCURRENCES };
  const starts = expandRule(rule, local, { from, to, until: until ?? Number.POSITIVE_INFINITY }, budget);
  if (isExhausted(budget, starts)) {
    const message = `A repetition with more than ${MOST_OCCURRENCES.toLocaleString('en-US')} occurrences, or too long to count`;
    note(context, master, 'leftOut', 'limit.occurrences', message, `${starts.length.toLocaleString('en-US')} are read`);
  }
  return starts;
}

function note(
  context: ExpansionContext,
  component: EventComponent,
  severity: 'repaired' | 'needsYou' | 'leftOut',
  code: string,
  message: string,
  repair: string,
): void {
  context.notes.add({ severity, code, message, repair, line: component.line, uid: component.uid });
}

interface Exceptions {
  /** Whether the occurrence at `key` (instant, or day number of an all-day series) is excepted or replaced. */
  removes(key: number, local: number): boolean;
  reportUnmatched(): void;
}

const NO_EXCEPTIONS: Exceptions = { removes: () => false, reportUnmatched: () => undefined };

function exceptionsOf(
  master: EventComponent,
  overrides: readonly EventComponent[],
  context: ExpansionContext,
): Exceptions {
  if (master.excluded.length + overrides.length === 0) return NO_EXCEPTIONS;
  const isAllDay = master.start.clock === null;
  const exact = new Set<number>();
  const days = new Set<number>();
  for (const moment of [...master.excluded, ...overrides.map((override) => override.recurrenceId!)]) {
    if (isAllDay) for (const day of daysMeant(moment, context.dayClock)) exact.add(day);
    else if (moment.clock === null) days.add(moment.local / DAY);
    else exact.add(moment.clock.instantOf(moment.local));
  }
  const seen = new Set<number>();
  return {
    removes(key, local) {
      const day = Math.floor(local / DAY);
      const hit = exact.has(key) ? key : days.has(day) ? day : null;
      if (hit === null) return false;
      seen.add(hit);
      return true;
    },
    reportUnmatched() {
      const inside = (at: number): boolean => at >= context.window.from && at < context.window.to;
      for (const moment of master.excluded) {
        const at = moment.clock === null ? moment.local : moment.clock.instantOf(moment.local);
        const keys = isAllDay ? daysMeant(moment, context.dayClock) : [moment.clock === null ? at / DAY : at];
        if (!inside(at) || keys.some((key) => seen.has(key))) continue;
        const text = moment.clock === null ? dayFromNumber(at / DAY) : formatInstant(at as Instant);
        note(context, master, 'repaired', 'exception.unmatched', `EXDATE ${text} meets no occurrence`, 'Passed over');
      }
    },
  };
}

/** The days a date or time can mean for an all-day series: as written, and for UTC times as the calendar's zone reads it. */
function daysMeant(moment: Moment, dayClock: Clock): number[] {
  const written = Math.floor(moment.local / DAY);
  if (moment.clock !== UTC_CLOCK) return [written];
  const local = dayClock.localOf(moment.local);
  // Exchange writes the local midnight of an all-day occurrence in UTC.
  return local % DAY === 0 ? [local / DAY] : [written];
}

/** The latest RANGE=THISANDFUTURE at or before an occurrence, and how far it moves wall times. */
function shiftFor(
  shifts: readonly EventComponent[],
  local: number,
  key: number,
  clock: Clock | null,
): { override: EventComponent; by: number } | null {
  let best: EventComponent | null = null;
  let bestKey = Number.NEGATIVE_INFINITY;
  for (const override of shifts) {
    const id = override.recurrenceId!;
    const idKey = clock === null || id.clock === null ? Math.floor(id.local / DAY) : id.clock.instantOf(id.local);
    const at = clock !== null && id.clock === null ? Math.floor(local / DAY) : key;
    if (idKey <= at && idKey > bestKey) {
      best = override;
      bestKey = idKey;
    }
  }
  if (!best) return null;
  const id = best.recurrenceId!;
  const target = best.start.clock;
  // Measured on the override's own clock; the occurrence is carried over to it first when the zones differ.
  const idLocal = target && id.clock ? target.localOf(id.clock.instantOf(id.local)) : id.local;
  const carried = target && clock ? target.localOf(clock.instantOf(local)) - local : 0;
  return { override: best, by: best.start.local - idLocal + carried };
}

/** As the master writes its starts: a date for an all-day series, an instant otherwise. */
function recurrenceIdOf(id: Moment, master: EventComponent | null): string {
  if (id.clock === null) return dayFromNumber(id.local / DAY);
  if (master && master.start.clock === null) return dayFromNumber(Math.floor(id.local / DAY));
  return formatInstant(id.clock.instantOf(id.local));
}

function emit(
  found: ImportedOccurrence[],
  uid: string,
  component: EventComponent,
  at: Moment,
  length: Length,
  recurrenceId: string | undefined,
  context: ExpansionContext,
): void {
  const isAllDay = at.clock === null;
  const clock = at.clock ?? context.userClock;
  const start = clock.instantOf(at.local);
  const endLocal = length.days === 0 ? at.local : at.local + length.days * DAY;
  const end = ((length.days === 0 ? start : clock.instantOf(endLocal)) + length.milliseconds) as Instant;
  const { from, to } = context.window;
  // Half-open; what takes no time belongs to the window it begins in.
  if (start >= to || (start < from && end <= from)) return;
  const occurrence: ImportedOccurrence = {
    uid,
    title: component.title,
    start: formatInstant(start),
    end: formatInstant(end),
    allDay: isAllDay,
    busy: component.busy,
  };
  if (recurrenceId !== undefined) occurrence.recurrenceId = recurrenceId;
  if (component.location !== '') occurrence.location = component.location;
  if (isAllDay) {
    occurrence.startDay = dayFromNumber(at.local / DAY);
    occurrence.endDay = dayFromNumber(endLocal / DAY);
  }
  if (component.tentative) occurrence.tentative = true;
  if (component.declined) occurrence.declined = true;
  found.push(occurrence);
}
