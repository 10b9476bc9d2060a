import type { RunRecord } from '../../state/run-history';
import { Panel } from './panel';
import classes from './phase-panel.module.css';
import { isWholePlan, type PhaseRow, percentile, phaseRows, runMilliseconds } from './run-time';

interface PhasePanelProps {
  readonly run: RunRecord;
  /** All runs of the chosen range. */
  readonly runs: readonly RunRecord[];
  /** "Last run", or when it was. */
  readonly name: string;
}

/** Where the milliseconds of one run went, phase by phase. */
export function PhasePanel({ run, runs, name }: PhasePanelProps) {
  const rows = phaseRows(run);
  const most = Math.max(...rows.map((row) => row.milliseconds), 0);
  const times = runs.filter(isWholePlan).map(runMilliseconds);
  const caption = `${name}, median ${ms(percentile(times, 0.5) ?? 0)}, p95 ${ms(percentile(times, 0.95) ?? 0)}`;
  return (
    <Panel title={`Where ${ms(runMilliseconds(run))} go`} caption={caption}>
      <div className={classes.bar} aria-hidden="true">
        {rows
          .filter((row) => row.milliseconds > 0)
          .map((row) => (
            <span
              key={row.name}
              title={`${row.label}, ${ms(row.milliseconds)}`}
              style={{ flexGrow: row.milliseconds, background: shadeOf(row, most) }}
            />
          ))}
      </div>
      <ul className={classes.phases}>
        {rows.map((row) => (
          <li key={row.name}>
            <span className={classes.swatch} style={{ background: shadeOf(row, most) }} aria-hidden="true" />
            <span className={classes.label}>{row.label}</span>
            <span className={classes.detail}>{row.detail}</span>
            <span className={classes.value}>{ms(row.milliseconds)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One hue; the more of the time, the fuller. */
function shadeOf({ milliseconds }: PhaseRow, most: number): string {
  const share = most === 0 ? 0 : milliseconds / most;
  return `color-mix(in srgb, var(--dw-accent) ${Math.round(30 + 70 * share)}%, var(--dw-surface))`;
}

/** `38 ms`; tenths below ten. */
function ms(milliseconds: number): string {
  if (milliseconds >= 9.95) return `${Math.round(milliseconds).toLocaleString('en')} ms`;
  const tenths = Math.round(milliseconds * 10) / 10;
  return tenths === 0 ? '0 ms' : `${tenths.toFixed(1)} ms`;
}
