// "Time to post": which reminders are due. A pure function of what is planned, what was said, and the moment: the host asks each minute,
// after a sleep and on each change, and stores the memory before it shows anything.
import { type Infer, s } from '../base/schema';
import { storedInstant } from '../engine/epoch-minute';
import { idField, instantField } from '../time/fields';
import { formatInstant, type Instant, minutesBetween } from '../time/instant';
import type { ZoneId } from '../time/zone';
import { shownPosts } from './shown-posts';
import type { WorkspacePosts } from './workspace-posts';

export const plannedPostSchema = s.object({
  id: idField,
  /** "LinkedIn: hiring". */
  title: s.string(),
  at: instantField,
  /** Whether there is a text for the clipboard. */
  hasText: s.boolean(),
});

/** What the host needs to keep the time of posts, also while the page is hidden or gone. */
export const reminderAgendaSchema = s.object({
  /** Whether anything may be said. */
  notices: s.boolean(),
  /** Posts that are not out, with their times, from two days ago to a week ahead. */
  planned: s.array(plannedPostSchema),
});

/** What was said already. Kept on disk by the host, so that nothing is said twice, whatever restarts in between. */
export const reminderMemorySchema = s.object({
  /** The last look; null before the first. */
  lastLook: instantField.nullable().default(null),
  /** Each post with the time it was called at: moved to another time, it is called again. */
  told: s.array(s.object({ id: idField, at: instantField })).default([]),
});

export type PlannedPost = Infer<typeof plannedPostSchema>;
export type ReminderAgenda = Infer<typeof reminderAgendaSchema>;
export type ReminderMemory = Infer<typeof reminderMemorySchema>;

export const NOTHING_TOLD: ReminderMemory = { lastLook: null, told: [] };

export interface PostReminder {
  /** A newer reminder of the same tag replaces the older one. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** Null: it is about several. */
  readonly postId: string | null;
  readonly hasText: boolean;
}

/** Longer without a look, and the computer slept or was off: then one digest takes the place of all that was not said. */
export const AWAY_MINUTES = 20;
/** What is later than this is no reminder any more: the week plan shows it. */
const LATEST_MINUTES = 2 * 1440;
const AHEAD_MINUTES = 7 * 1440;
const NAMED = 3;

export function reminderAgenda(posts: WorkspacePosts, zone: ZoneId, notices: boolean, now: Instant): ReminderAgenda {
  const planned = shownPosts(posts, zone)
    .filter(({ done, start }) => {
      const ahead = minutesBetween(now, start);
      return !done && ahead >= -LATEST_MINUTES && ahead <= AHEAD_MINUTES;
    })
    .map(({ id, title, start, text }) => ({ id, title, at: formatInstant(start), hasText: text !== '' }));
  return { notices, planned };
}

export interface DecidedReminders {
  readonly reminders: readonly PostReminder[];
  readonly memory: ReminderMemory;
}

/** At most one reminder a look: of the post whose time has come, or a digest of several or of all that passed in an absence. */
export function decideReminders(agenda: ReminderAgenda, memory: ReminderMemory, now: Instant): DecidedReminders {
  // A clock that was set back must not silence a day.
  const last = memory.lastLook === null ? now : Math.min(storedInstant(memory.lastLook), now);
  const told = memory.told.filter(({ at }) => minutesBetween(storedInstant(at), now) <= LATEST_MINUTES);
  const looked = { lastLook: formatInstant(now), told };
  if (!agenda.notices) return { reminders: [], memory: looked };
  const away = minutesBetween(last as Instant, now) > AWAY_MINUTES;
  const due = agenda.planned.filter(({ id, at }) => {
    const late = minutesBetween(storedInstant(at), now);
    if (late < 0 || told.some((one) => one.id === id && one.at === at)) return false;
    // Planned into the past by hand, or before the very first look: nobody waits for a call.
    return storedInstant(at) > last - AWAY_MINUTES * 60_000;
  });
  if (due.length === 0) return { reminders: [], memory: looked };
  const [first] = due;
  const reminder = due.length === 1 && !away ? callOf(first!) : digestOf(due);
  const said = due.map(({ id, at }) => ({ id, at }));
  return { reminders: [reminder], memory: { ...looked, told: [...told, ...said] } };
}

function callOf({ id, title, hasText }: PlannedPost): PostReminder {
  const body = hasText ? `${title}. Its text is ready to copy.` : title;
  return { tag: `post-${id}`, title: 'Time to post', body, postId: id, hasText };
}

function digestOf(due: readonly PlannedPost[]): PostReminder {
  const named = due.slice(0, NAMED).map(({ title }) => title);
  const rest = due.length - named.length;
  const title = due.length === 1 ? 'A post is due' : `${due.length} posts are due`;
  const only = due.length === 1 ? due[0]! : null;
  return {
    tag: 'posts-due',
    title,
    body: `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    postId: only?.id ?? null,
    hasText: only?.hasText ?? false,
  };
}
