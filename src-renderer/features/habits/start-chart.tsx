import type { Habit } from '#shared/habits/habit';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { formatDate, formatDayShort, formatMinuteOfDay } from '../../ui';
import classes from './start-chart.module.css';
import { type ChartScale, type StartPoint, startScale } from './start-scale';

const WIDTH = 780;
const HEIGHT = 216;
const LEFT = 44;
const BOTTOM = 26;
const TOP = 8;

/** When the habit was begun, day by day, against its target; the line is the mean of the last five. */
export function StartChart({ habit, points }: { readonly habit: Habit; readonly points: readonly StartPoint[] }) {
  const target = parseTimeOfDay(habit.targetTime) ?? 0;
  const scale = startScale(points, target);
  const x = (index: number) => LEFT + ((index + 0.5) * (WIDTH - LEFT)) / points.length;
  const y = (minutes: number) => TOP + (1 - (minutes - scale.from) / (scale.to - scale.from)) * (HEIGHT - TOP - BOTTOM);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes.chart}
      role="img"
      aria-label={`Start times of ${habit.title} over the last ${points.length} attempts, target ${formatMinuteOfDay(target)}`}
    >
      <Grid scale={scale} y={y} />
      <line x1={LEFT} x2={WIDTH} y1={y(target)} y2={y(target)} className={classes.target} />
      <polyline points={meanLine(points, x, y)} className={classes.mean} />
      {points.map((point, index) => (
        <circle
          key={point.day}
          cx={x(index)}
          cy={y(point.minutes ?? target)}
          r={point.minutes === null ? 3.4 : 4}
          className={point.minutes === null ? classes.missed : classes.kept}
        >
          <title>{`${formatDayShort(point.day)}: ${point.minutes === null ? 'missed' : formatMinuteOfDay(point.minutes)}`}</title>
        </circle>
      ))}
      {labelled(points.length).map((index) => (
        <text key={points[index]!.day} x={x(index)} y={HEIGHT - 6} className={classes.day}>
          {formatDate(points[index]!.day)}
        </text>
      ))}
    </svg>
  );
}

function Grid({ scale, y }: { readonly scale: ChartScale; readonly y: (minutes: number) => number }) {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line x1={LEFT} x2={WIDTH} y1={y(tick)} y2={y(tick)} className={classes.grid} />
      <text x={LEFT - 10} y={y(tick) + 4} className={classes.tick}>
        {formatMinuteOfDay(((tick % 1440) + 1440) % 1440)}
      </text>
    </g>
  ));
}

function meanLine(points: readonly StartPoint[], x: (index: number) => number, y: (minutes: number) => number): string {
  const line: string[] = [];
  const last: number[] = [];
  for (const [index, point] of points.entries()) {
    if (point.minutes !== null) last.push(point.minutes);
    const recent = last.slice(-5);
    if (recent.length === 0) continue;
    line.push(`${x(index)},${y(recent.reduce((sum, minutes) => sum + minutes, 0) / recent.length)}`);
  }
  return line.join(' ');
}

/** About five dates along the axis, never crowding the last. */
function labelled(count: number): number[] {
  const step = Math.max(1, Math.ceil(count / 5));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
