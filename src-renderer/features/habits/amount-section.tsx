import { lazy, Suspense } from 'react';
import type { Goal, HabitOccurrence } from '#shared/habits/habit';
import { SectionTitle } from '../../ui';
import { amountsOf, goalWords, meanAmount } from './amounts';
import classes from './habit-detail.module.css';

/** Charts come with their own piece of code, which a habit without a goal never loads. */
const AmountChart = lazy(async () => ({ default: (await import('./amount-chart')).AmountChart }));

interface AmountSectionProps {
  readonly title: string;
  readonly goal: Goal;
  /** The habit's own. */
  readonly occurrences: readonly HabitOccurrence[];
}

/** What was noted of a countable goal. */
export function AmountSection({ title, goal, occurrences }: AmountSectionProps) {
  const amounts = amountsOf(goal, occurrences);
  const mean = meanAmount(amounts);
  return (
    <>
      <header className={classes.header}>
        <SectionTitle
          context={
            mean === null
              ? `Goal ${goalWords(goal)}`
              : `Goal ${goalWords(goal)}, ${`${mean} ${goal.unit}`.trimEnd()} in the mean`
          }
        >
          Amounts
        </SectionTitle>
      </header>
      {amounts.length === 0 ? (
        <p className={classes.nothing}>Note how much on Today, and the amounts gather here.</p>
      ) : (
        <Suspense fallback={<div className={classes.chartSpace} />}>
          <AmountChart title={title} goal={goal} amounts={amounts} />
        </Suspense>
      )}
    </>
  );
}
