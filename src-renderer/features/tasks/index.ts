export { TaskEditor } from './task-editor';
export { TasksScreen } from './tasks-screen';
export { ToPlaceList } from './to-place-list';
