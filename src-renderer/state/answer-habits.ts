// What a notice of habits leads to, wherever it was shown: its buttons answer for all the occurrences it was about, a click shows the first of them.
import type { NoticeAction, OccurrenceRef } from '#shared/habits/notices';
import { type Day, parseDay } from '#shared/time/day';
import { counted } from '../ui/format-count';
import { checkHabit } from './edit-habits';
import { moveToBestPlace } from './habit-moves';
import { goTo, setViewedDay, today } from './navigation';
import { runEdit } from './run-edit';
import { select } from './selection';
import { showNotice } from './toasts';
import { undoable } from './undoable';
import { workspaceNow } from './workspace';

export type HabitAnswer = Exclude<NoticeAction, 'copyText'>;

interface Answered {
  readonly habitId: string;
  readonly title: string;
  readonly day: Day;
}

/** What was kept or skipped since the notice was shown stays as it is. */
export async function answerHabits(action: HabitAnswer, of: readonly OccurrenceRef[]): Promise<void> {
  const open = of.flatMap(stillOpen);
  const [first] = open;
  if (!first) {
    showNotice({ title: of.length > 1 ? 'Those habits are not open any more' : 'That habit is not open any more' });
    return;
  }
  if (action === 'move') {
    for (const { habitId, day } of open) await moveToBestPlace(habitId, day);
    return;
  }
  const named = open.length === 1 ? `“${first.title}”` : counted(open.length, 'habit');
  const said = action === 'done' ? `Done: ${named}` : `Skipped ${named} without a miss`;
  await undoable(async () => {
    let stored = true;
    for (const { habitId, day } of open)
      stored = (await runEdit(checkHabit(habitId, day, action === 'done' ? 'done' : 'skipped'))) && stored;
    return stored ? said : null;
  });
}

/** Today with the habit marked, its ways out beside it. */
export function showHabitOfNotice({ habitId, day }: OccurrenceRef): void {
  goTo('today');
  const wanted = parseDay(day);
  setViewedDay(wanted === today() ? null : wanted);
  select({ kind: 'habit', id: habitId, day });
}

function stillOpen({ habitId, day }: OccurrenceRef): Answered[] {
  const state = workspaceNow();
  const habit = state.habits.find((one) => one.id === habitId);
  const on = parseDay(day);
  const row = state.habitOccurrences.find((one) => one.habitId === habitId && one.day === day);
  const isOpen = row === undefined || row.state === 'planned' || row.state === 'missed';
  return habit && on && isOpen ? [{ habitId, title: habit.title, day: on }] : [];
}
