// The occurrences of a series inside a window: rules and extra starts, less exceptions, with replaced occurrences in their place.
// Rules run in wall time and become instants afterwards; everything is matched by instant, and by local date where kinds differ.
import { dayFromNumber } from '../../time/day';
import type { Instant } from '../../time/instant';
import type { ExpansionWindow, ImportedOccurrence } from '../imported';
import type { Notes } from '../notes';
import { expandRule, isExhausted, type RuleBudget } from '../rules/expand-rule';
import type { Rule } from '../rules/rule';
import { type Clock, UTC_CLOCK } from '../zones/clock';
import { dayMeantBy } from './day-meant';
import type { EventComponent } from './event-component';
import { instantText, LAST_LOCAL } from './instant-text';
import type { Length, Moment } from './moment';
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
  /** Zones whose midnights the file may mean when it writes days as UTC times. */
  readonly dayClocks: readonly Clock[];
  /** The clock that times without a zone were given. */
  readonly floating: Clock;
  readonly notes: Notes;
}

export function expandSeries(series: Series, context: ExpansionContext): ImportedOccurrence[] {
  const { master, overrides, uid } = series;
  const found: ImportedOccurrence[] = [];
  if (master && !isRecurring(master) && overrides.length === 0) {
    if (!master.isCancelled) {
      emit(found, uid, master, master.start.local, master.start.clock, master.length, undefined, context);
    }
    return found;
  }
  if (master && !master.isCancelled) expandMaster(found, uid, master, overrides, context);
  for (const override of overrides) {
    if (override.isCancelled) continue;
    const original = override.recurrenceId!;
    const id = recurrenceIdOf(master ? onClockOf(master, original, context) : original, master, context);
    emit(found, uid, override, override.start.local, override.start.clock, override.length, id, context);
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
  const { locals, lengths } = startsOf(master, shifts, context);
  // The hours of a gap are the instants of the hours after it: an hourly series would have them twice.
  const seen = master.rules.some(isSubDaily) ? new Set<number>() : null;
  for (const local of locals) {
    const key = clock === null ? local / DAY : clock.instantOf(local);
    if (exceptions.removes(key, local) || seen?.has(key)) continue;
    seen?.add(key);
    const shift = shifts.length > 0 ? shiftFor(shifts, local, key, clock) : null;
    if (!shift) {
      const length = lengths?.get(local) ?? master.length;
      emit(found, uid, master, local, clock, length, key, context);
    } else if (!shift.override.isCancelled) {
      const { override, by } = shift;
      emit(
        found,
        uid,
        override,
        local + by,
        override.start.clock,
        override.length,
        recurrenceIdText(key, clock),
        context,
      );
    }
  }
  exceptions.reportUnmatched();
}

interface Starts {
  /** Wall times by the series' clock, ascending, without duplicates. */
  readonly locals: readonly number[];
  /** Lengths of starts that bring their own (RDATE periods); null when none does. */
  readonly lengths: ReadonlyMap<number, Length> | null;
}

/** Starts whose occurrences may touch the window. */
function startsOf(master: EventComponent, shifts: readonly EventComponent[], context: ExpansionContext): Starts {
  const { clock, local } = master.start;
  const { rules, excludedRules, extraStarts } = master;
  const { from, to } = reach(master, shifts, context);
  if (rules.length === 1 && extraStarts.length + excludedRules.length === 0) {
    const starts = startsOfRule(rules[0]!, master, from, to, context);
    // DTSTART is the first instance also where its rule does not name it (RFC 5545 3.8.5.3), as Google, Outlook and Apple show it.
    const lacksFirst = local >= from && local < to && starts[0] !== local;
    return { locals: lacksFirst ? [local, ...starts] : starts, lengths: null };
  }
  const locals = new Set<number>();
  const lengths = new Map<number, Length>();
  if (local >= from && local < to) locals.add(local);
  for (const rule of rules) for (const start of startsOfRule(rule, master, from, to, context)) locals.add(start);
  for (const { at, length } of extraStarts) {
    const { clock: extraClock } = onClockOf(master, at, context);
    const extra = clock === null || extraClock === null ? at.local : clock.localOf(extraClock.instantOf(at.local));
    if (extra < from || extra >= to) continue;
    locals.add(extra);
    if (length) lengths.set(extra, length);
  }
  for (const rule of excludedRules)
    for (const start of startsOfRule(rule, master, from, to, context)) locals.delete(start);
  return { locals: [...locals].sort((a, b) => a - b), lengths: lengths.size > 0 ? lengths : null };
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
  const until = lastStartAllowed(rule, master.start, context.dayClocks);
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
  // A whole-day series has no times of day (RFC 5545 3.3.10).
  const isAllDay = master.start.clock === null;
  const effective = isAllDay && hasTimes(rule) ? { ...rule, byHour: [], byMinute: [], bySecond: [] } : rule;
  const starts = expandRule(effective, local, { from, to, until: until ?? Number.POSITIVE_INFINITY }, budget);
  if (isExhausted(budget, starts)) {
    const message = `A repetition with more than ${MOST_OCCURRENCES.toLocaleString('en-US')} occurrences, or too long to count`;
    note(context, master, 'leftOut', 'limit.occurrences', message, `${starts.length.toLocaleString('en-US')} are read`);
  }
  return isAllDay && isSubDaily(rule) ? [...new Set(starts.map((start) => Math.floor(start / DAY) * DAY))] : starts;
}

function hasTimes(rule: Rule): boolean {
  return rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0;
}

function isSubDaily(rule: Rule): boolean {
  return rule.frequency === 'HOURLY' || rule.frequency === 'MINUTELY' || rule.frequency === 'SECONDLY';
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
  const excluded = master.excluded.map((moment) => exceptionMeant(master, moment, context));
  for (const moment of [
    ...excluded,
    ...overrides.map((override) => exceptionMeant(master, override.recurrenceId!, context)),
  ]) {
    if (isAllDay) exact.add(dayMeant(moment, context.dayClocks));
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
      for (const moment of excluded) {
        const at = moment.clock === null ? moment.local : moment.clock.instantOf(moment.local);
        const key = isAllDay ? dayMeant(moment, context.dayClocks) : moment.clock === null ? at / DAY : at;
        if (!inside(at) || seen.has(key)) continue;
        const text = moment.clock === null ? dayFromNumber(at / DAY) : instantText(at);
        note(context, master, 'repaired', 'exception.unmatched', `EXDATE ${text} meets no occurrence`, 'Passed over');
      }
    },
  };
}

