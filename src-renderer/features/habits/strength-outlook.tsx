import { percent } from '#shared/base/percent';
import { timesPerWeek } from '#shared/habits/due-day';
import type { Habit } from '#shared/habits/habit';
import { expectedStrength } from '#shared/habits/strength';
import { type Day, plusDays } from '#shared/time/day';
import { formatDate, formatMonth } from '../../ui';
import classes from './strength-outlook.module.css';

const WIDTH = 270;
const HEIGHT = 112;
const TODAY = 158;
const OUTLOOK = 214;
const AHEAD_DAYS = 28;
export const PAST_WEEKS = 8;

interface StrengthOutlookProps {
  /** Oldest first, 0 to 1; the last one is now. */
  readonly past: readonly number[];
  readonly habit: Habit;
  /** Expected success where it is proposed, and where it is; 0 to 1. */
  readonly there: number;
  readonly here: number;
  readonly words: string;
  readonly today: Day;
}

/** Strength over the last weeks, and where it would be in four weeks with either target. */
export function StrengthOutlook({ past, habit, there, here, words, today }: StrengthOutlookProps) {
  const now = past.at(-1) ?? 0;
  const often = timesPerWeek(habit);
  const moved = expectedStrength(now, there, AHEAD_DAYS, often);
  const kept = expectedStrength(now, here, AHEAD_DAYS, often);
  const all = [...past, moved, kept];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) => 14 + (1 - (value - low) / Math.max(0.05, high - low)) * (HEIGHT - 44);
  const x = (index: number) => (past.length < 2 ? TODAY : (index / (past.length - 1)) * TODAY);
  return (
    <figure className={classes.outlook}>
      <figcaption>
        <strong>Strength in four weeks</strong> {words}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`Strength is ${percent(now)}; in four weeks ${percent(moved)} if moved, ${percent(kept)} if kept`}
      >
        <line x1={TODAY} x2={TODAY} y1={4} y2={HEIGHT - 20} className={classes.today} />
        <polyline points={past.map((value, index) => `${x(index)},${y(value)}`).join(' ')} className={classes.past} />
        <line x1={TODAY} y1={y(now)} x2={OUTLOOK} y2={y(moved)} className={classes.moved} />
        <line x1={TODAY} y1={y(now)} x2={OUTLOOK} y2={y(kept)} className={classes.kept} />
        <circle cx={TODAY} cy={y(now)} r={3} className={classes.now} />
        <text x={0} y={Math.max(10, y(past[0] ?? now) - 5)} className={classes.label}>
          {percent(past[0] ?? now)}
        </text>
        <text x={OUTLOOK + 6} y={y(moved) + 4} className={classes.strong}>
          {percent(moved)}
        </text>
        <text x={OUTLOOK + 6} y={apart(y(kept), y(moved)) + 4} className={classes.label}>
          {percent(kept)}
        </text>
        <text x={0} y={HEIGHT - 4} className={classes.label}>
          {formatMonth(plusDays(today, -7 * PAST_WEEKS)).slice(0, 3)}
        </text>
        <text x={TODAY} y={HEIGHT - 4} textAnchor="middle" className={classes.label}>
          Today
        </text>
        <text x={WIDTH - 6} y={HEIGHT - 4} textAnchor="end" className={classes.label}>
          {formatDate(plusDays(today, AHEAD_DAYS))}
        </text>
      </svg>
    </figure>
  );
}

/** Two figures at the same height would stand on each other. */
function apart(at: number, other: number): number {
  return Math.abs(at - other) >= 13 ? at : at >= other ? other + 13 : other - 13;
}
