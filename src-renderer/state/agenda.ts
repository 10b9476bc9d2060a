// What the tray shows: the rest of today and the next items, pushed to the host when they change.
import { by } from '#shared/base/ordering';
import type { CalendarEvent } from '#shared/calendar/event';
import { statusOn, timesPerWeek } from '#shared/habits/due-day';
import type { HabitAgenda } from '#shared/habits/open-habit';
import { slippingSign } from '#shared/habits/slipping';
import type { AgendaEntry } from '#shared/ipc/agenda';
import { meetingsOf, openHabitsOf } from '#shared/planning/open-habits';
import { reminderAgenda } from '#shared/posts/reminders';
import { shownPosts } from '#shared/posts/shown-posts';
import { dayFromNumber, dayNumber } from '#shared/time/day';
import { formatInstant, type Instant, parseInstant } from '#shared/time/instant';
import { overlaps } from '#shared/time/span';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { ownMatches } from '#shared/tournaments/own-matches';
import { isSimulated, now, onTick } from './clock';
import { eventsBetween } from './events';
import { habitSituationOf } from './habit-day';
import { host } from './host';
import { inBackground } from './in-background';
import { spanOf } from './plan-preview';
import { planningSpan } from './planning-problem';
import { slippingWords } from './slipping-words';
import { onWorkspace, type WorkspaceState, workspaceNow } from './workspace';

/** Entries a tray menu can carry. */
const LONGEST_AGENDA = 30;
const PUSH_DELAY_MILLISECONDS = 200;
/** Today and two more: a laptop may stay shut over a weekend. */
const HABIT_DAYS = 3;

/** Entries of today and tomorrow, by start, without what a hidden calendar holds. */
export function agendaOf(state: WorkspaceState, events: readonly CalendarEvent[], at: Instant): AgendaEntry[] {
  const span = agendaSpan(state, at);
  const visible = new Set(state.calendars.filter((calendar) => calendar.visible).map((calendar) => calendar.id));
  const entries: AgendaEntry[] = events
    .filter(
      (event) => !event.allDay && !event.declined && visible.has(event.calendarId) && overlaps(spanOf(event), span),
    )
    .map((event) => ({
      kind: 'event',
      id: event.id,
      title: event.title,
      start: event.start,
      end: event.end,
      done: parseInstant(event.end)! <= at,
      day: null,
    }));
  for (const own of state.tournaments.flatMap(ownMatches)) {
    // Nothing to tick off, as with an event. What may only come says nothing yet about the day.
    if (!own.isCertain || !overlaps(own, span)) continue;
    entries.push({
      kind: 'event',
      id: own.id,
      title: own.court === null ? own.title : `${own.title}, ${own.court}`,
      start: formatInstant(own.start),
      end: formatInstant(own.end),
      done: own.isOver,
      day: null,
    });
  }
  for (const placement of state.placements) {
    if (!overlaps(spanOf(placement), span)) continue;
    const task = placement.kind === 'task' ? state.tasks.find((x) => x.id === placement.id) : undefined;
    const habit = placement.kind === 'habit' ? state.habits.find((x) => x.id === placement.id) : undefined;
    if (!task && !habit) continue;
    const occurrence = state.habitOccurrences.find((x) => x.habitId === placement.id && x.day === placement.day);
    entries.push({
      kind: task ? 'task' : 'habit',
      id: placement.id,
      title: (task ?? habit)!.title,
      start: placement.start,
      end: placement.end,
      done: task ? task.status === 'done' : occurrence?.state === 'done' || occurrence?.state === 'doneLate',
      day: placement.day ?? null,
    });
  }
  for (const post of shownPosts(state.posts, state.settings.timeZone)) {
    if (!overlaps(post, span)) continue;
    const { id, title, done } = post;
    const [start, end] = [formatInstant(post.start), formatInstant(post.end)];
    entries.push({ kind: 'post', id, title, start, end, done, day: null });
  }
  const sorted = entries.sort(by((entry) => parseInstant(entry.start)!));
  // When there are too many, what is over makes room first.
  const over = sorted.filter((entry) => parseInstant(entry.end)! <= at).length;
  const skip = Math.max(0, Math.min(over, sorted.length - LONGEST_AGENDA));
  return sorted.slice(skip, skip + LONGEST_AGENDA);
}

/** What the host needs to keep time for the habits of today and the two days after it, also while this page is hidden or gone. */
export function habitAgendaOf(state: WorkspaceState, events: readonly CalendarEvent[], at: Instant): HabitAgenda {
  const { timeZone, gridMinutes, notices } = state.settings;
  const situation = habitSituationOf(state, events, at, HABIT_DAYS);
  return {
    timeZone,
    gridMinutes,
    // The host keeps the real time, and a page that shows another moment has nothing to tell in it.
    notices: notices && !isSimulated(),
    open: openHabitsOf(situation, HABIT_DAYS),
    meetings: meetingsOf(situation),
    slipping: state.habits.flatMap((habit) => {
      if (statusOn(habit, situation.horizon.firstDay) !== 'active' || habit.notify === 'none') return [];
      const sign = slippingSign(habit.history, timesPerWeek(habit));
      return sign ? [{ habitId: habit.id, title: habit.title, why: slippingWords(sign) }] : [];
    }),
  };
}

/** Pushes now, and after each change or tick that alters the agenda. Returns the function that ends it. */
export function pushAgenda(): () => void {
  let last = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const push = async () => {
    timer = null;
    const state = workspaceNow();
    if (state.status !== 'ready') return;
    const at = now();
    const span = planningSpan(aheadOf(state), at);
    const events = await eventsBetween(span.start, span.end);
    const payload = {
      entries: agendaOf(state, events, at),
      state: trayState(state),
      habits: habitAgendaOf(state, events, at),
      posts: reminderAgenda(state.posts, state.settings.timeZone, state.settings.notices, at),
    };
    const text = JSON.stringify(payload);
    if (text === last) return;
    last = text;
    await host().request('agenda.push', payload);
  };
  // Waits a moment, so that it never takes time from the frame that shows a change, and several changes are one push.
  const soon = () => {
    timer ??= setTimeout(() => inBackground(push()), PUSH_DELAY_MILLISECONDS);
  };
  const again = (connected: boolean) => {
    if (!connected) return;
    last = '';
    soon();
  };
  const ends = [onWorkspace(soon), onTick(soon), host().onConnection(again)];
  soon();
  return () => {
    for (const end of ends) end();
    if (timer !== null) clearTimeout(timer);
  };
}

function aheadOf(state: WorkspaceState): WorkspaceState {
  return { ...state, settings: { ...state.settings, horizonDays: HABIT_DAYS } };
}

function agendaSpan(state: WorkspaceState, at: Instant): { start: Instant; end: Instant } {
  const zone = state.settings.timeZone;
  const day = dayNumber(dayAt(zone, at));
  return {
    start: instantAtMinute(zone, dayFromNumber(day), 0),
    end: instantAtMinute(zone, dayFromNumber(day + 2), 0),
  };
}

/** Late work makes the day tight; a habit that had no place left today is slipping. */
function trayState(state: WorkspaceState): 'calm' | 'tight' | 'slipping' {
  if (state.unplaced.some((x) => x.kind === 'habit')) return 'slipping';
  return (state.lastRun?.late ?? 0) > 0 || state.unplaced.length > 0 ? 'tight' : 'calm';
}
