import { useState } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import type { RunRecord } from '../../state/run-history';
import { QuietButton } from '../../ui';
import { Panel } from './panel';
import { runMilliseconds } from './run-time';
import { whenWords, whyIcon, whyWords } from './run-words';
import classes from './runs-panel.module.css';

interface RunsPanelProps {
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly shown: RunRecord;
  readonly onShow: (planId: string) => void;
  readonly zone: ZoneId;
  readonly today: Day;
}

const FIRST_RUNS = 6;

/** Every run with what asked for it. Choosing one shows where its time went. */
export function RunsPanel({ runs, shown, onShow, zone, today }: RunsPanelProps) {
  const [all, setAll] = useState(false);
  const listed = all ? runs : runs.slice(0, FIRST_RUNS);
  const side =
    runs.length > FIRST_RUNS ? (
      <QuietButton aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? `Last ${FIRST_RUNS}` : `All ${runs.length}`}
      </QuietButton>
    ) : null;
  return (
    <Panel title="Runs" side={side}>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr className={classes.head}>
              <th scope="col">When</th>
              <th scope="col">Why</th>
              <th scope="col">Tasks</th>
              <th scope="col">Time</th>
              <th scope="col">Moved</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((run) => (
              <RunRow key={run.planId} run={run} shown={run === shown} onShow={onShow} zone={zone} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

type RunRowProps = Pick<RunsPanelProps, 'onShow' | 'zone' | 'today'> & {
  readonly run: RunRecord;
  readonly shown: boolean;
};

function RunRow({ run, shown, onShow, zone, today }: RunRowProps) {
  const Icon = whyIcon(run);
  return (
    <tr className={classes.row} data-selected={shown || undefined}>
      <td>
        <span className={classes.when}>
          <Icon size={14} stroke={1.6} aria-hidden="true" />
          {whenWords(run.plannedAt, zone, today)}
        </span>
      </td>
      <th scope="row">
        <button type="button" className={classes.why} aria-pressed={shown} onClick={() => onShow(run.planId)}>
          {whyWords(run)}
        </button>
      </th>
      <td>{run.tasks}</td>
      <td>{`${Math.max(1, Math.round(runMilliseconds(run)))} ms`}</td>
      <td>{run.moved}</td>
      <td>{run.tasks === 0 ? '' : run.quality.preference.toFixed(2)}</td>
    </tr>
  );
}
