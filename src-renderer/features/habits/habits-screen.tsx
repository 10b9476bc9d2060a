import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { by, inOrder } from '#shared/base/ordering';
import { statusOn } from '#shared/habits/due-day';
import type { Habit } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';
import { dayAt } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import { openEditor } from '../../state/editor';
import { useWorkspace } from '../../state/workspace';
import { EmptyState, ScreenToolbar, SecondaryButton, Segmented } from '../../ui';
import { HabitDetail } from './habit-detail';
import { type HabitRecord, habitRecords } from './habit-record';
import { HabitSide } from './habit-side';
import { HabitTable } from './habit-table';
import classes from './habits-screen.module.css';

const STATUSES: readonly { readonly value: Habit['status']; readonly label: string }[] = [
  { value: 'active', label: 'Active' },
  { value: 'paused', label: 'Paused' },
  { value: 'ended', label: 'Ended' },
];

/** In the order of the day. */
const BY_TIME = inOrder<HabitRecord>(
  by((record) => record.habit.targetTime),
  by((record) => record.habit.title),
);

export function HabitsScreen() {
  const [status, setStatus] = useState<Habit['status']>('active');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { records, occurrences, settings, today } = useRecords();
  const zone = settings.timeZone;
  const shown = records.filter((record) => statusOn(record.habit, today) === status).sort(BY_TIME);
  const chosen = shown.find((record) => record.habit.id === chosenId) ?? firstToLookAt(shown);
  const own = useMemo(
    () => occurrences.filter((one) => one.habitId === chosen?.habit.id),
    [occurrences, chosen?.habit.id],
  );
  const add = (
    <SecondaryButton
      shortcut="H"
      aria-keyshortcuts="h"
      leftSection={<IconPlus size={14} stroke={1.6} />}
      onClick={() => openEditor({ kind: 'habit', id: null })}
    >
      New habit
    </SecondaryButton>
  );
  return (
    <div className={classes.screen}>
      <ScreenToolbar title="Habits" context={contextWords(records, today)} right={add}>
        <Segmented label="Which habits" value={status} options={STATUSES} onChange={setStatus} />
      </ScreenToolbar>
      {shown.length === 0 ? (
        <Nothing status={status} isNew={records.length === 0} />
      ) : (
        <div className={classes.body}>
          <HabitTable
            records={shown}
            chosen={chosen?.habit.id ?? null}
            onChoose={setChosenId}
            zone={zone}
            today={today}
          />
          {chosen ? (
            <>
              <hr className={classes.rule} />
              <div className={classes.below}>
                <HabitDetail record={chosen} occurrences={own} settings={settings} today={today} />
                <HabitSide record={chosen} occurrences={own} zone={zone} today={today} />
              </div>
            </>
          ) : null}
        </div>
      )}
    </div>
  );
}

function useRecords() {
  const { habits, habitOccurrences, placements, unplaced, settings } = useWorkspace((state) => ({
    habits: state.habits,
    habitOccurrences: state.habitOccurrences,
    placements: state.placements,
    unplaced: state.unplaced,
    settings: state.settings,
  }));
  const now = useNow();
  const records = useMemo(
    () => habitRecords({ habits, habitOccurrences, placements, unplaced, settings, now }),
    [habits, habitOccurrences, placements, unplaced, settings, now],
  );
  return { records, occurrences: habitOccurrences, settings, today: dayAt(settings.timeZone, now) };
}

/** The first slipping habit, else the first of all. */
function firstToLookAt(records: readonly HabitRecord[]): HabitRecord | null {
  return records.find((record) => record.slipping) ?? records[0] ?? null;
}

function contextWords(records: readonly HabitRecord[], today: Day): string {
  const active = records.filter((record) => statusOn(record.habit, today) === 'active');
  const slipping = active.filter((record) => record.slipping).length;
  if (active.length === 0) return '';
  if (slipping === 0) return `${active.length} active, none slipping`;
  return `${slipping} of ${active.length} ${slipping === 1 ? 'is' : 'are'} slipping`;
}

function Nothing({ status, isNew }: { readonly status: Habit['status']; readonly isNew: boolean }) {
  const add = <SecondaryButton onClick={() => openEditor({ kind: 'habit', id: null })}>Add a habit</SecondaryButton>;
  if (isNew)
    return <EmptyState action={add}>No habits yet. A habit keeps near its time and moves around your day.</EmptyState>;
  if (status === 'active') return <EmptyState action={add}>No habit is active.</EmptyState>;
  return <EmptyState>{status === 'paused' ? 'No habit is paused.' : 'No habit has ended.'}</EmptyState>;
}
