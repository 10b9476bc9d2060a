// Times and lengths of a component: wall times with the clock that makes them instants.
import type { DateLine } from '../text/content-line';
import { readDateValue, readDuration } from '../text/date-value';
import { type Clock, UTC_CLOCK } from '../zones/clock';
import type { ZoneReading } from '../zones/zone-ladder';

const DAY = 86_400_000;

/** A wall time with what makes it an instant; a date when there is no clock. */
export interface Moment {
  /** Local milliseconds: since 1970 as if the wall clock were UTC. Midnight for a date. */
  readonly local: number;
  readonly clock: Clock | null;
}

/** What lies between start and end: whole calendar days, then exact milliseconds. */
export interface Length {
  readonly days: number;
  readonly milliseconds: number;
}

/** An RDATE; PERIODs bring their own length. */
export interface ExtraStart {
  readonly at: Moment;
  readonly length: Length | null;
}

/** What is needed to understand times. */
export interface TimeContext {
  /** The zone of a TZID for times that begin in `year`; notes on it are made by the callee. */
  zoneFor(name: string, year: number, line: number, uid: string): ZoneReading;
  /** For times without a zone. */
  readonly floating: Clock;
}

/** Reads the times of one component; remembers the zones whose text they need. One for all, because a file has thousands. */
export class MomentReader {
  zoneTexts: readonly string[] = NO_TEXTS;
  private readonly context: TimeContext;
  private readonly line: number;
  private readonly uid: string;

  constructor(context: TimeContext, line: number, uid: string) {
    this.context = context;
    this.line = line;
    this.uid = uid;
  }

  read(line: DateLine, text: string): Moment | null {
    const value = readDateValue(text);
    if (!value) return null;
    // Some programs call a time a date: only midnights are.
    if (value.isDate || (line.valueType === 'DATE' && value.local % DAY === 0))
      return { local: Math.floor(value.local / DAY) * DAY, clock: null };
    if (value.isUtc) return { local: value.local, clock: UTC_CLOCK };
    if (line.zoneName === null || line.zoneName === '') return { local: value.local, clock: this.context.floating };
    const year = yearOf(value.local);
    const reading = this.context.zoneFor(line.zoneName, year, this.line, this.uid);
    if (reading.text !== '' && !this.zoneTexts.includes(reading.text))
      this.zoneTexts = [...this.zoneTexts, reading.text];
    return { local: value.local, clock: reading.clock };
  }
}

/** The year of local milliseconds, but for hours around New Year: enough to pick a zone's rules. */
function yearOf(local: number): number {
  return 1970 + Math.floor(local / (365.2425 * DAY));
}

export function readAll(line: DateLine, reader: MomentReader): Moment[] {
  const moments: Moment[] = [];
  // vCalendar 1.0 separates by semicolons.
  for (const piece of line.value.split(/[,;]/)) {
    const moment = piece.trim() === '' ? null : reader.read(line, piece.trim());
    if (moment) moments.push(moment);
  }
  return moments;
}

export function readExtra(line: DateLine, start: Moment, reader: MomentReader): ExtraStart[] {
  const extras: ExtraStart[] = [];
  for (const piece of line.value.split(',')) {
    const [from = '', to] = piece.trim().split('/');
    const at = from === '' ? null : reader.read(line, from);
    if (!at) continue;
    if (to === undefined) extras.push({ at, length: null });
    else if (/^[+-]?P/i.test(to)) extras.push({ at, length: readDuration(to) });
    else {
      const end = reader.read(line, to);
      extras.push({ at, length: end && lengthBetween(at, end) });
    }
  }
  // An all-day series with timed extra starts keeps to days, and a timed one reads a date as that day at its own time.
  return extras.map(({ at, length }) => ({ at: sameKind(at, start), length }));
}

function sameKind(at: Moment, start: Moment): Moment {
  if ((at.clock === null) === (start.clock === null)) return at;
  if (start.clock === null) return { local: Math.floor(at.local / DAY) * DAY, clock: null };
  const timeOfDay = start.local - Math.floor(start.local / DAY) * DAY;
  return { local: at.local + timeOfDay, clock: start.clock };
}

/** Null when the end lies before the start, on the clock and on the wall. */
export function lengthBetween(start: Moment, end: Moment): Length | null {
  if (start.clock === null) {
    const days = Math.ceil((end.local - start.local) / DAY);
    return days > 0 ? { days, milliseconds: 0 } : null;
  }
  const onTheWall = end.local - start.local;
  const endClock = end.clock ?? start.clock;
  const exact = endClock.instantOf(end.local) - start.clock.instantOf(start.local);
  const isFloating = start.clock.isFloating === true && endClock === start.clock;
  // A start in a gap is put off, while an end behind the gap stays where it is.
  const milliseconds = isFloating || (exact < 0 && endClock === start.clock) ? onTheWall : exact;
  return milliseconds >= 0 ? { days: 0, milliseconds } : null;
}

const NO_TEXTS: readonly string[] = [];
