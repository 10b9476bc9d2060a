import type { DatedStart } from './habit-record';
import classes from './start-strip.module.css';

const WIDTH = 128;
const HEIGHT = 16;
/** Where the target stands, as a share of the width: more room after it, because starts slip later rather than earlier. */
const TARGET_AT = 0.17;
const MINUTES_SHOWN = 80;
const SHOWN = 8;

/** The last starts as dots around the target line; the large dot is their mean. */
export function StartStrip({ starts, mean }: { readonly starts: readonly DatedStart[]; readonly mean: number | null }) {
  if (mean === null) return <span className={classes.none}>No starts yet</span>;
  return (
    <svg width={WIDTH} height={HEIGHT} className={classes.strip} aria-hidden="true">
      <line x1={0} x2={WIDTH} y1={8} y2={8} className={classes.axis} />
      <line x1={x(0)} x2={x(0)} y1={2} y2={14} className={classes.target} />
      {starts.slice(-SHOWN).map((start) => (
        <circle key={start.day} cx={x(start.deltaMinutes)} cy={8} r={2.5} className={classes.start} />
      ))}
      <circle cx={x(mean)} cy={8} r={3.8} className={classes.mean} />
    </svg>
  );
}

function x(deltaMinutes: number): number {
  const share = TARGET_AT + (deltaMinutes / MINUTES_SHOWN) * (1 - TARGET_AT);
  return Math.max(4, Math.min(WIDTH - 4, share * WIDTH));
}
