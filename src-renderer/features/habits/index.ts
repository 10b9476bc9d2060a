export { HabitEditor } from './habit-editor';
export { HabitsScreen } from './habits-screen';
