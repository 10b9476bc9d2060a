import { Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Project } from '#shared/tasks/task';
import { addProject } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { PRIORITY_WORDS } from '../../state/task-words';
import { QuietButton, Segmented } from '../../ui';
import type { TaskGrouping } from './task-groups';
import type { TaskScope } from './task-list';
import { boardGrouping, type TaskView } from './task-view';
import classes from './view-bar.module.css';

const ALL = 'all';
const LAYOUTS = [
  { value: 'table', label: 'Table' },
  { value: 'board', label: 'Board' },
] as const;
const GROUPINGS: { value: TaskGrouping; label: string }[] = [
  { value: 'none', label: 'No groups' },
  { value: 'project', label: 'By project' },
  { value: 'priority', label: 'By priority' },
  { value: 'due', label: 'By due' },
  { value: 'standing', label: 'By status' },
];

interface ViewBarProps {
  readonly view: TaskView;
  readonly onView: (view: TaskView) => void;
  readonly scope: TaskScope;
  readonly onScope: (scope: TaskScope) => void;
  readonly projects: readonly Project[];
}

/** Table or board, what they are grouped by, and which of them. */
export function ViewBar({ view, onView, scope, onScope, projects }: ViewBarProps) {
  const board = view.layout === 'board';
  const groupings = board ? GROUPINGS.filter(({ value }) => boardGrouping(value) === value) : GROUPINGS;
  const look = {
    classNames: { input: classes.input ?? '' },
    comboboxProps: { width: 200, position: 'bottom-start' as const },
  };
  return (
    <div className={classes.bar}>
      <Segmented
        label="Layout"
        value={view.layout}
        options={LAYOUTS}
        onChange={(layout) => onView({ ...view, layout })}
      />
      <Select
        aria-label="Group by"
        className={classes.select ?? ''}
        data={groupings}
        value={board ? boardGrouping(view.grouping) : view.grouping}
        onChange={(grouping) => onView({ ...view, grouping: (grouping as TaskGrouping | null) ?? 'none' })}
        {...look}
      />
      <Select
        aria-label="Project"
        className={classes.select ?? ''}
        searchable
        data={[
          { value: ALL, label: 'All projects' },
          { value: '', label: 'No project' },
          ...projects.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={scope.projectId ?? ALL}
        onChange={(value) => onScope({ ...scope, projectId: value === ALL ? null : value })}
        {...look}
      />
      <Select
        aria-label="Priority"
        className={classes.select ?? ''}
        data={[
          { value: ALL, label: 'All priorities' },
          ...([1, 2, 3, 4] as const).map((priority) => ({ value: String(priority), label: PRIORITY_WORDS[priority] })),
        ]}
        value={scope.priority === null ? ALL : String(scope.priority)}
        onChange={(value) =>
          onScope({ ...scope, priority: value === ALL || value === null ? null : (Number(value) as 1 | 2 | 3 | 4) })
        }
        {...look}
      />
      {board && boardGrouping(view.grouping) === 'project' ? <NewProject /> : null}
    </div>
  );
}

/** A column more. */
function NewProject() {
  const [name, setName] = useState<string | null>(null);
  if (name === null) return <QuietButton onClick={() => setName('')}>New project</QuietButton>;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || (await runEdit(addProject(name)))) setName(null);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void add(event)}>
      <input
        ref={focusOnce}
        className={classes.name}
        aria-label="Name of the new project"
        placeholder="Name, then Enter"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setName(null);
        }}
        onBlur={() => {
          if (name.trim() === '') setName(null);
        }}
      />
    </form>
  );
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
