import { IconBulb } from '@tabler/icons-react';
import { type HourRecord, share } from '#shared/habits/target-evidence';
import type { HabitSuggestion } from '#shared/planning/habit-suggestions';
import type { Day } from '#shared/time/day';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { keepTarget, takeSuggestion } from '../../state/habit-moves';
import { runEdit } from '../../state/run-edit';
import { formatMinuteOfDay, PrimaryButton, SecondaryButton, typeset } from '../../ui';
import type { HabitRecord } from './habit-record';
import { ShareBars } from './share-bars';
import { StrengthOutlook } from './strength-outlook';
import classes from './target-card.module.css';

interface TargetCardProps {
  readonly record: HabitRecord;
  readonly suggestion: Extract<HabitSuggestion, { kind: 'moveTarget' }>;
  /** Other hours with enough attempts to say something. */
  readonly hours: readonly HourRecord[];
  /** Strength over the last weeks, oldest first. */
  readonly past: readonly number[];
  readonly today: Day;
}

/** Another hour that keeps the habit better: how often each hour kept it, and what four weeks there would do. */
export function TargetCard({ record, suggestion, hours, past, today }: TargetCardProps) {
  const { habit } = record;
  const { proposal } = suggestion;
  const present = parseTimeOfDay(habit.targetTime) ?? 0;
  const proposed = parseTimeOfDay(proposal.target) ?? 0;
  const rows = [proposal.here, proposal.there, ...hours.filter((hour) => isOther(hour, present, proposed))]
    .slice(0, 4)
    .sort((a, b) => a.minutes - b.minutes);
  const days = Object.entries(proposal.weekdayTargets);
  return (
    <section className={classes.card} aria-labelledby="target-card">
      <h2 id="target-card">
        <IconBulb size={16} stroke={1.6} aria-hidden="true" />
        {`Try ${formatMinuteOfDay(proposed)} instead`}
      </h2>
      <p>{typeset(`${suggestion.evidence}.`)}</p>
      {days.length === 0 ? null : (
        <p>
          {days.map(([weekday, time]) => `${WEEKDAYS[Number(weekday) - 1]} at ${time.replace(/^0/, '')}`).join(', ')}.
        </p>
      )}
      <ShareBars
        caption="How often each hour kept it"
        rows={rows.map(({ minutes, kept, attempts }) => ({
          name: formatMinuteOfDay(minutes),
          kept,
          attempts,
          isBest: minutes === proposed,
        }))}
      />
      <StrengthOutlook
        past={past}
        habit={habit}
        there={share(proposal.there)}
        here={proposal.here.attempts === 0 ? share({ ...proposal.here, ...successOf(record) }) : share(proposal.here)}
        words={`if moved, or kept at ${formatMinuteOfDay(present)}`}
        today={today}
      />
      <div className={classes.actions}>
        <PrimaryButton onClick={() => void takeSuggestion(habit, today, suggestion)}>Try for two weeks</PrimaryButton>
        <SecondaryButton
          onClick={() => void runEdit(keepTarget(habit.id), `“${habit.title}” stays at ${formatMinuteOfDay(present)}`)}
        >
          {`Keep ${formatMinuteOfDay(present)}`}
        </SecondaryButton>
      </div>
    </section>
  );
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** Nothing was ever tried at the target: the last attempts stand for it. */
function successOf({ success }: HabitRecord): { kept: number; attempts: number } {
  return { kept: success.done, attempts: success.attempts };
}

function isOther(hour: HourRecord, present: number, proposed: number): boolean {
  return [present, proposed].every((minutes) => Math.abs(hour.minutes - minutes) > 45);
}
