import classes from './sparkline.module.css';
import { SPARKLINE, sparklinePoints } from './sparkline-points';

const { width, height } = SPARKLINE;

/** The course of a few values, the last one marked. Says nothing that does not stand beside it. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const points = sparklinePoints(values);
  const last = points.at(-1);
  return (
    <svg className={classes.line} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last ? <circle cx={last.x} cy={last.y} r={2.5} /> : null}
    </svg>
  );
}
