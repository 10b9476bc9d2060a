// Which notices are due. A pure function of what is open, what was said, and the moment: the host asks each minute, after a sleep and on
// each change, and stores the memory before it shows anything.
import { type Infer, s } from '../base/schema';
import type { EpochMinute } from '../engine/epoch-minute';
import { instant, MILLISECONDS_PER_MINUTE } from '../time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '../time/zone';
import { dayMomentsOf, dayStateOf, shorterStart } from './day-state';
import type { NoticeKind, NoticeMemory } from './notice-memory';
import { digestWords, noticeWords, slippingWords, type Told } from './notice-words';
import type { HabitAgenda, OpenHabit } from './open-habit';

/** What a notice offers beside opening Daywright. */
export const noticeActionSchema = s.enum(['done', 'move', 'skip', 'copyText']);
export const noticeSchema = s.object({
  /** A newer notice of the same tag replaces the older one. */
  tag: s.string(),
  title: s.string(),
  body: s.string(),
  /** The occurrence it is about; null when it is about several. */
  about: s.object({ habitId: s.string(), day: s.string() }).nullable(),
  /** Reminders of posts only: the post; null when it is about several. */
  post: s.object({ id: s.string().nullable() }).optional(),
  actions: s.array(noticeActionSchema),
});

export type NoticeAction = Infer<typeof noticeActionSchema>;
export type Notice = Infer<typeof noticeSchema>;

/** Notices a day and habit. */
export const MOST_A_DAY = 3;
/** Least time between two notices of one habit. */
export const COOL_DOWN_MINUTES = 30;
/** So long before its place a habit is announced, and so long after its start it still is. */
export const ANNOUNCED_MINUTES = 5;
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
  const isNew = ({ open, kind }: Told) => !saidOf(memory, open).some((one) => one.kind === kind);
  const news = toldAmong(speaking, (open) => stateToTell(open, gridMinutes, now))
    .filter(isNew)
    .filter((one) => one.kind !== 'slipped' || !waitsForOthers(one.open, speaking, gridMinutes, now));
  const company = news.some((one) => one.kind === 'lastCall')
    ? toldAmong(speaking, (open) => (isCalledSoon(open, gridMinutes, now) ? 'lastCall' : null))
        .filter(isNew)
        .filter((one) => !news.some((other) => other.open === one.open))
    : [];
  const told = [...news, ...company];
  const starting = told.filter((one) => one.kind === 'starting');
  const others = told.filter((one) => one.kind !== 'starting');
  const notices = starting.map((one) => noticeAbout(one, gridMinutes, now, zone));
  if (others.length === 1) notices.push(noticeAbout(others[0]!, gridMinutes, now, zone));
  if (others.length > 1) notices.push(digest(others, now, zone));
  return { notices, memory: { ...memory, fired: [...memory.fired, ...told.map((one) => firedBy(one, now))] } };
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

function firedBy({ open, kind }: Told, now: EpochMinute): NoticeMemory['fired'][number] {
  return { habitId: open.habitId, day: open.day, kind, at: now };
}

function noticeAbout({ open, kind }: Told, gridMinutes: number, now: EpochMinute, zone: ZoneId): Notice {
  return {
    tag: `habit ${open.habitId} ${open.day}`,
    ...noticeWords(open, kind, gridMinutes, now, zone),
    about: { habitId: open.habitId, day: open.day },
    actions: [...ACTIONS],
  };
}

function digest(told: readonly Told[], now: EpochMinute, zone: ZoneId): Notice {
  return { tag: 'habits digest', ...digestWords(told, now, zone), about: null, actions: [] };
}

/** Its last call would come within the cool-down: it is told with the one that is due, not minutes after it. */
function isCalledSoon(open: OpenHabit, gridMinutes: number, now: EpochMinute): boolean {
  const moments = dayMomentsOf(open, gridMinutes);
  if (open.notify === 'none' || !moments || dayStateOf(open, gridMinutes, now).kind === 'underWay') return false;
  return now < moments.lastCallAt && moments.lastCallAt - now <= COOL_DOWN_MINUTES;
}

/** That no room is left waits for the habits that are about to lose theirs, unless a shorter length still fits or its own window would be over by then. */
function waitsForOthers(open: OpenHabit, others: readonly OpenHabit[], gridMinutes: number, now: EpochMinute): boolean {
  if (shorterStart(open, now) !== null) return false;
  return others.some((other) => {
    const slippedAt = other === open || !tellsOfSlipping(other) ? null : dayMomentsOf(other, gridMinutes)?.slippedAt;
    if (slippedAt == null || slippedAt <= now) return false;
    return slippedAt - now <= COOL_DOWN_MINUTES && slippedAt < open.windowEnd;
  });
}

function tellsOfSlipping({ notify }: OpenHabit): boolean {
  return notify === 'all' || notify === 'whenTight';
}

/** After a sleep or a power-off: what would have been said is said once, as it stands now. */
function afterAbsence(
  agenda: HabitAgenda,
  memory: NoticeMemory,
  from: EpochMinute,
  now: EpochMinute,
  zone: ZoneId,
): DecidedNotices {
  const fired = [...memory.fired];
  const told: Told[] = [];
  for (const open of agenda.open) {
    const own = saidOf(memory, open);
    if (open.notify === 'none' || own.length >= MOST_A_DAY) continue;
    const kind = stateToTell(open, agenda.gridMinutes, now) ?? passedOver(open, from, now);
    if (kind === null || own.some((one) => one.kind === kind)) continue;
    fired.push(firedBy({ open, kind }, now));
    told.push({ open, kind });
  }
  const [first] = told;
  if (!first) return { notices: [], memory };
  const about = { habitId: first.open.habitId, day: first.open.day };
  const several = digest(told, now, zone);
  const notice = told.length === 1 ? { ...several, about, actions: [...ACTIONS] } : several;
  return { notices: [notice], memory: { ...memory, fired } };
}

/** The state of a habit that is worth a notice at this moment. */
function stateToTell(open: OpenHabit, gridMinutes: number, now: EpochMinute): NoticeKind | null {
  if (open.notify === 'none' || now >= open.windowEnd + ANNOUNCED_MINUTES) return null;
  const { kind } = dayStateOf(open, gridMinutes, now);
  const moments = dayMomentsOf(open, gridMinutes);
  if (open.notify === 'lastCall') return kind === 'lastCall' ? kind : null;
  if (open.notify === 'all' && open.place && Math.abs(now - open.place.start) <= ANNOUNCED_MINUTES) return 'starting';
  if (kind === 'lastCall') return 'lastCall';
  // A full day from the start says nothing new: it slips only where there once was room.
  if (kind === 'slipped') return moments && now >= moments.slippedAt ? 'slipped' : null;
  // What the last call would say soon is left to it, and a place later today is no reason to worry.
  if (kind !== 'tight' || !moments || moments.lastCallAt - now < COOL_DOWN_MINUTES) return null;
  return open.place && open.place.start > now ? null : 'tight';
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
  const notice: Notice = { tag: 'habits slipping', ...slippingWords(told, weekly), about: null, actions: [] };
  const added = told
    .filter((one) => !known.some((other) => other.habitId === one.habitId))
    .map((one) => ({ habitId: one.habitId, toldAt: now, leftAt: null }));
  return { notices: [notice], memory: { ...memory, slipping: [...known, ...added], slippingToldAt: now } };
}

function inMeeting(agenda: HabitAgenda, now: EpochMinute): boolean {
  return agenda.meetings.some((meeting) => meeting.start <= now && now < meeting.end);
}
