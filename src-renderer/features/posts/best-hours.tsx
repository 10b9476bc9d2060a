import classes from './best-hours.module.css';
import type { BestHour } from './heat-grid';

interface BestHoursProps {
  readonly hours: readonly BestHour[];
  /** "Reach". */
  readonly metric: string;
  /** What the studies say, shown while no hour has enough posts: "Tue to Thu 8 to 11 am", "Posting windows…, 2025". */
  readonly studies: readonly { readonly note: string; readonly source: string }[];
}

/** Pixels. */
const WIDTH = 68;

/** The hours that did best with what they may be, so that two hours that cannot be told apart look so. */
export function BestHours({ hours, metric, studies }: BestHoursProps) {
  const axis = axisOf(hours);
  return (
    <section className={classes.best} aria-labelledby="best-hours">
      <header className={classes.header}>
        <h2 id="best-hours">Best hours</h2>
        {hours.length === 0 ? null : <span>{`${metric} against usual`}</span>}
      </header>
      {hours.length === 0 ? (
        <ul className={classes.studies} aria-label="What the studies say">
          {studies.map(({ note, source }) => (
            <li key={note}>
              <b>{note}</b>
              <span>{source}</span>
            </li>
          ))}
        </ul>
      ) : (
        <ol className={classes.list}>
          {hours.map((hour) => (
            <li key={hour.key}>
              <b>{hour.when}</b>
              <Interval hour={hour} axis={axis} />
              <span className={classes.ratio}>{`${hour.ratio.toFixed(2)}×`}</span>
              <span className={classes.count}>{`n ${hour.n}`}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={classes.note}>
        {hours.length > 0
          ? 'Hours with fewer than 5 posts never become a suggestion.'
          : studies.length > 0
            ? 'Until an hour has 5 posts of yours, the studies stand.'
            : 'No study names hours here: until one has 5 posts of yours, all waking hours are alike.'}
      </p>
    </section>
  );
}

interface Axis {
  readonly from: number;
  readonly to: number;
}

function Interval({ hour, axis }: { readonly hour: BestHour; readonly axis: Axis }) {
  const x = (ratio: number) => 3 + ((ratio - axis.from) / (axis.to - axis.from)) * (WIDTH - 6);
  return (
    <svg
      width={WIDTH}
      height={16}
      className={classes.interval}
      role="img"
      aria-label={`${hour.low.toFixed(2)} to ${hour.high.toFixed(2)}`}
    >
      <line x1={x(1)} x2={x(1)} y1={1} y2={15} className={classes.usual} />
      <line x1={x(hour.low)} x2={x(hour.high)} y1={8} y2={8} className={classes.bar} />
      <circle cx={x(hour.ratio)} cy={8} r={4} className={classes.dot} />
    </svg>
  );
}

/** Usual is always on it. */
function axisOf(hours: readonly BestHour[]): Axis {
  const from = Math.min(1, ...hours.map(({ low }) => low));
  const to = Math.max(1, ...hours.map(({ high }) => high));
  return to > from ? { from, to } : { from: 0.5, to: 1.5 };
}
