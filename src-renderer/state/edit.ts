// The user's actions. Each is one undo step; a failure is a sentence for the user, and nothing is stored then.
export { redo, undo } from './commit';
export {
  addHabit,
  checkHabit,
  type HabitDraft,
  recordAmount,
  removeHabit,
  setHabitStatus,
  updateHabit,
} from './edit-habits';
export { moveUnplacedTask, pinPlacement, unpinPlacement } from './edit-placements';
export { removeCalendar, updateCalendar, updateSettings } from './edit-settings';
export {
  addProject,
  addTask,
  completeTask,
  completeTasks,
  removeTasks,
  skipTask,
  type TaskDraft,
  updateTask,
  updateTasks,
} from './edit-tasks';
