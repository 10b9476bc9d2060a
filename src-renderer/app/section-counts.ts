import { statusOn, timesPerWeek } from '#shared/habits/due-day';
import { isSlipping } from '#shared/habits/slipping';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { useNow } from '../state/clock';
import type { Section } from '../state/navigation';
import { useWorkspace } from '../state/workspace';

export interface SectionCount {
  readonly number: number;
  readonly words: string;
  /** Wants a look: a dot stands before the figure. */
  readonly warns?: boolean;
}

/** The small figures at the right of the rail; a section without one shows none. */
export function useSectionCounts(): Partial<Record<Section, SectionCount>> {
  const today = useWorkspace((state) => state.settings.timeZone);
  const now = useNow();
  const day = dayAt(today, now);
  const placements = useWorkspace((state) => state.placements);
  const tasks = useWorkspace((state) => state.tasks);
  const habits = useWorkspace((state) => state.habits);
  const slipping = habits.filter(
    (habit) => statusOn(habit, day) === 'active' && isSlipping(habit.history, timesPerWeek(habit)),
  ).length;
  const waiting = useWorkspace((state) => state.posts.queue).filter(({ postedAt }) => postedAt === null).length;
  const open = tasks.filter((task) => task.status === 'open').length;
  const todays = placements.filter((placement) => {
    const start = parseInstant(placement.start);
    return start !== null && dayAt(today, start) === day;
  }).length;
  return {
    ...(todays > 0 ? { today: { number: todays, words: `${todays} planned today` } } : {}),
    ...(open > 0 ? { tasks: { number: open, words: `${open} open` } } : {}),
    ...(slipping > 0 ? { habits: { number: slipping, words: `${slipping} slipping`, warns: true } } : {}),
    ...(waiting > 0 ? { posts: { number: waiting, words: `${waiting} to publish` } } : {}),
  };
}
