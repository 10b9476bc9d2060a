import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { dayAt } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import { useScreenKeys } from '../../state/screen-keys';
import { useWorkspace } from '../../state/workspace';
import { EmptyState, QuietButton, ScreenToolbar, SecondaryButton, Segmented } from '../../ui';
import { BulkBar } from './bulk-bar';
import { QuickAddField } from './quick-add-field';
import { focusQuickAdd } from './quick-add-focus';
import { TaskBoard } from './task-board';
import { taskGroups } from './task-groups';
import {
  EVERYTHING,
  filterCounts,
  matchesFilter,
  matchesScope,
  matchesSearch,
  sortTasks,
  type TaskFilter,
  type TaskRow,
  type TaskScope,
  type TaskSort,
  taskRows,
} from './task-list';
import { TaskTable } from './task-table';
import { boardGrouping, useTaskView } from './task-view';
import classes from './tasks-screen.module.css';
import { unplacedWords } from './unplaced-words';
import { ViewBar } from './view-bar';

interface TasksScreenProps {
  readonly planControl?: ReactNode;
}

const FILTERS: readonly { readonly value: TaskFilter; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'toPlace', label: 'To place' },
  { value: 'late', label: 'Late' },
  { value: 'done', label: 'Done' },
];

export function TasksScreen({ planControl }: TasksScreenProps) {
  const [filter, setFilter] = useState<TaskFilter>('open');
  const [query, setQuery] = useState('');
  // Typing goes before finding: among thousands the letters still show at once.
  const searched = useDeferredValue(query);
  const [sort, setSort] = useState<TaskSort>({ key: 'due', descending: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [scope, setScope] = useState<TaskScope>(EVERYTHING);
  const [view, setView] = useTaskView();
  const { rows, projects, zone, today, reasonOf } = useRows();

  // Columns of the status are themselves what the filter chooses.
  const byStatus = view.layout === 'board' && boardGrouping(view.grouping) === 'standing';
  const counts = useMemo(() => filterCounts(rows), [rows]);
  const shown = useMemo(
    () =>
      sortTasks(
        rows.filter(
          (row) => (byStatus || matchesFilter(row, filter)) && matchesScope(row, scope) && matchesSearch(row, searched),
        ),
        sort,
      ),
    [rows, byStatus, filter, scope, searched, sort],
  );
  const grouping = view.layout === 'board' ? boardGrouping(view.grouping) : view.grouping;
  const groups = useMemo(
    () =>
      grouping === 'none'
        ? null
        : taskGroups(shown, grouping, { projects, zone, today }, view.layout === 'board' ? 'keep' : 'drop'),
    [shown, grouping, projects, zone, today, view.layout],
  );
  const listed = useMemo(() => groups?.flatMap((group) => group.rows) ?? shown, [groups, shown]);
  const chosen = shown.filter((row) => selected.has(row.task.id)).map((row) => row.task);
  const clearSelection = () => {
    setSelected(new Set());
    return selected.size > 0;
  };
  useScreenKeys({ n: focusQuickAdd, '/': focusSearch, Escape: clearSelection });

  return (
    <div className={classes.screen}>
      <ScreenToolbar
        title="Tasks"
        context={<span className={classes.context}>{contextWords(counts)}</span>}
        right={planControl}
      >
        {byStatus ? null : (
          <div className={classes.filter}>
            <Segmented label="Which tasks" value={filter} options={FILTERS} onChange={setFilter} />
          </div>
        )}
        <label className={classes.search}>
          <IconSearch size={14} stroke={1.6} aria-hidden="true" />
          <input
            id="task-search"
            type="search"
            aria-label="Search tasks"
            aria-keyshortcuts="/"
            placeholder="Search"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              setQuery('');
              event.currentTarget.blur();
            }}
          />
        </label>
      </ScreenToolbar>
      <QuickAddField />
      <ViewBar view={view} onView={setView} scope={scope} onScope={setScope} projects={projects} />
      {view.layout === 'board' && rows.length > 0 ? (
        <TaskBoard
          groups={groups ?? []}
          grouping={boardGrouping(view.grouping)}
          zone={zone}
          today={today}
          reasonOf={reasonOf}
        />
      ) : shown.length === 0 ? (
        <Nothing
          filter={filter}
          narrowed={query.trim() !== '' || scope.projectId !== null || scope.priority !== null}
          isNew={rows.length === 0}
          onClear={() => {
            setQuery('');
            setScope(EVERYTHING);
          }}
        />
      ) : (
        <TaskTable
          rows={listed}
          groups={groups}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelected={setSelected}
          zone={zone}
          today={today}
          reasonOf={reasonOf}
        />
      )}
      {chosen.length > 0 && view.layout === 'table' ? (
        <BulkBar tasks={chosen} projects={projects} onClear={() => setSelected(new Set())} />
      ) : null}
    </div>
  );
}

function useRows() {
  const { tasks, projects, placements, unplaced, zone } = useWorkspace((state) => ({
    tasks: state.tasks,
    projects: state.projects,
    placements: state.placements,
    unplaced: state.unplaced,
    zone: state.settings.timeZone,
  }));
  const now = useNow();
  const today = dayAt(zone, now);
  const rows = useMemo(
    () => taskRows({ tasks, projects, placements, unplaced, now }),
    [tasks, projects, placements, unplaced, now],
  );
  const titles = useMemo(() => new Map(tasks.map((task) => [task.id, task.title])), [tasks]);
  const reasonOf = (row: TaskRow): string =>
    row.unplaced ? unplacedWords(row.unplaced, row.task, { zone, today, titleOf: (id) => titles.get(id) ?? null }) : '';
  return { rows, projects, zone, today, reasonOf };
}

function focusSearch(): boolean {
  const field = document.getElementById('task-search');
  field?.focus();
  return field !== null;
}

function contextWords(counts: Readonly<Record<TaskFilter, number>>): string {
  const parts = [`${counts.open.toLocaleString('en')} open`];
  if (counts.toPlace > 0) parts.push(`${counts.toPlace.toLocaleString('en')} to place`);
  if (counts.late > 0) parts.push(`${counts.late.toLocaleString('en')} late`);
  return parts.join(', ');
}

interface NothingProps {
  readonly filter: TaskFilter;
  /** A search, a project or a priority leaves only some of them. */
  readonly narrowed: boolean;
  readonly isNew: boolean;
  readonly onClear: () => void;
}

function Nothing({ filter, narrowed, isNew, onClear }: NothingProps) {
  if (narrowed && !isNew) {
    return (
      <EmptyState action={<SecondaryButton onClick={onClear}>Show all of them</SecondaryButton>}>
        No task matches.
      </EmptyState>
    );
  }
  const add = (
    <QuietButton shortcut="N" onClick={() => focusQuickAdd()}>
      Add a task
    </QuietButton>
  );
  if (isNew) return <EmptyState action={add}>No tasks yet. Write one in the line above and press Enter.</EmptyState>;
  return <EmptyState {...(filter === 'open' ? { action: add } : {})}>{NOTHING[filter]}</EmptyState>;
}

const NOTHING: Readonly<Record<TaskFilter, string>> = {
  open: 'Everything is done.',
  toPlace: 'Every open task has its place.',
  late: 'Nothing is late.',
  done: 'Nothing is done yet.',
};
