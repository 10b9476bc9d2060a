// What lies over the grid and moves without it: hour labels, the now line, ghosts of alternatives, the drag preview.
import { type CSSProperties, memo } from 'react';
import { type Day, daysBetween } from '#shared/time/day';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { useNow } from '../../state/clock';
import { formatMinuteOfDay } from '../../ui';
import { type DaySegment, daySegments } from './day-segments';
import classes from './grid-overlay.module.css';
import { outcomeWords } from './pushed-rows';
import type { GridDrag } from './use-grid-drag';

/** A place offered on the grid: an alternative of the explained block. */
export interface Ghost {
  readonly id: string;
  readonly kind: 'task' | 'habit';
  readonly title: string;
  /** Second line: "16:15 · 0.69". */
  readonly detail: string;
  readonly day: Day;
  readonly startMinute: number;
  readonly endMinute: number;
  /** Being pointed at in the inspector. */
  readonly strong: boolean;
}

interface ColumnsInView {
  readonly firstDay: Day;
  readonly dayCount: number;
}

/** Under this there is one line of text. */
const LOW_MINUTES = 45;
const HOURS = Array.from({ length: 23 }, (_, index) => index + 1);

export const HourLabels = memo(function HourLabels() {
  return (
    <div className={classes.hours} aria-hidden="true">
      {HOURS.map((hour) => (
        <span key={hour} className={classes.hour} style={{ top: `${(hour / 24) * 100}%` }}>
          {formatMinuteOfDay(hour * 60)}
        </span>
      ))}
    </div>
  );
});

/** Redraws with the clock; the grid under it does not. */
export function NowLine({ zone, firstDay, dayCount }: ColumnsInView & { readonly zone: ZoneId }) {
  const moment = useNow();
  const column = daysBetween(firstDay, dayAt(zone, moment));
  if (column < 0 || column >= dayCount) return null;
  const minute = minuteOfDayAt(zone, moment);
  return (
    <div className={classes.now} style={{ top: `${(minute / 1440) * 100}%` }} data-now-line>
      <span className={classes.nowPill}>{formatMinuteOfDay(minute)}</span>
      <span className={classes.nowDays}>
        <span className={classes.nowDay} style={columnStyle(column, dayCount)} />
      </span>
    </div>
  );
}

export function GhostBox({ ghost, firstDay, dayCount }: ColumnsInView & { readonly ghost: Ghost }) {
  const column = daysBetween(firstDay, ghost.day);
  if (column < 0 || column >= dayCount) return null;
  return (
    <div
      className={classes.ghost}
      data-kind={ghost.kind}
      data-strong={ghost.strong || undefined}
      data-low={ghost.endMinute - ghost.startMinute < LOW_MINUTES || undefined}
      style={boxStyle(column, dayCount, ghost.startMinute, ghost.endMinute)}
      aria-hidden="true"
    >
      <span className={classes.ghostTitle}>{ghost.title}</span>
      <span className={classes.ghostDetail}>{ghost.detail}</span>
    </div>
  );
}

/** The dashed preview with the new range, and a dashed ring around what would be pushed. */
export function DragPreview({
  drag,
  zone,
  firstDay,
  dayCount,
}: ColumnsInView & { readonly drag: GridDrag; readonly zone: ZoneId }) {
  const column = daysBetween(firstDay, drag.day);
  const words = outcomeWords(drag.outcome);
  const low = drag.endMinute - drag.startMinute < LOW_MINUTES;
  return (
    <>
      {drag.outcome.pushed
        .flatMap((row) => daySegments(row, zone))
        .map((segment) => (
          <PushedRing key={segment.id} segment={segment} firstDay={firstDay} dayCount={dayCount} />
        ))}
      <div
        className={classes.preview}
        data-kind={drag.row?.kind ?? 'task'}
        data-low={low || undefined}
        style={boxStyle(column, dayCount, drag.startMinute, drag.endMinute)}
        data-drag-preview
      >
        {low ? null : <span className={classes.ghostTitle}>{drag.title}</span>}
        <span className={classes.range}>{rangeOf(drag, zone)}</span>
        {low ? <span className={classes.ghostTitle}>{drag.title}</span> : null}
        {words ? (
          <span className={classes.words} data-side={column >= dayCount / 2 ? 'end' : 'start'}>
            {words}
          </span>
        ) : null}
      </div>
    </>
  );
}

function PushedRing({ segment, firstDay, dayCount }: ColumnsInView & { readonly segment: DaySegment }) {
  const column = daysBetween(firstDay, segment.day);
  if (column < 0 || column >= dayCount) return null;
  return <div className={classes.pushed} style={boxStyle(column, dayCount, segment.startMinute, segment.endMinute)} />;
}

function rangeOf(drag: GridDrag, zone: ZoneId): string {
  const start = minuteOfDayAt(zone, drag.span.start);
  const end = minuteOfDayAt(zone, drag.span.end);
  return `${formatMinuteOfDay(start)} – ${formatMinuteOfDay(end)}`;
}

function columnStyle(column: number, dayCount: number): CSSProperties {
  return { left: `${(column / dayCount) * 100}%`, width: `${100 / dayCount}%` };
}

function boxStyle(column: number, dayCount: number, startMinute: number, endMinute: number): CSSProperties {
  return {
    top: `calc(${(startMinute / 1440) * 100}% + 1px)`,
    height: `calc(${((endMinute - startMinute) / 1440) * 100}% - 2px)`,
    left: `calc(${(column / dayCount) * 100}% + 3px)`,
    width: `calc(${100 / dayCount}% - 5px)`,
  };
}
