import { Dot } from '../../ui';
import { Sparkline } from '../../ui/sparkline';
import classes from './checks-panel.module.css';
import { Panel } from './panel';
import type { CheckRow } from './plan-check-rows';

const TONES = { good: 'Fine', warn: 'Worth a look', bad: 'Not met' } as const;

/** What the plan is held against: the course of the last runs, the present value and its goal. */
export function ChecksPanel({ rows }: { readonly rows: readonly CheckRow[] }) {
  const runs = Math.max(0, ...rows.map((row) => row.values.length));
  return (
    <Panel title="Checks on the plan">
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{runs === 1 ? '1 run' : `${runs} runs`}</th>
            <th scope="col" className={classes.number}>
              Now
            </th>
            <th scope="col">Goal</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <span className={classes.name}>
                  <Dot tone={row.tone} label={TONES[row.tone]} />
                  {row.name}
                </span>
              </th>
              <td>
                <Sparkline values={row.values} />
              </td>
              <td className={classes.now}>{row.now}</td>
              <td className={classes.goal}>{row.goal}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
