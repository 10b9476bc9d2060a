// What notices say: plain verbs, no exclamation marks, no blame.
import { assertNever } from '../base/assert-never';
import type { EpochMinute } from '../engine/epoch-minute';
import { instant, MILLISECONDS_PER_MINUTE } from '../time/instant';
import { minuteOfDayAt, type ZoneId } from '../time/zone';
import { dayStateOf, shorterStart } from './day-state';
import type { NoticeKind } from './notice-memory';
import type { NoticeAction } from './notices';
import type { HabitAgenda, OpenHabit } from './open-habit';

export interface NoticeWords {
  readonly title: string;
  readonly body: string;
}

export function noticeWords(
  open: OpenHabit,
  kind: NoticeKind,
  gridMinutes: number,
  now: EpochMinute,
  zone: ZoneId,
): NoticeWords {
  const { title } = open;
  switch (kind) {
    case 'starting':
      return {
        title: `${title} at ${clock(zone, open.place?.start ?? now)}`,
        body: `${open.minutes} min, until ${clock(zone, open.place?.end ?? now + open.minutes)}.`,
      };
    case 'tight': {
      const state = dayStateOf(open, gridMinutes, now);
      return {
        title: `${title}: time gets short`,
        body: `The last start today is at ${clock(zone, state.lastStart ?? now)}.`,
      };
    }
    case 'lastCall': {
      const last = dayStateOf(open, gridMinutes, now).lastStart ?? now;
      return { title: `${title}: last call`, body: `Begin by ${clock(zone, last)}.${shorterCounts(open, ' ', '.')}` };
    }
    case 'slipped':
    case 'digest':
      return { title: `${title} has no room left today`, body: wayOut(open, now, zone) };
    default:
      return assertNever(kind);
  }
}

/** A button of a notice about so many occurrences; it answers for all of them. */
export function actionLabel(action: NoticeAction, about: number): string {
  switch (action) {
    case 'done':
      return about > 1 ? 'All done' : 'Done';
    case 'move':
      return about > 1 ? 'Move all' : 'Move';
    case 'skip':
      return about > 1 ? 'Skip all' : 'Skip';
    case 'copyText':
      return 'Copy text';
    default:
      return assertNever(action);
  }
}

/** The shortest length that still fits, or what else there is. */
function wayOut(open: OpenHabit, now: EpochMinute, zone: ZoneId): string {
  const start = shorterStart(open, now);
  return start !== null
    ? `${open.minMinutes} min still fit at ${clock(zone, start)}. Or move it, or skip it without a miss.`
    : 'Move it to another day, or skip it without a miss.';
}

/** " 15 min count too." */
function shorterCounts({ minutes, minMinutes }: OpenHabit, before: string, after: string): string {
  return minMinutes !== null && minMinutes < minutes ? `${before}${minMinutes} min count too${after}` : '';
}

/** A habit and what is to be said of it. */
export interface Told {
  readonly open: OpenHabit;
  readonly kind: NoticeKind;
}

/** Several habits in one notice, or what is said after an absence: each with its smaller option. */
export function bundleWords(told: readonly Told[], now: EpochMinute, zone: ZoneId): NoticeWords {
  const lines = told.map((one) => lineOf(one, now, zone));
  const slipped = told.filter((one) => one.kind === 'slipped');
  if (slipped.length === told.length && told.length > 1) {
    const some = told.some((one) => shorterStart(one.open, now) !== null);
    const body = some ? `${lines.join('; ')}` : told.map((one) => one.open.title).join(', ');
    return {
      title: `${told.length} habits have no room left today`,
      body: `${body}. Move them to another day, or skip them without a miss.`,
    };
  }
  const title = told.length === 1 ? 'A habit is open today' : `${told.length} habits are open today`;
  return { title, body: `${lines.join('; ')}.` };
}

function lineOf({ open, kind }: Told, now: EpochMinute, zone: ZoneId): string {
  const { title } = open;
  switch (kind) {
    case 'starting':
      return `${title} at ${clock(zone, open.place?.start ?? now)}`;
    case 'tight':
    case 'lastCall': {
      const last = dayStateOf(open, 1, now).lastStart ?? now;
      return `${title}, begin by ${clock(zone, last)}${shorterCounts(open, ' (', ')')}`;
    }
    case 'slipped': {
      const start = shorterStart(open, now);
      if (start === null) return `${title} has no room left today`;
      return `${title}, ${open.minMinutes} min still fit at ${clock(zone, start)}`;
    }
    case 'digest':
      return `${title} was at ${clock(zone, open.place?.start ?? now)}`;
    default:
      return assertNever(kind);
  }
}

export function slippingWords(told: HabitAgenda['slipping'], weekly: boolean): NoticeWords {
  const [first] = told;
  const title =
    told.length === 1 ? `${first!.title} is ${weekly ? 'still ' : ''}slipping` : `${told.length} habits are slipping`;
  const body =
    told.length === 1
      ? `${first!.why}. Another time or fewer days may help.`
      : `${told.map((one) => one.title).join(', ')}. Another time or fewer days may help.`;
  return { title, body };
}

function clock(zone: ZoneId, minute: EpochMinute): string {
  const at = minuteOfDayAt(zone, instant(minute * MILLISECONDS_PER_MINUTE));
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}
