import type { HabitOccurrence } from '#shared/habits/habit';
import { longestRow } from '#shared/habits/streak';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { openEditor } from '../../state/editor';
import { formatMinuteOfDay, SecondaryButton } from '../../ui';
import classes from './habit-facts.module.css';
import type { HabitRecord } from './habit-record';
import { weekdayRecords } from './habit-weekdays';
import { ShareBars } from './share-bars';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

interface HabitFactsProps {
  readonly record: HabitRecord;
  readonly occurrences: readonly HabitOccurrence[];
}

/** Its rules in short, and which weekdays carry it. */
export function HabitFacts({ record, occurrences }: HabitFactsProps) {
  const { habit } = record;
  const weekdays = weekdayRecords(occurrences);
  const best = Math.max(...weekdays.map((one) => one.kept / one.attempts));
  return (
    <aside className={classes.facts} aria-label={`About ${habit.title}`}>
      <dl className={classes.list}>
        <dt>Target</dt>
        <dd>{clock(habit.targetTime)}</dd>
        <dt>Between</dt>
        <dd>{`${clock(habit.window[0])} – ${clock(habit.window[1])}`}</dd>
        <dt>Length</dt>
        <dd>
          {habit.minMinutes === null
            ? `${habit.durationMinutes} min`
            : `${habit.durationMinutes} min, at least ${habit.minMinutes}`}
        </dd>
        <dt>Longest streak</dt>
        <dd>{longestRow(habit.history)}</dd>
      </dl>
      {weekdays.length === 0 ? null : (
        <>
          <h3>Kept by weekday</h3>
          <ShareBars
            caption="Kept by weekday"
            rows={weekdays.map(({ weekday, kept, attempts }) => ({
              name: WEEKDAYS[weekday - 1] ?? '',
              kept,
              attempts,
              isBest: kept / attempts === best,
            }))}
          />
        </>
      )}
      <SecondaryButton onClick={() => openEditor({ kind: 'habit', id: habit.id })}>Edit</SecondaryButton>
    </aside>
  );
}

function clock(text: string): string {
  return formatMinuteOfDay(parseTimeOfDay(text) ?? 0);
}
