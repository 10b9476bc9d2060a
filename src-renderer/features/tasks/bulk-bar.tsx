import { Menu } from '@mantine/core';
import { IconCheck, IconFlag, IconTrash, IconX } from '@tabler/icons-react';
import type { Task } from '#shared/tasks/task';
import { PRIORITY_WORDS } from '../../state/task-words';
import { IconButton, QuietButton } from '../../ui';
import classes from './bulk-bar.module.css';
import { completeAll, deleteTasks, setPriority } from './task-actions';

interface BulkBarProps {
  readonly tasks: readonly Task[];
  readonly onClear: () => void;
}

/** What can be done to all selected tasks at once; each is one undo step. */
export function BulkBar({ tasks, onClear }: BulkBarProps) {
  const then = (work: Promise<boolean>) => void work.then((done) => done && onClear());
  return (
    <section className={classes.bar} aria-label="Selected tasks">
      <span className={classes.count}>{tasks.length} selected</span>
      <Menu position="top" withinPortal>
        <Menu.Target>
          <QuietButton leftSection={<IconFlag size={14} stroke={1.6} />}>Priority</QuietButton>
        </Menu.Target>
        <Menu.Dropdown>
          {([1, 2, 3, 4] as const).map((priority) => (
            <Menu.Item key={priority} onClick={() => void setPriority(tasks, priority)}>
              {PRIORITY_WORDS[priority]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <QuietButton leftSection={<IconCheck size={14} stroke={1.6} />} onClick={() => then(completeAll(tasks))}>
        Done
      </QuietButton>
      <QuietButton leftSection={<IconTrash size={14} stroke={1.6} />} onClick={() => then(deleteTasks(tasks))}>
        Delete
      </QuietButton>
      <IconButton label="Clear the selection" shortcut="Esc" onClick={onClear}>
        <IconX size={14} stroke={1.6} />
      </IconButton>
    </section>
  );
}
