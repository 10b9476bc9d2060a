import { Menu, Popover } from '@mantine/core';
import {
  IconBolt,
  IconCalendarDue,
  IconCheck,
  IconClock,
  IconFlag,
  IconFolder,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Project, Task } from '#shared/tasks/task';
import { parseDay } from '#shared/time/day';
import { formatInstant } from '#shared/time/instant';
import { dueInstant } from '../../state/due';
import { ENERGY_WORDS, PRIORITY_WORDS } from '../../state/task-words';
import { workspaceNow } from '../../state/workspace';
import { IconButton, QuietButton } from '../../ui';
import { formatLength } from '../../ui/length';
import classes from './bulk-bar.module.css';
import { DayField } from './day-field';
import { changeAll, completeAll, deleteTasks } from './task-actions';

interface BulkBarProps {
  readonly tasks: readonly Task[];
  readonly projects: readonly Project[];
  readonly onClear: () => void;
}

const LENGTHS = [15, 30, 45, 60, 90, 120, 180] as const;

/** What can be done to all selected tasks at once; each is one undo step. */
export function BulkBar({ tasks, projects, onClear }: BulkBarProps) {
  const then = (work: Promise<boolean>) => void work.then((done) => done && onClear());
  const change = (patch: Partial<Task>) => void changeAll(tasks, patch);
  return (
    <section className={classes.bar} aria-label="Selected tasks">
      <span className={classes.count}>{tasks.length} selected</span>
      <Choice label="Priority" icon={<IconFlag size={14} stroke={1.6} />}>
        {([1, 2, 3, 4] as const).map((priority) => (
          <Menu.Item key={priority} onClick={() => change({ priority })}>
            {PRIORITY_WORDS[priority]}
          </Menu.Item>
        ))}
      </Choice>
      <Choice label="Project" icon={<IconFolder size={14} stroke={1.6} />}>
        <Menu.Item onClick={() => change({ projectId: null })}>No project</Menu.Item>
        {projects.map((project) => (
          <Menu.Item key={project.id} onClick={() => change({ projectId: project.id })}>
            {project.name}
          </Menu.Item>
        ))}
      </Choice>
      <DueChoice onChange={(dueAt) => change({ dueAt })} />
      <Choice label="Length" icon={<IconClock size={14} stroke={1.6} />}>
        {LENGTHS.map((durationMinutes) => (
          <Menu.Item key={durationMinutes} onClick={() => change({ durationMinutes })}>
            {formatLength(durationMinutes)}
          </Menu.Item>
        ))}
      </Choice>
      <Choice label="Energy" icon={<IconBolt size={14} stroke={1.6} />}>
        <Menu.Item onClick={() => change({ energy: null })}>Unset</Menu.Item>
        {(['high', 'medium', 'low'] as const).map((energy) => (
          <Menu.Item key={energy} onClick={() => change({ energy })}>
            {ENERGY_WORDS[energy]}
          </Menu.Item>
        ))}
      </Choice>
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

interface ChoiceProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Choice({ label, icon, children }: ChoiceProps) {
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <QuietButton leftSection={icon}>{label}</QuietButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>{children}</Menu.Dropdown>
    </Menu>
  );
}

function DueChoice({ onChange }: { readonly onChange: (dueAt: string | null) => void }) {
  const [opened, setOpened] = useState(false);
  const pick = (text: string) => {
    const day = parseDay(text);
    const zone = workspaceNow().settings.timeZone;
    onChange(day === null ? null : formatInstant(dueInstant(zone, { day, minutes: null })));
    setOpened(false);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top"
      trapFocus
      returnFocus
      shadow="md"
      radius="lg"
      withinPortal
    >
      <Popover.Target>
        <QuietButton leftSection={<IconCalendarDue size={14} stroke={1.6} />} onClick={() => setOpened(!opened)}>
          Due
        </QuietButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Due of the selected tasks">
        <DayField label="Due" value="" onChange={pick} clearable={false} inPlace bare />
        <QuietButton onClick={() => pick('')}>No date</QuietButton>
      </Popover.Dropdown>
    </Popover>
  );
}
