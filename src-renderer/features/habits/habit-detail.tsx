import type { Settings } from '#shared/engine/settings';
import type { HabitOccurrence } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { formatMinuteOfDay, SectionTitle } from '../../ui';
import { AmountSection } from './amount-section';
import classes from './habit-detail.module.css';
import { type HabitRecord, habitYear } from './habit-record';
import { StartChart } from './start-chart';
import { startPoints } from './start-scale';
import { YearMap } from './year-map';

interface HabitDetailProps {
  readonly record: HabitRecord;
  readonly occurrences: readonly HabitOccurrence[];
  readonly settings: Pick<Settings, 'timeZone' | 'vacations'>;
  readonly today: Day;
}

/** One year of the chosen habit, when it was begun, and how much was done of a countable goal. */
export function HabitDetail({ record, occurrences, settings, today }: HabitDetailProps) {
  const { habit } = record;
  const year = habitYear(habit, occurrences, settings, today);
  const points = startPoints(habit, occurrences, settings.timeZone);
  const target = parseTimeOfDay(habit.targetTime) ?? 0;
  const mean = record.meanDeltaMinutes;
  return (
    <section className={classes.detail} aria-label={habit.title}>
      <header className={classes.header}>
        <SectionTitle
          context={year.attempts === 0 ? 'nothing marked yet' : `${year.kept} of ${year.attempts} marked days kept`}
        >
          {habit.title}, one year
        </SectionTitle>
        <Legend
          entries={[
            ['done', 'Kept'],
            ['doneLate', 'Kept late'],
            ['missed', 'Missed'],
            ['skipped', 'Skipped'],
            ['paused', 'Paused'],
          ]}
        />
      </header>
      <YearMap title={habit.title} year={year} />
      <header className={classes.header}>
        <SectionTitle
          context={`Target ${formatMinuteOfDay(target)}${
            mean === null
              ? ''
              : `, last ${Math.min(5, record.starts.length)} at ${formatMinuteOfDay((target + mean + 1440) % 1440)}`
          }`}
        >
          Start time
        </SectionTitle>
        {points.length === 0 ? null : (
          <Legend
            entries={[
              ['keptDot', 'Kept'],
              ['missedDot', 'Missed'],
            ]}
          />
        )}
      </header>
      {points.length === 0 ? (
        <p className={classes.nothing}>Tick it off on Today, and its start times gather here.</p>
      ) : (
        <StartChart habit={habit} points={points} />
      )}
      {habit.goal ? <AmountSection title={habit.title} goal={habit.goal} occurrences={occurrences} /> : null}
    </section>
  );
}

function Legend({ entries }: { readonly entries: readonly (readonly [string, string])[] }) {
  return (
    <ul className={classes.legend}>
      {entries.map(([state, label]) => (
        <li key={state}>
          <span className={classes.key} data-state={state} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  );
}
