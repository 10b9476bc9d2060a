export { focusQuickAdd } from './quick-add-focus';
export { TaskEditor } from './task-editor';
export { TasksScreen } from './tasks-screen';
export { TASK_DRAG_TYPE } from './to-place-card';
export { ToPlaceList } from './to-place-list';
