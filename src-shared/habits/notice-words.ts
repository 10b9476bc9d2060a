// What notices say: plain verbs, no exclamation marks, no blame.
import { assertNever } from '../base/assert-never';
import type { EpochMinute } from '../engine/epoch-minute';
import { instant, MILLISECONDS_PER_MINUTE } from '../time/instant';
import { minuteOfDayAt, type ZoneId } from '../time/zone';
import { dayStateOf, shorterStart } from './day-state';
import type { NoticeKind } from './notice-memory';
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
      const shorter =
        open.minMinutes !== null && open.minMinutes < open.minutes ? ` ${open.minMinutes} min count too.` : '';
      return { title: `${title}: last call`, body: `Begin by ${clock(zone, last)}.${shorter}` };
    }
    case 'slipped':
    case 'digest':
      return { title: `${title} has no room left today`, body: `${wayOut(open, now, zone)}` };
    default:
      return assertNever(kind);
  }
}

/** The shortest length that still fits, or what else there is. */
function wayOut(open: OpenHabit, now: EpochMinute, zone: ZoneId): string {
  const start = shorterStart(open, now);
  return start !== null
    ? `${open.minMinutes} min still fit at ${clock(zone, start)}. Or move it, or skip it without a miss.`
    : 'Move it to another day, or skip it without a miss.';
}

/** A habit and what is to be said of it. */
export interface Told {
  readonly open: OpenHabit;
  readonly kind: NoticeKind;
}

export function digestWords(told: readonly Told[], now: EpochMinute, zone: ZoneId): NoticeWords {
  if (told.length > 1 && told.every((one) => one.kind === 'slipped'))
    return {
      title: `${told.length} habits have no room left today`,
      body: `${told.map((one) => one.open.title).join(', ')}. Move them to another day, or skip them without a miss.`,
    };
  const lines = told.map(({ open, kind }) => {
    switch (kind) {
      case 'starting':
        return `${open.title} at ${clock(zone, open.place?.start ?? now)}`;
      case 'tight':
      case 'lastCall':
        return `${open.title}, begin by ${clock(zone, dayStateOf(open, 1, now).lastStart ?? now)}`;
      case 'slipped':
        return `${open.title} has no room left today`;
      case 'digest':
        return `${open.title} was at ${clock(zone, open.place?.start ?? now)}`;
      default:
        return assertNever(kind);
    }
  });
  const title = told.length === 1 ? 'A habit is open today' : `${told.length} habits are open today`;
  return { title, body: `${lines.join('; ')}.` };
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
