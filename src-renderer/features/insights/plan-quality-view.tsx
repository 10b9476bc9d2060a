import { useMemo, useState } from 'react';
import { percent } from '#shared/base/percent';
import type { Day } from '#shared/time/day';
import type { RunRecord } from '../../state/run-history';
import { useWorkspace } from '../../state/workspace';
import { counted } from '../../ui';
import { ChecksPanel } from './checks-panel';
import { CongestionPanel } from './congestion-panel';
import { congestionWeeks } from './congestion-weeks';
import classes from './insights.module.css';
import { Panel } from './panel';
import { PhasePanel } from './phase-panel';
import { checkRows } from './plan-check-rows';
import { PlanTimePanel } from './plan-time-panel';
import { cacheRows, hitShare, inSum } from './run-caches';
import { grouped, isWholePlan } from './run-time';
import { whenWords } from './run-words';
import { RunsPanel } from './runs-panel';
import { ShareBars } from './share-bars';

interface PlanQualityViewProps {
  /** Of the chosen range, newest first; at least one. */
  readonly runs: readonly RunRecord[];
  /** All stored runs: what they measured of the days. */
  readonly everyRun: readonly RunRecord[];
  readonly today: Day;
}

const WEEKS_SHOWN = 6;

/** Is the plan good: where a run's time went, how full the days are, what the plan is held against. */
export function PlanQualityView({ runs, everyRun, today }: PlanQualityViewProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { settings, placements } = useWorkspace((state) => ({
    settings: state.settings,
    placements: state.placements,
  }));
  const weeks = useMemo(
    () => congestionWeeks({ runs: everyRun, placements, settings, today }, WEEKS_SHOWN),
    [everyRun, placements, settings, today],
  );
  // Unless one is chosen: the newest whole plan, not what a drag took.
  const newest = Math.max(0, runs.findIndex(isWholePlan));
  const found = runs.findIndex((run) => run.planId === chosen);
  const at = found < 0 ? newest : found;
  const run = runs[at]!;
  const zone = settings.timeZone;
  return (
    <div className={classes.pair}>
      <div className={classes.stack}>
        <PhasePanel
          run={run}
          runs={runs}
          name={at === 0 ? 'Last run' : at === newest ? 'Last plan' : whenWords(run.plannedAt, zone, today)}
        />
        {weeks.length > 0 ? <CongestionPanel weeks={weeks} today={today} /> : null}
        <PlanTimePanel runs={runs} zone={zone} today={today} />
      </div>
      <div className={classes.stack}>
        <CachePanel run={run} />
        <ChecksPanel rows={checkRows(found < 0 ? runs : runs.slice(at))} />
        <RunsPanel runs={runs} shown={run} onShow={setChosen} zone={zone} today={today} />
      </div>
    </div>
  );
}

function CachePanel({ run }: { readonly run: RunRecord }) {
  const rows = cacheRows(run);
  const all = inSum(rows);
  const caption =
    rows.length === 0
      ? 'This run looked nothing up'
      : `${percent(hitShare(all))} of ${grouped(all.hits + all.misses)} look-ups were hits`;
  return (
    <Panel title="Cache" caption={caption}>
      <ShareBars
        rows={rows.map((row) => ({
          key: row.name,
          label: row.label,
          detail: `${grouped(row.hits)} ${row.hits === 1 ? 'hit' : 'hits'}, ${grouped(row.misses)} ${row.misses === 1 ? 'miss' : 'misses'}`,
          value: percent(hitShare(row)),
          share: hitShare(row),
        }))}
      />
      <dl className={classes.facts}>
        {factsOf(run).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function factsOf({ metrics, clickToDrawnMilliseconds }: RunRecord): readonly (readonly [string, string])[] {
  const dispatched = metrics.dispatched ?? 0;
  const facts: [string, string][] = [
    ['Free runs skipped without a visit', grouped(metrics.skippedRuns ?? 0)],
    ['Threads', dispatched > 0 ? `${metrics.workers}, ${counted(dispatched, 'group')} sent` : 'In place, no crossing'],
    ['Rounds until settled', grouped(metrics.rounds ?? 0)],
  ];
  if (clickToDrawnMilliseconds !== null) {
    facts.push(['From the click to the drawn plan', `${grouped(clickToDrawnMilliseconds)} ms`]);
  }
  return facts;
}
