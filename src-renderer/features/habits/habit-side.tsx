import { useMemo } from 'react';
import type { HabitOccurrence } from '#shared/habits/habit';
import { bestHours, hourRecord } from '#shared/habits/target-evidence';
import { habitSuggestions, lastingSuggestions } from '#shared/planning/habit-suggestions';
import { openHabitsOf } from '#shared/planning/open-habits';
import type { Day } from '#shared/time/day';
import { parseTimeOfDay } from '#shared/time/wall-time';
import type { ZoneId } from '#shared/time/zone';
import { endTrial, takeSuggestion } from '../../state/habit-moves';
import { runEdit } from '../../state/run-edit';
import { slippingWords } from '../../state/slipping-words';
import { SUGGESTION_ICONS, suggestionKey, suggestionTitle } from '../../state/suggestion-words';
import { useHabitSituation } from '../../state/use-habit-situation';
import { ChoiceList, formatDate, formatMinuteOfDay, PrimaryButton, SecondaryButton } from '../../ui';
import { HabitFacts } from './habit-facts';
import { type HabitRecord, strengthByWeek } from './habit-record';
import classes from './habit-side.module.css';
import { PAST_WEEKS } from './strength-outlook';
import { TargetCard } from './target-card';

interface HabitSideProps {
  readonly record: HabitRecord;
  /** The habit's own. */
  readonly occurrences: readonly HabitOccurrence[];
  readonly zone: ZoneId;
  readonly today: Day;
}

const DAYS_AHEAD = 28;

/** What would help the chosen habit, and its rules in short. */
export function HabitSide({ record, occurrences, zone, today }: HabitSideProps) {
  const { habit } = record;
  const situation = useHabitSituation(DAYS_AHEAD);
  const isSlipping = record.slipping !== null;
  const suggestions = useMemo(() => {
    if (!situation || habit.status !== 'active') return [];
    const open = openHabitsOf(situation, 1).find((one) => one.habitId === habit.id && one.day === today);
    return open && isSlipping
      ? habitSuggestions(situation, habit, occurrences, open)
      : lastingSuggestions(situation, habit, occurrences);
  }, [situation, habit, occurrences, isSlipping, today]);
  const target = suggestions.find((one) => one.kind === 'moveTarget');
  const rest = suggestions.filter((one) => one.kind !== 'moveTarget');
  return (
    <div className={classes.side}>
      {habit.trial ? <TrialCard record={record} occurrences={occurrences} zone={zone} today={today} /> : null}
      {!habit.trial && target?.kind === 'moveTarget' ? (
        <TargetCard
          record={record}
          suggestion={target}
          hours={bestHours(habit, occurrences, zone, 4)}
          past={strengthByWeek(habit, occurrences, today, PAST_WEEKS)}
          today={today}
        />
      ) : null}
      {record.slipping || rest.length > 0 ? (
        <section className={classes.card} aria-label={`Ways out for ${habit.title}`}>
          <h2>{record.slipping ? `${habit.title} is slipping` : 'One day holds it back'}</h2>
          {record.slipping ? <p>{`${slippingWords(record.slipping)}.`}</p> : null}
          <ChoiceList
            label={`Changes for ${habit.title}`}
            choices={rest.map((suggestion) => ({
              key: suggestionKey(suggestion),
              icon: SUGGESTION_ICONS[suggestion.kind],
              title: suggestionTitle(suggestion, zone, today),
              detail: suggestion.evidence,
              onChoose: () => void takeSuggestion(habit, today, suggestion),
            }))}
          />
        </section>
      ) : null}
      <HabitFacts record={record} occurrences={occurrences} />
    </div>
  );
}

/** A target on trial: how it goes, and at its end whether it stays. */
function TrialCard({ record, occurrences, zone, today }: HabitSideProps) {
  const { habit } = record;
  const { trial } = habit;
  if (!trial) return null;
  const since = occurrences.filter((one) => one.day >= trial.from);
  const kept = since.filter((one) => one.state === 'done' || one.state === 'doneLate').length;
  const attempts = kept + since.filter((one) => one.state === 'missed').length;
  const before = parseTimeOfDay(trial.before) ?? 0;
  const earlier = hourRecord(
    habit,
    occurrences.filter((one) => one.day < trial.from),
    zone,
    before,
  );
  const now = formatMinuteOfDay(parseTimeOfDay(habit.targetTime) ?? 0);
  const old = formatMinuteOfDay(before);
  const over = today > trial.until;
  return (
    <section className={classes.card} aria-label="Target on trial">
      <h2>{over ? `Two weeks at ${now}` : `${now} on trial until ${formatDate(trial.until)}`}</h2>
      <p>
        {attempts === 0 ? 'Nothing marked yet.' : `Kept ${kept} of ${attempts}`}
        {attempts > 0 && earlier.attempts > 0 ? `, before ${earlier.kept} of ${earlier.attempts} at ${old}.` : ''}
      </p>
      <div className={classes.actions}>
        <PrimaryButton onClick={() => void runEdit(endTrial(habit.id, true), `“${habit.title}” stays at ${now}`)}>
          {`Keep ${now}`}
        </PrimaryButton>
        <SecondaryButton onClick={() => void runEdit(endTrial(habit.id, false), `“${habit.title}” is back at ${old}`)}>
          {`Back to ${old}`}
        </SecondaryButton>
      </div>
    </section>
  );
}