/** A time without a zone means the wall clock of the series it is an exception of. */
function onClockOf(master: EventComponent, moment: Moment, context: ExpansionContext): Moment {
  const isFloating = moment.clock === context.floating && master.start.clock !== null;
  return isFloating ? { local: moment.local, clock: master.start.clock } : moment;
}

/** What an exception means: a midnight at which the series cannot have an occurrence stands for its day, as Outlook writes it. */
function exceptionMeant(master: EventComponent, moment: Moment, context: ExpansionContext): Moment {
  const meant = onClockOf(master, moment, context);
  const { clock, local } = master.start;
  const isOwnMidnight = meant.local % DAY === 0 && clock !== null && meant.clock === clock && clock !== UTC_CLOCK;
  return isOwnMidnight && local % DAY !== 0 && !mayStartAtMidnight(master)
    ? { local: meant.local, clock: null }
    : meant;
}

/** Whether anything but the time of its first start gives the series its times of day. */
function mayStartAtMidnight({ rules, extraStarts }: EventComponent): boolean {
  return rules.some((rule) => isSubDaily(rule) || hasTimes(rule)) || extraStarts.length > 0;
}

/** The day a date or time means for an all-day series. */
function dayMeant({ local, clock }: Moment, dayClocks: readonly Clock[]): number {
  return clock === UTC_CLOCK ? dayMeantBy(local, dayClocks) : Math.floor(local / DAY);
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
function recurrenceIdOf(id: Moment, master: EventComponent | null, context: ExpansionContext): string {
  if (id.clock === null) return dayFromNumber(id.local / DAY);
  if (master && master.start.clock === null) return dayFromNumber(dayMeant(id, context.dayClocks));
  return instantText(id.clock.instantOf(id.local));
}

/** An occurrence of a series by its key: the day of an all-day series, the instant of a timed one. */
function recurrenceIdText(key: number, clock: Clock | null): string {
  return clock === null ? dayFromNumber(key) : instantText(key);
}

/**
 * Adds an occurrence when it touches the window.
 * @param recurrenceId as text, or as the key of an occurrence (see `recurrenceIdText`); undefined for single events
 */
function emit(
  found: ImportedOccurrence[],
  uid: string,
  component: EventComponent,
  local: number,
  ownClock: Clock | null,
  length: Length,
  recurrenceId: string | number | undefined,
  context: ExpansionContext,
): void {
  const clock = ownClock ?? context.userClock;
  const start = clock.instantOf(local);
  const onTheWall = clock.isFloating ? length.milliseconds : 0;
  const isExact = length.days === 0 && onTheWall === 0;
  const endLocal = isExact ? local : Math.min(local + length.days * DAY + onTheWall, LAST_LOCAL);
  const shown = (isExact ? start : clock.instantOf(endLocal)) + length.milliseconds - onTheWall;
  // A start in a gap is put off beyond an end right behind the gap.
  const end = (shown < start ? start + length.milliseconds : shown) as Instant;
  const { from, to } = context.window;
  // Half-open; what takes no time belongs to the window it begins in.
  if (start >= to || (start < from && end <= from)) return;
  const startText = instantText(start);
  const endText = instantText(end);
  const id =
    typeof recurrenceId === 'number' && recurrenceId !== start
      ? recurrenceIdText(recurrenceId, ownClock)
      : recurrenceId;
  found.push(
    occurrenceOf(
      uid,
      component,
      startText,
      endText,
      typeof id === 'number' ? startText : id,
      local,
      endLocal,
      ownClock,
    ),
  );
}

function occurrenceOf(
  uid: string,
  component: EventComponent,
  start: string,
  end: string,
  recurrenceId: string | undefined,
  local: number,
  endLocal: number,
  ownClock: Clock | null,
): ImportedOccurrence {
  const { title, busy, location } = component;
  const allDay = ownClock === null;
  // Written out, so that the common ones are made in one piece: a large file has a hundred thousand.
  const occurrence: ImportedOccurrence =
    recurrenceId === undefined
      ? { uid, title, start, end, allDay, busy }
      : location === ''
        ? { uid, title, start, end, allDay, busy, recurrenceId }
        : { uid, title, start, end, allDay, busy, recurrenceId, location };
  if (recurrenceId === undefined && location !== '') occurrence.location = location;
  if (allDay) {
    occurrence.startDay = dayFromNumber(local / DAY);
    occurrence.endDay = dayFromNumber(endLocal / DAY);
  }
  if (component.tentative) occurrence.tentative = true;
  if (component.declined) occurrence.declined = true;
  return occurrence;
}
