// Which notices are due. A pure function of what is open, what was said, and the moment: the host asks each minute, after a sleep and on
// each change, and stores the memory before it shows anything.
import { type Infer, s } from '../base/schema';
import type { EpochMinute } from '../engine/epoch-minute';
import { instant, MILLISECONDS_PER_MINUTE } from '../time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '../time/zone';
import { shorterStart } from './day-state';
import type { NoticeKind, NoticeMemory } from './notice-memory';
import { bundleWords, noticeWords, slippingWords, type Told } from './notice-words';
import type { HabitAgenda, OpenHabit } from './open-habit';
import {
  ANNOUNCED_MINUTES,
  COOL_DOWN_MINUTES,
  isOnItsWay,
  lastCallDueAt,
  slippingDueAt,
  slippingIsNews,
  tightDueAt,
  worthTelling,
} from './worth-telling';

/** What a notice offers beside opening Daywright. */
export const noticeActionSchema = s.enum(['done', 'move', 'skip', 'copyText']);
/** One day of a habit. */
export const occurrenceRefSchema = s.object({ habitId: s.string(), day: s.string() });
export const noticeSchema = s.object({
  /** A newer notice of the same tag replaces the older one. */
  tag: s.string(),
  title: s.string(),
  body: s.string(),
  /** The occurrences it is about; its actions are for all of them. Empty when it is about no day. */
  about: s.array(occurrenceRefSchema),
  /** Reminders of posts only: the post; null when it is about several. */
  post: s.object({ id: s.string().nullable() }).optional(),
  actions: s.array(noticeActionSchema),
});

export type NoticeAction = Infer<typeof noticeActionSchema>;
export type OccurrenceRef = Infer<typeof occurrenceRefSchema>;
export type Notice = Infer<typeof noticeSchema>;

/** Notices a day and habit. */
export const MOST_A_DAY = 3;
/** What would be said of other habits within this time is said with what is due now. */
const COMPANY_MINUTES = 60;
/** Longer without a look, and the computer slept or was off: then one digest takes the place of all that was not said. */
export const AWAY_MINUTES = 20;
const WEEK_MINUTES = 7 * 1440;
const REMEMBERED_MINUTES = 15 * 1440;
/** Habits that slip across days are spoken of by day. */
const SPEAKING_HOURS = { from: 8 * 60, to: 21 * 60 };
const ACTIONS: readonly NoticeAction[] = ['done', 'move', 'skip'];

export interface DecidedNotices {
  readonly notices: readonly Notice[];
  readonly memory: NoticeMemory;
}

export function decideNotices(agenda: HabitAgenda, memory: NoticeMemory, now: EpochMinute): DecidedNotices {
  // A clock that was set back must not silence a day.
  const lastCheck = memory.lastCheck === null ? now : Math.min(memory.lastCheck, now);
  const kept: NoticeMemory = {
    ...memory,
    fired: memory.fired.filter((one) => now - one.at < REMEMBERED_MINUTES),
  };
  const zone = agenda.timeZone;
  if (!agenda.notices) return { notices: [], memory: { ...kept, lastCheck: now } };
  const away = now - lastCheck > AWAY_MINUTES;
  // Silent in meetings; what was missed before one is said after it.
  if (inMeeting(agenda, now)) return { notices: [], memory: { ...kept, lastCheck: away ? lastCheck : now } };
  const within = away ? afterAbsence(agenda, kept, lastCheck, now, zone) : withinTheDay(agenda, kept, now, zone);
  const across = acrossDays(agenda, within.memory, now, zone);
  return { notices: [...within.notices, ...across.notices], memory: { ...across.memory, lastCheck: now } };
}

/** Each state a habit came into is told once. Starts stand alone; of all else one notice tells, however many habits it is about. */
function withinTheDay(agenda: HabitAgenda, memory: NoticeMemory, now: EpochMinute, zone: ZoneId): DecidedNotices {
  const { gridMinutes } = agenda;
  const speaking = agenda.open.filter((open) => {
    const own = saidOf(memory, open);
    return own.length < MOST_A_DAY && !own.some((one) => now - one.at < COOL_DOWN_MINUTES);
  });
  const due = toldAmong(speaking, (open) => worthTelling(open, kindsSaidOf(memory, open), gridMinutes, now));
  const waits = (one: Told) => one.kind === 'slipped' && waitsForOthers(one.open, speaking, memory, gridMinutes, now);
  // Where something is said anyway, nothing waits.
  const news = due.every((one) => one.kind === 'starting' || waits(one))
    ? due.filter((one) => one.kind === 'starting')
    : due;
  const starting = news.filter((one) => one.kind === 'starting');
  const others = news.filter((one) => one.kind !== 'starting');
  const company = others.length === 0 ? [] : companyOf(others, speaking, memory, gridMinutes, now);
  const notices = [...starting, ...(others.length + company.length === 1 ? others : [])].map((one) =>
    noticeAbout(one, gridMinutes, now, zone),
  );
  if (others.length + company.length > 1) notices.push(bundle([...others, ...company], now, zone));
  const fired = [...news, ...company].map((one) => firedBy(one, now));
  return { notices, memory: { ...memory, fired: [...memory.fired, ...fired] } };
}

/** Habits that would be told of soon are told with what is due now, not minutes after it. */
function companyOf(
  news: readonly Told[],
  speaking: readonly OpenHabit[],
  memory: NoticeMemory,
  gridMinutes: number,
  now: EpochMinute,
): Told[] {
  const isSoon = (at: EpochMinute | null) => at !== null && at > now && at - now <= COMPANY_MINUTES;
  return toldAmong(speaking, (open) => {
    if (news.some((one) => one.open === open) || isOnItsWay(open, now)) return null;
    const said = kindsSaidOf(memory, open);
    if (isSoon(lastCallDueAt(open, gridMinutes))) return said.includes('lastCall') ? null : 'lastCall';
    return isSoon(tightDueAt(open, gridMinutes)) && !said.includes('tight') ? 'tight' : null;
  });
}

