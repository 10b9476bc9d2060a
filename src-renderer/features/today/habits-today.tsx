import { Menu, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { startTransition, useEffect, useOptimistic, useRef } from 'react';
import type { Day } from '#shared/time/day';
import { parseTimeOfDay } from '#shared/time/wall-time';
import type { ZoneId } from '#shared/time/zone';
import { checkHabit } from '../../state/edit';
import { openEditor } from '../../state/editor';
import { moveToBestPlace } from '../../state/habit-moves';
import { runEdit } from '../../state/run-edit';
import { Dot, formatMinuteOfDay, formatTime, MoreMenu, QuietButton, typeset } from '../../ui';
import { AmountField } from './amount-field';
import { type HabitOfDay, isKept } from './habits-of-day';
import classes from './habits-today.module.css';

interface HabitsTodayProps {
  readonly habits: readonly HabitOfDay[];
  /** The habit that a notice led to: marked, and in view. */
  readonly shown: string | null;
  readonly day: Day;
  readonly title: string;
  readonly zone: ZoneId;
  /** Only today's are moved to what is left of their day. */
  readonly isToday: boolean;
}

/** The day's habits to tick off; the menu skips one without a miss. */
export function HabitsToday({ habits, shown, day, title, zone, isToday }: HabitsTodayProps) {
  const kept = habits.filter((one) => isKept(one.state)).length;
  return (
    <section aria-labelledby="habits-today">
      <header className={classes.header}>
        <h2 id="habits-today">{title}</h2>
        {habits.length > 0 ? <span>{`${kept} of ${habits.length}`}</span> : null}
      </header>
      {habits.length === 0 ? (
        <div className={classes.nothing}>
          <span>No habit is due.</span>
          <QuietButton onClick={() => openEditor({ kind: 'habit', id: null })} shortcut="H">
            Add a habit
          </QuietButton>
        </div>
      ) : (
        <ul className={classes.list}>
          {habits.map((one) => (
            <HabitLine
              key={one.habit.id}
              one={one}
              isShown={one.habit.id === shown}
              canMove={isToday}
              day={day}
              zone={zone}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface HabitLineProps {
  readonly one: HabitOfDay;
  readonly isShown: boolean;
  readonly canMove: boolean;
  readonly day: Day;
  readonly zone: ZoneId;
}

function HabitLine({ one, isShown, canMove, day, zone }: HabitLineProps) {
  const { habit, state } = one;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isShown) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const kept = isKept(state);
  // The tick shows at once; what was stored has the last word.
  const [ticked, tick] = useOptimistic(kept);
  const check = (as: 'done' | 'skipped' | 'missed' | 'planned') =>
    startTransition(async () => {
      tick(as === 'done');
      await runEdit(checkHabit(habit.id, day, as));
    });
  return (
    <li ref={line} className={classes.row} data-state={kept ? 'kept' : state} aria-current={isShown || undefined}>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={ticked}
          aria-label={`${habit.title} done`}
          onChange={() => check(kept ? 'planned' : 'done')}
        />
        <span aria-hidden="true">
          <IconCheck size={12} stroke={2.6} />
        </span>
      </label>
      <button type="button" className={classes.title} onClick={() => openEditor({ kind: 'habit', id: habit.id })}>
        {habit.title}
      </button>
      {habit.goal ? <AmountField habit={{ ...habit, goal: habit.goal }} day={day} amount={one.amount} /> : null}
      <When one={one} zone={zone} />
      <MoreMenu label={`More for ${habit.title}`} className={classes.more}>
        {kept ? null : <Menu.Item onClick={() => check('done')}>Done</Menu.Item>}
        {state === 'planned' && canMove ? (
          <Menu.Item onClick={() => void moveToBestPlace(habit.id, day)}>Move to a free place</Menu.Item>
        ) : null}
        {state === 'skipped' ? null : <Menu.Item onClick={() => check('skipped')}>Skip, the streak stays</Menu.Item>}
        {state === 'missed' ? null : <Menu.Item onClick={() => check('missed')}>Missed</Menu.Item>}
        {state === 'planned' ? null : <Menu.Item onClick={() => check('planned')}>Back to planned</Menu.Item>}
      </MoreMenu>
    </li>
  );
}

function When({ one, zone }: { readonly one: HabitOfDay; readonly zone: ZoneId }) {
  const time = one.start === null ? '' : formatTime(zone, one.start);
  if (one.state === 'missed') {
    return (
      <span className={classes.when}>
        <Dot tone="warn" />
        {`Missed ${time}`.trim()}
      </span>
    );
  }
  if (one.state === 'skipped') return <span className={classes.when}>Skipped</span>;
  if (time !== '' && one.passed) {
    return (
      <span className={classes.when}>
        <Dot tone="warn" />
        {`Was ${time}`}
      </span>
    );
  }
  if (time !== '') return <span className={classes.when}>{time}</span>;
  if (one.unplaced !== null && !isKept(one.state)) {
    return (
      <Tooltip label={typeset(one.unplaced)} multiline maw={280}>
        <span className={classes.when}>No room today</span>
      </Tooltip>
    );
  }
  const target = parseTimeOfDay(one.habit.targetTime) ?? 0;
  return <span className={classes.when}>{`About ${formatMinuteOfDay(target)}`}</span>;
}
