// One VEVENT as the rest of the house needs it. Reading never throws: what cannot be used is a note with its line.
import type { Notes } from '../notes';
import { parseRule, type Rule } from '../rules/rule';
import type { HashSum } from '../text/content-hash';
import { decodeText } from '../text/content-line';
import { readDateValue, readDuration } from '../text/date-value';
import type { AddressCounts } from './address-counts';
import {
  type ExtraStart,
  type Length,
  lengthBetween,
  type Moment,
  MomentReader,
  readAll,
  readExtra,
  type TimeContext,
} from './moment';
import { type RawEvent, readRawEvent } from './raw-event';

const DAY = 86_400_000;

export interface EventComponent {
  readonly uid: string;
  /** The start, by the rule, of the occurrence this component replaces; null for an event of its own. */
  readonly recurrenceId: Moment | null;
  /** RANGE=THISANDFUTURE: later occurrences move along. */
  readonly isForFuture: boolean;
  readonly start: Moment;
  readonly length: Length;
  readonly rules: readonly Rule[];
  readonly excludedRules: readonly Rule[];
  readonly extraStarts: readonly ExtraStart[];
  readonly excluded: readonly Moment[];
  readonly title: string;
  readonly location: string;
  readonly isCancelled: boolean;
  readonly busy: boolean;
  readonly tentative: boolean;
  readonly declined: boolean;
  readonly sequence: number;
  /** Epoch milliseconds; null when not given. */
  readonly lastModified: number | null;
  readonly stamp: number | null;
  /** Of the content without its stamps. */
  readonly hash: HashSum;
  /** The component's lines, unfolded, separated by `\n`. */
  readonly text: string;
  /** VTIMEZONE texts without which its times cannot be read. */
  readonly zoneTexts: readonly string[];
  readonly line: number;
}

/** What surrounds a component while it is read. */
export interface ComponentContext extends TimeContext {
  readonly ownAddresses: ReadonlySet<string>;
  /** VTIMEZONEs that tell which days UTC times mean in a whole-day series. */
  readonly dayZoneTexts: readonly string[];
  /** METHOD:CANCEL: everything in this calendar is cancelled. */
  readonly isCancelling: boolean;
  /** Counts who takes part; null where nobody asks. */
  readonly addresses?: AddressCounts | null;
  readonly notes: Notes;
}

export interface SourceComponent {
  readonly text: string;
  readonly hash: HashSum;
  /** 1-based line of its BEGIN. */
  readonly line: number;
  /** 1-based line of the file for a logical line of `text` (0 is the BEGIN). Slow: for notes only. */
  lineOf(index: number): number;
}

/** Null when the component is no usable event; a note says why. */
export function readEventComponent(source: SourceComponent, context: ComponentContext): EventComponent | null {
  const raw = readRawEvent(source.text, context.ownAddresses, context.addresses);
  const leaveOut = (code: string, message: string, lineIndex: number): null => {
    const named = raw.title ? ` (“${shorten(decodeText(raw.title))}”)` : '';
    context.notes.add({
      severity: 'leftOut',
      code,
      message: message + named,
      repair: 'Left out',
      line: source.lineOf(lineIndex),
      ...(raw.uid === '' ? {} : { uid: raw.uid }),
    });
    return null;
  };
  const reader = new MomentReader(context, source.line, raw.uid);
  const recurrenceId = raw.recurrenceId ? reader.read(raw.recurrenceId, raw.recurrenceId.value) : null;
  if (raw.recurrenceId && !recurrenceId) {
    return leaveOut('event.badRecurrenceId', `RECURRENCE-ID “${shorten(raw.recurrenceId.value)}” is no date`, 0);
  }
  const start = raw.start ? reader.read(raw.start, raw.start.value) : recurrenceId;
  if (!start) {
    if (!raw.start) return leaveOut('event.noStart', 'An event without a start', 0);
    return leaveOut('event.badStart', `DTSTART “${shorten(raw.start.value)}” is no date`, raw.lineOfStart);
  }
  const length = readLength(raw, start, reader, source, context);
  const status = raw.status.toUpperCase();
  const isAllDay = start.clock === null;
  return {
    uid: raw.uid,
    recurrenceId,
    isForFuture: raw.recurrenceId?.range === 'THISANDFUTURE',
    start,
    length,
    rules: raw.rules.length === 0 ? NOTHING : readRules(raw.rules, raw, source, context),
    excludedRules: raw.excludedRules.length === 0 ? NOTHING : readRules(raw.excludedRules, raw, source, context),
    extraStarts: raw.extra.length === 0 ? NOTHING : raw.extra.flatMap((line) => readExtra(line, start, reader)),
    excluded: raw.excluded.length === 0 ? NOTHING : raw.excluded.flatMap((line) => readAll(line, reader)),
    title: raw.title === null ? '' : decodeText(raw.title),
    location: decodeText(raw.location).trim(),
    isCancelled: context.isCancelling || status === 'CANCELLED' || status === 'CANCELED',
    busy: takesTime(raw, isAllDay),
    tentative: status === 'TENTATIVE' || busyStatusOf(raw) === 'TENTATIVE',
    declined: raw.declined,
    sequence: raw.sequence,
    lastModified: epochOf(raw.lastModified),
    stamp: epochOf(raw.stamp),
    hash: source.hash,
    text: source.text,
    zoneTexts:
      isAllDay && writesDaysInUtc(raw)
        ? [...new Set([...reader.zoneTexts, ...context.dayZoneTexts])]
        : reader.zoneTexts,
    line: source.line,
  };
}