function toldAmong(among: readonly OpenHabit[], kindOf: (open: OpenHabit) => NoticeKind | null): Told[] {
  return among.flatMap((open) => {
    const kind = kindOf(open);
    return kind === null ? [] : [{ open, kind }];
  });
}

function saidOf(memory: NoticeMemory, open: OpenHabit): NoticeMemory['fired'] {
  return memory.fired.filter((one) => one.habitId === open.habitId && one.day === open.day);
}

function kindsSaidOf(memory: NoticeMemory, open: OpenHabit): NoticeKind[] {
  return saidOf(memory, open).map((one) => one.kind);
}

function firedBy({ open, kind }: Told, now: EpochMinute): NoticeMemory['fired'][number] {
  return { habitId: open.habitId, day: open.day, kind, at: now };
}

function noticeAbout({ open, kind }: Told, gridMinutes: number, now: EpochMinute, zone: ZoneId): Notice {
  return {
    tag: `habit ${open.habitId} ${open.day}`,
    ...noticeWords(open, kind, gridMinutes, now, zone),
    about: [refOf(open)],
    actions: [...ACTIONS],
  };
}

function bundle(told: readonly Told[], now: EpochMinute, zone: ZoneId): Notice {
  const about = told.map((one) => refOf(one.open));
  return { tag: 'habits digest', ...bundleWords(told, now, zone), about, actions: [...ACTIONS] };
}

function refOf({ habitId, day }: OpenHabit): OccurrenceRef {
  return { habitId, day };
}

/** That no room is left waits for the habits that are about to lose theirs, unless a shorter length still fits or its own window would be over by then. */
function waitsForOthers(
  open: OpenHabit,
  among: readonly OpenHabit[],
  memory: NoticeMemory,
  gridMinutes: number,
  now: EpochMinute,
): boolean {
  if (shorterStart(open, now) !== null) return false;
  return among.some((other) => {
    if (other === open) return false;
    const at = slippingDueAt(other, gridMinutes);
    if (at === null || at <= now || at - now > COMPANY_MINUTES || at >= open.windowEnd) return false;
    return slippingIsNews(other, kindsSaidOf(memory, other), at);
  });
}

/** After a sleep or a power-off: what would have been said is said once, as it stands now. */
function afterAbsence(
  agenda: HabitAgenda,
  memory: NoticeMemory,
  from: EpochMinute,
  now: EpochMinute,
  zone: ZoneId,
): DecidedNotices {
  const told = toldAmong(agenda.open, (open) => {
    const said = kindsSaidOf(memory, open);
    if (open.notify === 'none' || said.length >= MOST_A_DAY) return null;
    const kind = worthTelling(open, said, agenda.gridMinutes, now) ?? passedOver(open, from, now);
    return kind === null || said.includes(kind) ? null : kind;
  });
  if (told.length === 0) return { notices: [], memory };
  const fired = [...memory.fired, ...told.map((one) => firedBy(one, now))];
  return { notices: [bundle(told, now, zone)], memory: { ...memory, fired } };
}

/** Its place went by while nobody was there, and there is room later. */
function passedOver(open: OpenHabit, from: EpochMinute, now: EpochMinute): NoticeKind | null {
  if (open.notify !== 'all' || !open.place || now >= open.windowEnd) return null;
  return from < open.place.start + ANNOUNCED_MINUTES && open.place.end <= now ? 'digest' : null;
}

/** Habits that began to slip across days, once; then all of them once a week. Only while one of them is due and open today. */
function acrossDays(agenda: HabitAgenda, memory: NoticeMemory, now: EpochMinute, zone: ZoneId): DecidedNotices {
  const at = instant(now * MILLISECONDS_PER_MINUTE);
  const slips = new Set(agenda.slipping.map((one) => one.habitId));
  const known = memory.slipping
    .map((one) => ({ ...one, leftAt: slips.has(one.habitId) ? null : (one.leftAt ?? now) }))
    .filter((one) => one.leftAt === null || now - one.leftAt < WEEK_MINUTES);
  const unchanged = { notices: [], memory: { ...memory, slipping: known } };
  const minute = minuteOfDayAt(zone, at);
  if (minute < SPEAKING_HOURS.from || minute >= SPEAKING_HOURS.to) return unchanged;
  const today = dayAt(zone, at);
  const dueToday = new Set(agenda.open.filter((one) => one.day === today).map((one) => one.habitId));
  const fresh = agenda.slipping.filter(
    (one) => dueToday.has(one.habitId) && !known.some((other) => other.habitId === one.habitId),
  );
  const weekly =
    memory.slippingToldAt !== null &&
    now - memory.slippingToldAt >= WEEK_MINUTES &&
    agenda.slipping.some((one) => dueToday.has(one.habitId));
  if (fresh.length === 0 && !weekly) return unchanged;
  const told = weekly ? agenda.slipping : fresh;
  const notice: Notice = { tag: 'habits slipping', ...slippingWords(told, weekly), about: [], actions: [] };
  const added = told
    .filter((one) => !known.some((other) => other.habitId === one.habitId))
    .map((one) => ({ habitId: one.habitId, toldAt: now, leftAt: null }));
  return { notices: [notice], memory: { ...memory, slipping: [...known, ...added], slippingToldAt: now } };
}

function inMeeting(agenda: HabitAgenda, now: EpochMinute): boolean {
  return agenda.meetings.some((meeting) => meeting.start <= now && now < meeting.end);
}
