import type { Habit } from '#shared/habits/habit';
import { removeHabit, setHabitStatus as storeStatus } from '../../state/edit';
import { runEdit } from '../../state/run-edit';

const SAID = { active: 'Resumed', paused: 'Paused', ended: 'Ended' } as const;

export function setHabitStatus(habit: Habit, status: Habit['status']): void {
  void runEdit(storeStatus(habit.id, status), `${SAID[status]} “${habit.title}”`);
}

export function deleteHabit(habit: Habit): void {
  void runEdit(removeHabit(habit.id), `Deleted “${habit.title}” and its days`);
}
