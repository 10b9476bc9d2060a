import { type CSSProperties, useEffect, useRef } from 'react';
import type { Day } from '#shared/time/day';
import { type Instant, minutesBetween } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { formatTime, KindGlyph } from '../../ui';
import type { AgendaBlock, DayAgenda } from './day-agenda';
import classes from './timeline.module.css';
import { TimelineBlock } from './timeline-block';
import { timelineHours } from './timeline-hours';
import { layoutColumns } from './timeline-layout';
import { useTimelineDrop } from './use-timeline-drop';

/** Pixels a minute: 60 an hour. */
const SCALE = 1;
/** Room above the first hour line. */
const TOP = 10;

/** A place that is offered and not taken. */
export interface TimelineOffer {
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
}

interface TimelineProps {
  readonly agenda: DayAgenda;
  readonly day: Day;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly offer: TimelineOffer | null;
  readonly onOpen: (block: AgendaBlock) => void;
}

/** The day on one column, 60 px an hour, opened with the present in view. */
export function Timeline({ agenda, day, zone, now, offer, onOpen }: TimelineProps) {
  const isToday = dayAt(zone, now) === day;
  const hours = timelineHours(agenda, zone, day, isToday ? now : null);
  const y = (at: Instant) => TOP + minutesBetween(hours.start, at) * SCALE;
  const columns = layoutColumns(agenda.blocks);
  const scroller = useRef<HTMLDivElement>(null);
  const drop = useTimelineDrop(hours.start, TOP, day);
  useOpenedAt(scroller, isToday ? y(now) : y(agenda.blocks[0]?.start ?? hours.start), day);

  return (
    <div className={classes.scroller} ref={scroller}>
      {agenda.allDay.length > 0 ? <AllDay blocks={agenda.allDay} /> : null}
      <div className={classes.day} style={{ height: y(hours.end) + TOP }} {...drop.handlers}>
        {hours.lines.map((line) => (
          <div key={line} className={classes.hour} style={{ top: y(line) }} aria-hidden="true">
            <span>{formatTime(zone, line)}</span>
          </div>
        ))}
        <ol className={classes.blocks} aria-label="The day in order of time">
          {agenda.blocks.map((block) => {
            const { column, columns: count } = columns.get(block) ?? { column: 0, columns: 1 };
            const from = Math.max(block.start, hours.start) as Instant;
            const to = Math.min(block.end, hours.end) as Instant;
            return (
              <li
                key={block.key}
                className={classes.place}
                style={
                  {
                    top: y(from) + 1,
                    height: Math.max(18, minutesBetween(from, to) * SCALE - 2),
                    left: `${(column / count) * 100}%`,
                    width: `${100 / count}%`,
                  } as CSSProperties
                }
              >
                <TimelineBlock block={block} day={day} zone={zone} now={now} onOpen={onOpen} />
              </li>
            );
          })}
        </ol>
        {offer ? (
          <div
            className={classes.offer}
            style={{
              top: y(offer.start) + 1,
              height: Math.max(18, minutesBetween(offer.start, offer.end) * SCALE - 2),
            }}
            aria-hidden="true"
          >
            <KindGlyph kind="habit" done={false} locked={false} size={14} />
            <span>{offer.title}</span>
            <span
              className={classes.offerTime}
            >{`${formatTime(zone, offer.start)} – ${formatTime(zone, offer.end)}`}</span>
          </div>
        ) : null}
        {drop.ghost ? (
          <div className={classes.ghost} style={{ top: y(drop.ghost.start), height: drop.ghost.minutes * SCALE }}>
            {`${drop.ghost.title}, ${formatTime(zone, drop.ghost.start)}`}
          </div>
        ) : null}
        {isToday ? (
          <div className={classes.now} style={{ top: y(now) }} aria-hidden="true">
            <span>{formatTime(zone, now)}</span>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function AllDay({ blocks }: { readonly blocks: readonly AgendaBlock[] }) {
  return (
    <ul className={classes.allDay} aria-label="All day">
      {blocks.map((block) => (
        <li key={block.key} data-edge={block.edge} className={classes.allDayEvent}>
          {block.title}
        </li>
      ))}
    </ul>
  );
}

/** Scrolls so that a height stands about a quarter down, once a day shown. */
function useOpenedAt(scroller: React.RefObject<HTMLDivElement | null>, height: number, day: Day) {
  const target = useRef(height);
  target.current = height;
  useEffect(() => {
    const element = scroller.current;
    if (element && day) element.scrollTop = Math.max(0, target.current - element.clientHeight / 4);
  }, [scroller, day]);
}
