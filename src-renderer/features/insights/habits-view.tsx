import type { HabitMethodComparison, HabitMethodQuality } from '#shared/planning/compare-habit-methods';
import { parseDay } from '#shared/time/day';
import { openEditor } from '../../state/editor';
import { EmptyState, formatDate, QuietButton } from '../../ui';
import { type Column, ColumnChart } from '../../ui/column-chart';
import { minuteWords, verdict } from './habit-verdict';
import classes from './insights.module.css';
import { Panel } from './panel';

interface HabitsViewProps {
  /** Null while it is computed. */
  readonly comparison: HabitMethodComparison | null;
}

const TICKS = 6;

/** How near the habits lie to their targets, and what the exact method gains over the simple one on the days ahead. */
export function HabitsView({ comparison }: HabitsViewProps) {
  if (!comparison) return null;
  const { best, greedy, days, proven } = comparison;
  if (best.placed + best.unplaced === 0) {
    return (
      <EmptyState
        action={
          <QuietButton shortcut="H" onClick={() => openEditor({ kind: 'habit', id: null })}>
            Add a habit
          </QuietButton>
        }
      >
        No habit is due in the days ahead.
      </EmptyState>
    );
  }
  const columns = dayColumns(comparison);
  return (
    <div className={classes.stack}>
      <p className={classes.verdict}>{verdict(comparison)}</p>
      <dl className={classes.figures}>
        <div>
          <dt>Mean distance from targets</dt>
          <dd>{minuteWords(best.meanDeltaMinutes)}</dd>
        </div>
        <div>
          <dt>Gaps under 30 min</dt>
          <dd>{best.shortGaps}</dd>
        </div>
        <div>
          <dt>Visits placed</dt>
          <dd>
            {best.placed} <small>{`of ${best.placed + best.unplaced}`}</small>
          </dd>
        </div>
        <div>
          <dt>Days proven best</dt>
          <dd>
            {proven} <small>{`of ${days.length}`}</small>
          </dd>
        </div>
      </dl>
      <div className={classes.pair}>
        <Panel title="Two methods on your days" caption={`The ${days.length} days ahead, same calendar, same habits`}>
          <MethodTable best={best} greedy={greedy} />
        </Panel>
        <Panel title="Minutes nearer, by day" caption="The simple method’s mean distance less ours">
          {columns.every(({ values }) => Math.abs(values[0] ?? 0) < 0.05) ? (
            <p className={classes.quiet}>On none of these days do the two differ.</p>
          ) : (
            <ColumnChart
              label={`Minutes nearer to the targets by day, ${minuteWords(comparison.nearerMinutes)} in the mean`}
              columns={columns}
              fills={['var(--dw-habit-solid)']}
              height={200}
            />
          )}
        </Panel>
      </div>
    </div>
  );
}

function MethodTable({ best, greedy }: { readonly best: HabitMethodQuality; readonly greedy: HabitMethodQuality }) {
  const rows = [
    ['Mean distance from targets', minuteWords(best.meanDeltaMinutes), minuteWords(greedy.meanDeltaMinutes)],
    ['Gaps under 30 min', best.shortGaps, greedy.shortGaps],
    ['Placed', best.placed, greedy.placed],
    ['Without a place', best.unplaced, greedy.unplaced],
    ['Cost: need × distance', Math.round(best.cost).toLocaleString('en'), Math.round(greedy.cost).toLocaleString('en')],
  ] as const;
  return (
    <table className={classes.methods}>
      <thead>
        <tr>
          <td />
          <th scope="col">Daywright</th>
          <th scope="col">Simple method</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ours, theirs]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{ours}</td>
            <td>{theirs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dayColumns({ days }: HabitMethodComparison): Column[] {
  const every = Math.ceil(days.length / TICKS);
  return days.map(({ day, best, greedy }, index) => {
    const nearer = greedy.meanDeltaMinutes - best.meanDeltaMinutes;
    const date = formatDate(parseDay(day)!);
    return {
      key: day,
      tick: index % every === 0 ? date : '',
      words: [date, `Ours ${minuteWords(best.meanDeltaMinutes)}, simple ${minuteWords(greedy.meanDeltaMinutes)}`],
      values: [nearer],
    };
  });
}
