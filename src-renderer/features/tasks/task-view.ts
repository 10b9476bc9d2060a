// How the tasks are looked at. Kept by the browser, not with the user's data: it belongs to this window.
import { useLocalStorage } from '@mantine/hooks';
import type { TaskGrouping } from './task-groups';

export interface TaskView {
  readonly layout: 'table' | 'board';
  readonly grouping: TaskGrouping;
}

const FIRST: TaskView = { layout: 'table', grouping: 'none' };
const GROUPINGS: readonly TaskGrouping[] = ['none', 'project', 'priority', 'due', 'standing'];

export function useTaskView(): [TaskView, (next: TaskView) => void] {
  const [view, setView] = useLocalStorage<TaskView>({
    key: 'daywright.tasks.view',
    defaultValue: FIRST,
    getInitialValueInEffect: false,
    deserialize: readView,
  });
  return [view, setView];
}

export function readView(text: string | undefined): TaskView {
  try {
    const read = JSON.parse(text ?? '') as Partial<TaskView> | null;
    const layout = read?.layout === 'board' ? 'board' : 'table';
    return { layout, grouping: GROUPINGS.find((grouping) => grouping === read?.grouping) ?? 'none' };
  } catch {
    return FIRST;
  }
}

/** What the columns of a board are: only what a drop can change. */
export function boardGrouping(grouping: TaskGrouping): 'project' | 'priority' | 'standing' {
  return grouping === 'priority' || grouping === 'standing' ? grouping : 'project';
}
