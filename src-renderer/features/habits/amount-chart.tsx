import type { Goal } from '#shared/habits/habit';
import { formatDate, formatDayShort } from '../../ui';
import { type Column, ColumnChart } from '../../ui/column-chart';
import { type AmountOfDay, goalWords } from './amounts';

interface AmountChartProps {
  readonly title: string;
  readonly goal: Goal;
  readonly amounts: readonly AmountOfDay[];
}

const HEIGHT = 160;
/** Kept, and off the goal. */
const FILLS = ['var(--dw-habit-solid)', 'var(--dw-event-solid)'];
const TICKS = 5;

/** How much was done, day by day, against the goal's dashed line; days off the goal are grey. */
export function AmountChart({ title, goal, amounts }: AmountChartProps) {
  const step = Math.max(1, Math.ceil(amounts.length / TICKS));
  const kept = amounts.filter((one) => one.kept).length;
  const columns = amounts.map(
    ({ day, amount, kept: isKept }, index): Column => ({
      key: day,
      tick: index % step === 0 ? formatDate(day) : '',
      words: [
        `${formatDayShort(day)}: ${`${amount} ${goal.unit}`.trim()}`,
        isKept ? 'Goal kept' : wayOff(goal, amount),
      ],
      values: isKept ? [amount, 0] : [0, amount],
    }),
  );
  return (
    <ColumnChart
      label={`${title}, amounts of ${amounts.length} ${amounts.length === 1 ? 'day' : 'days'}: ${goalWords(goal)} kept on ${kept}`}
      columns={columns}
      fills={FILLS}
      height={HEIGHT}
      limit={goal.amount}
    />
  );
}

function wayOff(goal: Goal, amount: number): string {
  const by = Math.round(10 * Math.abs(goal.amount - amount)) / 10;
  return `${by} ${goal.kind === 'atLeast' ? 'to go' : 'above'}`;
}
