import type { Habit } from '#shared/habits/habit';
import { plusDays } from '#shared/time/day';
import { removeHabit, setHabitStatus as storeStatus } from '../../state/edit';
import { today } from '../../state/navigation';
import { runEdit } from '../../state/run-edit';
import { formatDate } from '../../ui';

const SAID = { active: 'Resumed', paused: 'Paused', ended: 'Ended' } as const;

export function setHabitStatus(habit: Habit, status: Habit['status']): void {
  void runEdit(storeStatus(habit.id, status), `${SAID[status]} “${habit.title}”`);
}

/** Rests today and so many days more, and then goes on by itself. */
export function pauseHabit(habit: Habit, days: number): void {
  const until = plusDays(today(), days);
  void runEdit(storeStatus(habit.id, 'paused', until), `“${habit.title}” rests until ${formatDate(until)}`);
}

export function deleteHabit(habit: Habit): void {
  void runEdit(removeHabit(habit.id), `Deleted “${habit.title}” and its days`);
}
