// A VTIMEZONE (RFC 5545 3.6.5) for a known zone: yearly rules where the changes follow one, the single dates where they do not.
import { civilFromDays, daysInMonth, fourDigits, isoWeekday, twoDigits } from '../../time/civil';
import { type Instant, instant } from '../../time/instant';
import { offsetAt, transitionsBetween, type ZoneId } from '../../time/zone';

const DAY = 86_400_000;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

interface Change {
  /** Wall time at which it happens, on the clock before it. */
  readonly local: number;
  readonly before: number;
  readonly after: number;
}

/** Lines of the VTIMEZONE that holds for all instants in [from, to). Pass whole years: rules are recognised from them. */
export function zoneLines(zone: ZoneId, from: Instant, to: Instant): string[] {
  const changes = transitionsBetween(zone, from, to).map(({ at, before, after }) => ({
    local: at + before,
    before,
    after,
  }));
  const opening = offsetAt(zone, from);
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, `X-LIC-LOCATION:${zone}`];
  const standard = standardOffset(opening, changes);
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.before}>${change.after}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const rules = [...groups.values()].map((group) => ({ group, rule: yearlyRule(group) }));
  // The offset before the first change. Where yearly rules say it all, none is written: Outlook takes it for the rule.
  if (rules.length === 0 || rules.some(({ rule }) => rule === null)) {
    lines.push(...observance({ local: from + opening, before: opening, after: opening }, standard, []));
  }
  for (const { group, rule } of rules) {
    const first = group[0]!;
    const others = rule ? [`RRULE:${rule}`] : group.slice(1).map((change) => `RDATE:${localText(change.local)}`);
    lines.push(...observance(first, standard, others));
  }
  lines.push('END:VTIMEZONE');
  return lines;
}

function observance(change: Change, standard: number, more: readonly string[]): string[] {
  const kind = change.after > standard ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localText(change.local)}`,
    `TZOFFSETFROM:${offsetText(change.before)}`,
    `TZOFFSETTO:${offsetText(change.after)}`,
    ...more,
    `END:${kind}`,
  ];
}

function standardOffset(opening: number, changes: readonly Change[]): number {
  return changes.reduce((least, change) => Math.min(least, change.after), opening);
}

/** `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` when the changes come once a year and all fit it; null otherwise. */
function yearlyRule(changes: readonly Change[]): string | null {
  if (changes.length < 2) return null;
  const dates = changes.map(({ local }) => ({
    ...civilFromDays(Math.floor(local / DAY)),
    time: local - Math.floor(local / DAY) * DAY,
  }));
  const weekdays = changes.map(({ local }) => isoWeekday(Math.floor(local / DAY)));
  const [first] = dates as [(typeof dates)[number]];
  for (const [index, date] of dates.entries()) {
    if (date.year !== first.year + index || date.month !== first.month || date.time !== first.time) return null;
    if (weekdays[index] !== weekdays[0]) return null;
  }
  const fromStart = Math.ceil(first.dayOfMonth / 7);
  const nth = dates.every((date) => Math.ceil(date.dayOfMonth / 7) === fromStart)
    ? fromStart
    : dates.every((date) => date.dayOfMonth + 7 > daysInMonth(date.year, date.month))
      ? -1
      : null;
  return nth === null ? null : `FREQ=YEARLY;BYMONTH=${first.month};BYDAY=${nth}${WEEKDAYS[weekdays[0]! - 1]}`;
}

/** `20261123T090000` of local milliseconds. */
export function localText(local: number): string {
  const time = local - Math.floor(local / DAY) * DAY;
  const seconds = Math.floor(time / 1000);
  const clock =
    twoDigits(Math.floor(seconds / 3600)) + twoDigits(Math.floor(seconds / 60) % 60) + twoDigits(seconds % 60);
  return `${dateText(local)}T${clock}`;
}

/** `20261123` of local milliseconds. */
export function dateText(local: number): string {
  const { year, month, dayOfMonth } = civilFromDays(Math.floor(local / DAY));
  return fourDigits(year) + twoDigits(month) + twoDigits(dayOfMonth);
}

/** `+0100`; seconds only when there are any. */
function offsetText(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1000;
  const text = twoDigits(Math.floor(seconds / 3600)) + twoDigits(Math.floor(seconds / 60) % 60);
  return `${milliseconds < 0 ? '-' : '+'}${text}${seconds % 60 === 0 ? '' : twoDigits(seconds % 60)}`;
}

/** First instants of the UTC years before `from` and after `to`: a range whose changes show the zone's rule. */
export function yearsAround(
  from: Instant,
  to: Instant,
  firstOfYear: (year: number) => number,
): { from: Instant; to: Instant } {
  const first = civilFromDays(Math.floor(from / DAY)).year;
  const last = civilFromDays(Math.floor(to / DAY)).year;
  return { from: instant(firstOfYear(first - 1)), to: instant(firstOfYear(last + 3)) };
}
