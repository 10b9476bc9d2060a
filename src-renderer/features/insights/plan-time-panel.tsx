import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import type { RunRecord } from '../../state/run-history';
import { formatDate, formatTime } from '../../ui';
import { type Column, ColumnChart } from '../../ui/column-chart';
import { counted } from '../../ui/format-count';
import { Panel } from './panel';
import { isWholePlan, percentile, runMilliseconds } from './run-time';
import { whenWords, whyWords } from './run-words';

/** A run longer than this is worth a question. */
const BUDGET_MILLISECONDS = 50;
const RUNS_SHOWN = 40;
const TICKS = 4;

interface PlanTimePanelProps {
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly zone: ZoneId;
  readonly today: Day;
}

/** How long the last runs took, oldest first. */
export function PlanTimePanel({ runs, zone, today }: PlanTimePanelProps) {
  const shown = runs.filter(isWholePlan).slice(0, RUNS_SHOWN).reverse();
  if (shown.length === 0) return null;
  const oneDay = new Set(shown.map((run) => dayOf(run, zone))).size === 1;
  const columns = shown.map((run, index) => column(run, index, shown.length, oneDay, zone, today));
  const over = shown.filter((run) => runMilliseconds(run) > BUDGET_MILLISECONDS).length;
  const median = Math.round(percentile(shown.map(runMilliseconds), 0.5) ?? 0);
  return (
    <Panel
      title="Plan time"
      caption={`${shown.length === 1 ? 'One whole plan' : `Last ${shown.length} whole plans`}, budget ${BUDGET_MILLISECONDS} ms`}
    >
      <ColumnChart
        label={`Plan time of the last ${shown.length} whole plans: median ${median} ms, ${over} over ${BUDGET_MILLISECONDS} ms`}
        columns={columns}
        fills={['var(--dw-accent)']}
        height={214}
        limit={BUDGET_MILLISECONDS}
      />
    </Panel>
  );
}

function column(run: RunRecord, index: number, count: number, oneDay: boolean, zone: ZoneId, today: Day): Column {
  const milliseconds = runMilliseconds(run);
  const isLast = index === count - 1;
  return {
    key: run.planId,
    tick: isTick(index, count) ? tickWords(run, isLast, oneDay, zone, today) : '',
    words: [
      `${whenWords(run.plannedAt, zone, today)}, ${Math.round(milliseconds * 10) / 10} ms`,
      `${whyWords(run)}, ${counted(run.tasks, 'task')}`,
    ],
    values: [milliseconds],
    tone: isLast ? 'full' : milliseconds > BUDGET_MILLISECONDS ? 'over' : 'quiet',
  };
}

function isTick(index: number, count: number): boolean {
  if (count <= TICKS) return true;
  const step = (count - 1) / (TICKS - 1);
  return Array.from({ length: TICKS }, (_, tick) => Math.round(tick * step)).includes(index);
}

/** Runs of one day are told apart by their time. */
function tickWords(run: RunRecord, isLast: boolean, oneDay: boolean, zone: ZoneId, today: Day): string {
  const day = dayOf(run, zone);
  if (isLast && day === today) return 'Today';
  return oneDay ? formatTime(zone, parseInstant(run.plannedAt)!) : formatDate(day);
}

function dayOf(run: RunRecord, zone: ZoneId): Day {
  return dayAt(zone, parseInstant(run.plannedAt)!);
}
