import type { Day } from '#shared/time/day';
import { weekdayOf } from '#shared/time/day';
import { EmptyState, formatDate, formatDayShort, formatDuration, weekdayShort } from '../../ui';
import { type Column, ColumnChart } from '../../ui/column-chart';
import { counted } from '../../ui/format-count';
import classes from './insights.module.css';
import { Panel } from './panel';
import { ShareBars } from './share-bars';
import type { TimeUse, UseKind, UseOfDay } from './time-use';

const KINDS: readonly {
  readonly kind: UseKind;
  readonly label: string;
  readonly title: string;
  readonly one: string;
}[] = [
  { kind: 'event', label: 'Events', title: 'By calendar', one: 'event' },
  { kind: 'task', label: 'Tasks', title: 'By project', one: 'block' },
  { kind: 'habit', label: 'Habits', title: 'By habit', one: 'time' },
];

const FILLS = KINDS.map(({ kind }) => `var(--dw-${kind}-solid)`);
/** More days than this are drawn as weeks. */
const MOST_DAYS = 31;
const TICKS = 8;

interface TimeUseViewProps {
  readonly use: TimeUse;
  readonly firstWeekday: number;
}

/** Where the hours of the chosen days went. */
export function TimeUseView({ use, firstWeekday }: TimeUseViewProps) {
  const all = use.minutes.event + use.minutes.task + use.minutes.habit;
  if (all === 0) {
    return (
      <EmptyState>
        Nothing took time in these days. Events, finished tasks and kept habits are counted here once they are over.
      </EmptyState>
    );
  }
  const columns = use.days.length > MOST_DAYS ? weekColumns(use.days, firstWeekday) : dayColumns(use.days);
  return (
    <div className={classes.stack}>
      <dl className={classes.figures}>
        {KINDS.map(({ kind, label }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>{formatDuration(use.minutes[kind])}</dd>
          </div>
        ))}
        <div>
          <dt>Free of your hours</dt>
          <dd>
            {formatDuration(use.freeMinutes)} <small>{`of ${formatDuration(use.workingMinutes)}`}</small>
          </dd>
        </div>
      </dl>
      <Panel
        title={use.days.length > MOST_DAYS ? 'Hours by week' : 'Hours by day'}
        caption="Events that took time, tasks done, habits kept"
        side={<Legend />}
      >
        <ColumnChart
          label={`Hours of ${use.days.length} days: ${KINDS.map(({ kind, label }) => `${label} ${formatDuration(use.minutes[kind])}`).join(', ')}`}
          columns={columns}
          fills={FILLS}
          height={230}
        />
      </Panel>
      <div className={classes.thirds}>
        {KINDS.map(({ kind, title, one }) => (
          <Panel key={kind} title={title} caption={formatDuration(use.minutes[kind])}>
            {use.parts[kind].length === 0 ? (
              <p className={classes.quiet}>Nothing yet.</p>
            ) : (
              <ShareBars
                rows={use.parts[kind].map((part) => ({
                  key: part.id,
                  label: part.name,
                  detail: counted(part.count, one),
                  value: formatDuration(part.minutes),
                  share: part.minutes / use.parts[kind][0]!.minutes,
                  fill: `var(--dw-${kind}-solid)`,
                }))}
              />
            )}
          </Panel>
        ))}
      </div>
    </div>
  );
}

function Legend() {
  return KINDS.map(({ kind, label }) => (
    <span key={kind} className={classes.legend}>
      <span style={{ background: `var(--dw-${kind}-solid)` }} aria-hidden="true" />
      {label}
    </span>
  ));
}

function dayColumns(days: readonly UseOfDay[]): Column[] {
  const every = Math.ceil(days.length / TICKS);
  return days.map(({ day, minutes }, index) => ({
    key: day,
    tick: days.length <= TICKS ? weekdayShort(day) : (days.length - 1 - index) % every === 0 ? formatDate(day) : '',
    words: [formatDayShort(day), ...partWords(minutes)],
    values: hours(minutes),
  }));
}

function weekColumns(days: readonly UseOfDay[], firstWeekday: number): Column[] {
  const weeks: { first: Day; minutes: Record<UseKind, number> }[] = [];
  for (const { day, minutes } of days) {
    if (weeks.length === 0 || weekdayOf(day) === firstWeekday)
      weeks.push({ first: day, minutes: { event: 0, task: 0, habit: 0 } });
    const week = weeks.at(-1)!;
    for (const { kind } of KINDS) week.minutes[kind] += minutes[kind];
  }
  const every = Math.ceil(weeks.length / TICKS);
  return weeks.map(({ first, minutes }, index) => ({
    key: first,
    tick: (weeks.length - 1 - index) % every === 0 ? formatDate(first) : '',
    words: [`Week from ${formatDate(first)}`, ...partWords(minutes)],
    values: hours(minutes),
  }));
}

function partWords(minutes: UseOfDay['minutes']): string[] {
  return KINDS.filter(({ kind }) => minutes[kind] > 0).map(
    ({ kind, label }) => `${label} ${formatDuration(minutes[kind])}`,
  );
}

function hours(minutes: UseOfDay['minutes']): number[] {
  return KINDS.map(({ kind }) => minutes[kind] / 60);
}