const NOTHING: readonly never[] = [];

/** Whether an end, an exception or a replaced day is given as a UTC time. */
function writesDaysInUtc({ rules, excluded, recurrenceId }: RawEvent): boolean {
  const isUtc = (text: string): boolean => /\d{6}Z/i.test(text);
  return rules.some(isUtc) || excluded.some(({ value }) => isUtc(value)) || isUtc(recurrenceId?.value ?? '');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Ten thousand years. */
const MOST_DAYS = 3_652_425;
const ONE_DAY: Length = { days: 1, milliseconds: 0 };
const NO_TIME: Length = { days: 0, milliseconds: 0 };

/** DTEND, else DURATION, else one day for a date and nothing for a time (RFC 5545 3.6.1). */
function readLength(
  raw: RawEvent,
  start: Moment,
  reader: MomentReader,
  source: SourceComponent,
  context: ComponentContext,
): Length {
  const fallback = start.clock === null ? ONE_DAY : NO_TIME;
  const flag = (code: string, message: string): Length => {
    context.notes.add({
      severity: 'repaired',
      code,
      message,
      repair: start.clock === null ? 'Read as one day' : 'Read without a length',
      line: source.lineOf(raw.lineOfEnd),
      uid: raw.uid,
    });
    return fallback;
  };
  if (raw.end) {
    const end = reader.read(raw.end, raw.end.value);
    if (!end) return flag('event.badEnd', `DTEND “${shorten(raw.end.value)}” is no date`);
    if (start.clock === null && end.local === start.local) return ONE_DAY;
    return lengthBetween(start, end) ?? flag('event.endBeforeStart', 'The end lies before the start');
  }
  if (raw.duration === '') return fallback;
  const duration = readDuration(raw.duration);
  if (!duration) return flag('event.badDuration', `DURATION “${shorten(raw.duration)}” is no duration`);
  if (duration.days < 0 || duration.milliseconds < 0) return flag('event.endBeforeStart', 'The duration is negative');
  if (duration.days > MOST_DAYS || duration.milliseconds > MOST_DAYS * DAY)
    return flag('event.badDuration', 'The duration is longer than all time');
  if (start.clock !== null) return duration;
  return { days: Math.max(1, duration.days + Math.ceil(duration.milliseconds / DAY)), milliseconds: 0 };
}

function readRules(
  texts: readonly string[],
  raw: RawEvent,
  source: SourceComponent,
  context: ComponentContext,
): readonly Rule[] {
  const rules: Rule[] = [];
  for (const text of texts) {
    const read = parseRule(text);
    if (typeof read === 'string') {
      context.notes.add({
        severity: 'needsYou',
        code: 'rule.notRead',
        message: `RRULE “${shorten(text)}”: ${read}`,
        repair: 'Read without this repetition',
        line: source.lineOf(raw.lineOfRule),
        uid: raw.uid,
      });
      continue;
    }
    for (const repair of read.repairs) {
      context.notes.add({
        severity: 'repaired',
        code: 'rule.repaired',
        message: `RRULE “${shorten(text)}”`,
        repair,
        line: source.lineOf(raw.lineOfRule),
        uid: raw.uid,
      });
    }
    rules.push(read.rule);
  }
  return rules;
}

function busyStatusOf(raw: RawEvent): string {
  return raw.busyStatus !== '' ? raw.busyStatus : raw.intendedStatus;
}

/** Outlook's own status wins over TRANSP. A whole day takes time only when it says so. */
function takesTime(raw: RawEvent, isAllDay: boolean): boolean {
  switch (busyStatusOf(raw)) {
    case 'FREE':
    case 'WORKINGELSEWHERE':
      return false;
    case 'BUSY':
    case 'OOF':
    case 'TENTATIVE':
      return true;
  }
  if (raw.transparency === '') return !isAllDay;
  return raw.transparency !== 'TRANSPARENT';
}

function epochOf(text: string): number | null {
  return text === '' ? null : (readDateValue(text.trim())?.local ?? null);
}
