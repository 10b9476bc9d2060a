import { daysBetween } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { repeatWords } from '../../state/repeat-words';
import { useWorkspace } from '../../state/workspace';
import {
  asFragment,
  Dot,
  formatDayShort,
  formatDuration,
  formatMinuteOfDay,
  formatMoment,
  formatRange,
} from '../../ui';
import { slackWords } from './block-name';
import classes from './inspector.module.css';
import type { HabitRow, TaskRow, WorkRow } from './schedule-rows';

const SLACK_TONES = { ample: 'good', tight: 'warn', late: 'bad' } as const;

export function WorkFacts({ row }: { readonly row: WorkRow }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  return (
    <dl className={classes.facts}>
      <dt>When</dt>
      <dd>{`${formatDayShort(dayAt(zone, row.start))}, ${formatRange(zone, row.start, row.end)}`}</dd>
      {row.kind === 'task' ? <TaskFacts row={row} /> : <HabitFacts row={row} />}
    </dl>
  );
}

function TaskFacts({ row }: { readonly row: TaskRow }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const notice = useWorkspace(
    (state) =>
      state.placements.find((one) => one.kind === 'task' && one.id === row.id && parseInstant(one.start) === row.start)
        ?.notice ?? null,
  );
  const repeat = useWorkspace((state) => state.tasks.find((one) => one.id === row.id)?.repeat ?? null);
  const slack = slackWords(row);
  return (
    <>
      {row.chunk ? (
        <>
          <dt>Part</dt>
          <dd>{`${row.chunk.index + 1} of ${row.chunk.of}`}</dd>
        </>
      ) : null}
      <dt>Due</dt>
      <dd>{row.dueAt === null ? 'No date' : formatMoment(zone, row.dueAt)}</dd>
      {repeat ? (
        <>
          <dt>Repeats</dt>
          <dd>{repeatWords(repeat.rule)}</dd>
        </>
      ) : null}
      {row.slack !== 'none' && slack ? (
        <>
          <dt>Slack</dt>
          <dd className={classes.dotted}>
            <Dot tone={SLACK_TONES[row.slack]} />
            {slack}
          </dd>
        </>
      ) : null}
      {notice ? (
        <>
          <dt>Note</dt>
          <dd>{asFragment(notice)}</dd>
        </>
      ) : null}
    </>
  );
}

function HabitFacts({ row }: { readonly row: HabitRow }) {
  const habit = useWorkspace((state) => state.habits.find((one) => one.id === row.id) ?? null);
  const zone = useWorkspace((state) => state.settings.timeZone);
  if (!habit) return null;
  const [hours = 0, minutes = 0] = habit.targetTime.split(':').map(Number);
  const target = hours * 60 + minutes;
  const last = habit.history.slice(-15);
  const kept = last.filter(Boolean).length;
  return (
    <>
      <dt>Target</dt>
      <dd>{`${formatMinuteOfDay(target)}${offTarget(row, zone, target)}`}</dd>
      {last.length > 0 ? (
        <>
          <dt>Kept</dt>
          <dd>{`${kept} of the last ${last.length}`}</dd>
        </>
      ) : null}
      {row.state === 'planned' ? null : (
        <>
          <dt>State</dt>
          <dd>{STATE_WORDS[row.state]}</dd>
        </>
      )}
    </>
  );
}

const STATE_WORDS = { done: 'Done', missed: 'Missed', skipped: 'Skipped, strength stays' } as const;

function offTarget(row: HabitRow, zone: ZoneId, target: number): string {
  const minutes = daysBetween(row.day, dayAt(zone, row.start)) * 1440 + minuteOfDayAt(zone, row.start) - target;
  if (minutes === 0) return '';
  return `, ${formatDuration(Math.abs(minutes))} ${minutes > 0 ? 'later' : 'earlier'} here`;
}
