import { type CSSProperties, memo } from 'react';
import type { ZoneId } from '#shared/time/zone';
import { formatMinuteOfDay, formatTime, KindGlyph } from '../../ui';
import classes from './block.module.css';
import { type BlockLines, blockLines } from './block-lines';
import { blockName } from './block-name';
import type { DaySegment } from './day-segments';
import { useGridLook } from './grid-context';
import { isWork, type ScheduleRow } from './schedule-rows';

interface BlockProps {
  readonly segment: DaySegment;
  /** Share of the day's width, 0 to 1. */
  readonly left: number;
  readonly width: number;
}

/** Under this share of a column a range is cut off. */
const NARROW_SHARE = 0.6;

/** One block of the day or week grid. Draws itself where its segment says; the grid handles pointer and keys. */
export const Block = memo(function Block({ segment, left, width }: BlockProps) {
  const look = useGridLook();
  const { row } = segment;
  return (
    <BlockFace
      segment={segment}
      left={left}
      width={width}
      zone={look.zone}
      narrow={!look.wide && width < NARROW_SHARE}
      hourPixels={look.hourPixels}
      wide={look.wide}
      past={row.end <= look.pastUntil}
      selected={look.selectedKey === row.key}
      moving={look.movingKey === row.key}
      active={look.activeId === segment.id}
    />
  );
});

interface BlockFaceProps extends BlockProps {
  readonly zone: ZoneId;
  readonly hourPixels: number;
  readonly wide: boolean;
  /** Beside others: no room for a range. */
  readonly narrow: boolean;
  readonly past: boolean;
  readonly selected: boolean;
  readonly moving: boolean;
  readonly active: boolean;
}

/** As few elements as its look needs: a plan brings all of a week at once, and styling and placing them is most of what drawing it costs. */
const BlockFace = memo(function BlockFace(props: BlockFaceProps) {
  const { segment, zone, past, selected, moving, active } = props;
  const { row, startMinute, endMinute } = segment;
  const place = row.kind === 'event' || row.kind === 'match' ? row.place : null;
  const times = timesOf(segment, formatTime(zone, row.start), formatTime(zone, row.end));
  const lines = blockLines(endMinute - startMinute, props.hourPixels, place !== null);
  const hasDot = row.kind === 'task' && row.slack !== 'none' && !row.done;
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    top: `calc(${(startMinute / 1440) * 100}% + ${lines.tiny ? 0 : 1}px)`,
    height: `calc(${((endMinute - startMinute) / 1440) * 100}% - ${lines.tiny ? 1 : 2}px)`,
    left: `calc(${props.left * 100}% + 2px)`,
    width: `calc(${props.width * 100}% - 4px)`,
  };
  if (lines.title > 1) style['--title-lines'] = lines.title;
  if (row.kind === 'event') style['--edge'] = `var(--dw-edge-${row.edge})`;
  return (
    <button
      type="button"
      className={classes.block}
      style={style}
      aria-label={blockName(row, zone)}
      aria-pressed={selected}
      tabIndex={active ? 0 : -1}
      data-block={segment.id}
      data-kind={row.kind}
      data-state={stateOf(row)}
      data-past={past || undefined}
      data-selected={selected || undefined}
      data-moving={moving || undefined}
      data-movable={isMovable(row) || undefined}
      data-resizable={isResizable(segment) || undefined}
      data-tiny={lines.tiny || undefined}
      data-one-line={lines.meta === 'none' || undefined}
      data-wide={props.wide || undefined}
      data-dotted={(hasDot && endMinute - startMinute < 75) || undefined}
      data-glyph={hasGlyph(row) || undefined}
      data-continued={segment.continued === 'no' ? undefined : segment.continued}
    >
      <span className={classes.title}>{row.title}</span>
      <Meta lines={lines} times={times} place={place} wide={props.wide} narrow={props.narrow} />
      <Glyph row={row} />
      {hasDot ? <span className={classes.slack} data-slack={row.slack} /> : null}
    </button>
  );
});

interface MetaProps {
  readonly lines: BlockLines;
  readonly times: string;
  readonly place: string | null;
  readonly wide: boolean;
  readonly narrow: boolean;
}

/** Drawn from an attribute: the name says times and place in words, and what is written besides the title is no second name. */
function Meta({ lines, times, place, wide, narrow }: MetaProps) {
  const start = times.split(' – ')[0];
  switch (lines.meta) {
    case 'none':
      return wide ? <span className={classes.meta} data-text={times} /> : null;
    case 'start':
      return <span className={classes.meta} data-text={place ? `${start} · ${place}` : start} />;
    case 'range':
      return <span className={classes.meta} data-text={narrow ? start : times} />;
    case 'rangeAndPlace':
      return (
        <>
          <span className={classes.meta} data-text={narrow ? start : times} />
          <span className={classes.meta} data-text={place} />
        </>
      );
  }
}

function Glyph({ row }: { readonly row: ScheduleRow }) {
  if (row.kind === 'event' || !hasGlyph(row)) return null;
  const done = isDone(row);
  return (
    <span className={classes.glyph}>
      <KindGlyph kind={row.kind} done={done} locked={(isWork(row) || row.kind === 'post') && row.locked && !done} />
    </span>
  );
}

function hasGlyph(row: ScheduleRow): boolean {
  return (
    row.kind === 'habit' ||
    row.kind === 'match' ||
    row.kind === 'post' ||
    (row.kind === 'task' && (row.done || row.locked))
  );
}

function isDone(row: ScheduleRow): boolean {
  if (row.kind === 'post') return row.done;
  return ((row.kind === 'task' || row.kind === 'match') && row.done) || (row.kind === 'habit' && row.state === 'done');
}

/** Work that is not over can be moved and resized; an imported event, a match and a post never. */
export function isMovable(row: ScheduleRow): boolean {
  return (row.kind === 'task' && !row.done) || (row.kind === 'habit' && row.state === 'planned');
}

/** Its edges can be taken: of what lies in one day. */
function isResizable(segment: DaySegment): boolean {
  return isMovable(segment.row) && segment.continued === 'no';
}

/** Pixels of an edge. The style sheet draws as much. */
const EDGE_PIXELS = 6;

/** Which edge of a block a pointer is on. A quarter of an hour is too low for two: it has the lower one. */
export function edgeAt(element: HTMLElement, segment: DaySegment, clientY: number): 'start' | 'end' | null {
  if (!isResizable(segment)) return null;
  const { top, bottom } = element.getBoundingClientRect();
  if (clientY > bottom - EDGE_PIXELS) return 'end';
  return clientY < top + EDGE_PIXELS && element.dataset.tiny === undefined ? 'start' : null;
}

function stateOf(row: ScheduleRow): string | undefined {
  switch (row.kind) {
    case 'task':
      return row.done ? 'done' : row.locked ? 'locked' : undefined;
    case 'habit':
      return row.state === 'planned' ? (row.locked ? 'locked' : undefined) : row.state;
    case 'event':
      return row.declined ? 'declined' : row.free ? 'free' : undefined;
    case 'match':
      return row.done ? 'done' : row.perhaps ? 'perhaps' : undefined;
    case 'post':
      return row.done ? 'done' : row.locked ? 'locked' : undefined;
  }
}

function timesOf(segment: DaySegment, start: string, end: string): string {
  if (segment.continued === 'from' || segment.continued === 'both') return `${formatMinuteOfDay(0)} – ${end}`;
  return `${start} – ${end}`;
}
