import { Popover, Tooltip } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { type FormEvent, type Ref, type RefObject, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Task } from '#shared/tasks/task';
import { parseDay } from '#shared/time/day';
import { instantAtMinute, minuteOfDayAt } from '#shared/time/zone';
import { announce } from '../../state/announce';
import { now } from '../../state/clock';
import { moveUnplacedTask } from '../../state/edit';
import { viewedDay } from '../../state/navigation';
import { readTime } from '../../state/quick-add/moment';
import { runEdit } from '../../state/run-edit';
import { workspaceNow } from '../../state/workspace';
import { BareIconButton, formatDayShort, formatMinuteOfDay, PrimaryButton } from '../../ui';
import { DayField } from './day-field';
import classes from './place-action.module.css';
import { TimeField } from './time-field';

interface PlaceActionProps {
  readonly task: Task;
  /** The card was pointed at or focused: what then shows is built. Before, there may be dozens of them, out of sight. */
  readonly looked: boolean;
}

/** Placing by day and time, so that dragging is not the only way. */
export function PlaceAction({ task, looked }: PlaceActionProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const label = `Place ${task.title} at a time`;
  const built = looked || opened;
  return (
    <>
      <BareIconButton
        ref={button}
        id={`${id}-target`}
        label={label}
        className={classes.action ?? ''}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-controls={opened ? `${id}-dropdown` : undefined}
        data-open={opened || undefined}
        onClick={() => setOpened(!opened)}
      >
        {built ? <IconCalendarPlus size={16} stroke={1.6} /> : null}
      </BareIconButton>
      {built ? (
        <>
          <Tooltip label={label} target={button} />
          <Popover
            id={id}
            opened={opened}
            onChange={setOpened}
            position="right-start"
            trapFocus
            returnFocus
            shadow="md"
            radius="lg"
            withinPortal
          >
            <Popover.Target>
              <Anchor at={button} />
            </Popover.Target>
            <Popover.Dropdown className={classes.panel ?? ''} aria-label={`Place ${task.title}`}>
              {opened ? <PlaceForm task={task} onClose={() => setOpened(false)} /> : null}
            </Popover.Dropdown>
          </Popover>
        </>
      ) : null}
    </>
  );
}

/** Tells a popover of an element that was there before it. */
function Anchor({ at, ref }: { readonly at: RefObject<HTMLElement | null>; readonly ref?: Ref<HTMLElement> }) {
  useImperativeHandle(ref, () => at.current!, [at]);
  return null;
}

function PlaceForm({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [day, setDay] = useState<string>(viewedDay());
  const [time, setTime] = useState(() => formatMinuteOfDay(nextHour()));
  const [problem, setProblem] = useState<string | null>(null);
  const place = async (event: FormEvent) => {
    event.preventDefault();
    const on = parseDay(day);
    const at = readTime([time.trim().toLowerCase()], 0)?.value ?? null;
    if (!on || at === null) {
      setProblem(on ? 'Write a time such as 16:00.' : 'Choose a day.');
      return;
    }
    if (await runEdit(moveUnplacedTask(task.id, instantAtMinute(workspaceNow().settings.timeZone, on, at)))) {
      announce(`${task.title} is placed on ${formatDayShort(on)} at ${formatMinuteOfDay(at)}`);
      onClose();
    }
  };
  return (
    <form className={classes.form} onSubmit={(event) => void place(event)}>
      <DayField label="Day" value={day} onChange={setDay} clearable={false} inPlace />
      <TimeField label="Start" value={time} onChange={setTime} error={problem} autoFocus />
      <PrimaryButton type="submit">Place</PrimaryButton>
    </form>
  );
}

/** The next full hour by the wall clock, at most 23:00. */
function nextHour(): number {
  const minute = minuteOfDayAt(workspaceNow().settings.timeZone, now());
  return Math.min(23, Math.floor(minute / 60) + 1) * 60;
}
