import { IconArrowsSort } from '@tabler/icons-react';
import { useState } from 'react';
import { by, inOrder } from '#shared/base/ordering';
import { dayAt } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import { openEditor } from '../../state/editor';
import { useWorkspace } from '../../state/workspace';
import { IconButton, QuietButton, typeset } from '../../ui';
import { type TaskRow, taskRows } from './task-list';
import { ToPlaceCard } from './to-place-card';
import classes from './to-place-list.module.css';
import { unplacedWords } from './unplaced-words';

type Order = 'due' | 'priority';

/** Cards drawn before "more": the rail is no place for a list of thousands. */
const SHOWN = 60;
/** Each suggestion is tried by planning with it, in the page: with more open tasks than this that would be felt. */
const MOST_TRIED = 250;

/** Open tasks without a place, for the rail. Each says why in a few words. */
export function ToPlaceList() {
  const [order, setOrder] = useState<Order>('due');
  const { tasks, projects, placements, unplaced, zone } = useWorkspace((state) => ({
    tasks: state.tasks,
    projects: state.projects,
    placements: state.placements,
    unplaced: state.unplaced,
    zone: state.settings.timeZone,
  }));
  const now = useNow();
  const today = dayAt(zone, now);
  const rows = taskRows({ tasks, projects, placements, unplaced, now })
    .filter((row) => row.task.status === 'open' && row.placements.length === 0)
    .sort(ORDERS[order]);
  const open = tasks.filter((task) => task.status === 'open').length;
  const titleOf = (id: string) => tasks.find((task) => task.id === id)?.title ?? null;
  const other: Order = order === 'due' ? 'priority' : 'due';
  return (
    <section className={classes.list} aria-labelledby="to-place-title">
      <header className={classes.header}>
        <h2 id="to-place-title" className={classes.title}>
          To place <span className={classes.count}>{rows.length}</span>
        </h2>
        {rows.length > 1 ? (
          <IconButton label={`Sort by ${other}`} onClick={() => setOrder(other)}>
            <IconArrowsSort size={14} stroke={1.6} />
          </IconButton>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <div className={classes.empty}>
          <p>Nothing to place.</p>
          <QuietButton shortcut="N" onClick={() => openEditor({ kind: 'task', id: null })}>
            Add a task
          </QuietButton>
        </div>
      ) : (
        <>
          <ul className={classes.cards}>
            {rows.slice(0, SHOWN).map((row) => (
              <li key={row.task.id}>
                <ToPlaceCard
                  task={row.task}
                  zone={zone}
                  today={today}
                  reason={row.unplaced ? unplacedWords(row.unplaced, row.task, { zone, today, titleOf }) : null}
                  detail={row.unplaced ? typeset(row.unplaced.detail) : null}
                  suggests={open <= MOST_TRIED}
                />
              </li>
            ))}
          </ul>
          <p className={classes.hint}>
            {rows.length > SHOWN ? `${rows.length - SHOWN} more under Tasks. ` : ''}
            Drag onto the week, or open one to loosen its rules.
          </p>
        </>
      )}
    </section>
  );
}

const dueOf = (row: TaskRow): string => row.task.dueAt ?? '9999';

const ORDERS = {
  due: inOrder(
    by(dueOf),
    by((row: TaskRow) => row.task.priority),
    by((row: TaskRow) => row.task.title),
  ),
  priority: inOrder(
    by((row: TaskRow) => row.task.priority),
    by(dueOf),
    by((row: TaskRow) => row.task.title),
  ),
} as const;
