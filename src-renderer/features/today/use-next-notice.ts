import { useMemo } from 'react';
import { instantOfMinute } from '#shared/engine/epoch-minute';
import { nextNotice } from '#shared/habits/next-notice';
import { meetingsOf, openHabitsOf } from '#shared/planning/open-habits';
import type { Situation } from '#shared/planning/situation';
import type { Instant } from '#shared/time/instant';
import { useShownPosts } from '../../state/posts/shown-posts';

export interface ComingNotice {
  readonly at: Instant;
  readonly of: string;
  /** It comes only while the habit is open. */
  readonly ifOpen: boolean;
}

/** The next notice of today, of habits or posts, if nothing is marked until then; null while none will come or the day is being read. */
export function useNextNotice(situation: Situation | null, now: Instant, endOfDay: Instant): ComingNotice | null {
  const posts = useShownPosts();
  return useMemo(() => {
    const habit = situation === null ? null : nextOfHabits(situation);
    const post = posts
      .filter((one) => !one.done && one.start > now && one.start < endOfDay)
      .reduce<ComingNotice | null>(
        (first, one) => (first && first.at <= one.start ? first : { at: one.start, of: one.title, ifOpen: false }),
        null,
      );
    return habit && (!post || habit.at <= post.at) ? habit : post;
  }, [situation, posts, now, endOfDay]);
}

function nextOfHabits(situation: Situation): ComingNotice | null {
  const { timeZone, gridMinutes } = situation.problem.settings;
  const open = openHabitsOf(situation, 1);
  const agenda = { timeZone, gridMinutes, notices: true, open, meetings: meetingsOf(situation), slipping: [] };
  const next = nextNotice(agenda, situation.horizon.now);
  if (next === null) return null;
  const { at, notice } = next;
  const names = notice.about.map((one) => open.find((other) => other.habitId === one.habitId)?.title ?? '');
  const of = names.length > 1 ? `${names[0]} and ${names.length - 1} more` : (names[0] ?? notice.title);
  const place = open.find((one) => one.habitId === notice.about[0]?.habitId)?.place ?? null;
  return { at: instantOfMinute(at), of, ifOpen: place === null || at > place.start };
}
