import { Switch } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { type Day, plusDays, weekdayOf } from '#shared/time/day';
import type { Instant, Minutes } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { announce } from '../../state/announce';
import { useNow } from '../../state/clock';
import { formatDayRange, IconButton, SectionTitle, weekdayShort } from '../../ui';
import { type DropCheck, shortMoment } from './drop-check';
import type { EventBar } from './event-bars';
import { EventLane } from './event-lane';
import { Lane } from './lane';
import { keyTarget, type LaneDrag, useLaneDrag } from './use-lane-drag';
import { type LaneBlock, shareOfWeek, type WeekLane, type WeekLanes } from './week-lanes';
import classes from './week-plan.module.css';

export interface WeekPlanProps {
  readonly week: WeekLanes;
  readonly zone: ZoneId;
  readonly firstDay: Day;
  readonly gridMinutes: Minutes;
  readonly selectedKey: string | null;
  /** Null: not shown. */
  readonly events: readonly EventBar[] | null;
  readonly onShowEvents: (shown: boolean) => void;
  readonly onLeaf: (direction: -1 | 1) => void;
  readonly onSelect: (block: LaneBlock) => void;
  readonly check: (postId: string, at: Instant) => DropCheck;
  readonly onMove: (postId: string, at: Instant) => void;
}

/** A week of all platforms: a lane each, with what every post keeps free behind it. */
export function WeekPlan(props: WeekPlanProps) {
  const { week, zone, firstDay, gridMinutes, events, check, onMove } = props;
  const today = dayAt(zone, useNow());
  const { ref, width } = useElementSize();
  const [stop, setStop] = useState<string | null>(null);
  const [refused, setRefused] = useState<LaneDrag | null>(null);
  const lanes = useLaneDrag({
    zone,
    firstDay,
    gridMinutes,
    check,
    onDrop: (drag) => {
      if (drag.check.kind === 'fits') onMove(drag.postId, drag.at);
      else refuse(drag);
    },
  });
  const refuse = (drag: LaneDrag) => {
    setRefused(drag);
    if (drag.check.kind === 'refused') announce(`Not moved: ${drag.check.reason}. ${drag.check.advice}`);
  };
  const moveByKey = (event: KeyboardEvent, lane: WeekLane, block: LaneBlock) => {
    const { postId, title } = block;
    const at = event.altKey ? keyTarget(event.key, block.start, gridMinutes) : null;
    if (at === null || postId === null || block.state === 'published') return false;
    const answer = check(postId, at);
    if (answer.kind === 'fits') {
      setRefused(null);
      onMove(postId, at);
      announce(`${title} moved to ${shortMoment(zone, at)}`);
    } else {
      const share = shareOfWeek(zone, firstDay, answer.at);
      refuse({ postId, platform: lane.platform, title, at: answer.at, share, check: answer });
    }
    return true;
  };
  const order = week.lanes.map((lane) => lane.blocks.map((block) => block.key));
  const stopKey = order.flat().includes(stop ?? '') ? stop : (order.flat()[0] ?? null);
  const ghost = lanes.drag ?? refused;
  const labelled = `${formatDayRange(firstDay, plusDays(firstDay, 6)).replace(/ \d{4}$/, '')}, your time`;
  return (
    <section className={classes.plan} aria-labelledby="week-plan">
      <header className={classes.header}>
        <SectionTitle id="week-plan" context={labelled}>
          Week plan
        </SectionTitle>
        <IconButton label="Previous week" shortcut="[" onClick={() => props.onLeaf(-1)}>
          <IconChevronLeft size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
        <IconButton label="Next week" shortcut="]" onClick={() => props.onLeaf(1)}>
          <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
        </IconButton>
        <Switch
          className={classes.events ?? ''}
          label="Your events"
          checked={events !== null}
          onChange={(change) => props.onShowEvents(change.currentTarget.checked)}
        />
        <span className={classes.legend}>
          <i aria-hidden="true" />
          Minimum gap
        </span>
      </header>
      <div className={classes.days} aria-hidden="true">
        {week.days.map((day) => (
          <span key={day} data-today={day === today || undefined} data-weekend={weekdayOf(day) > 5 || undefined}>
            {weekdayShort(day)} <b>{Number(day.slice(8))}</b>
          </span>
        ))}
      </div>
      <div className={classes.lanes}>
        <div className={classes.lines} ref={ref} aria-hidden="true">
          {week.days.map((day) => (
            <i key={day} data-weekend={weekdayOf(day) > 5 || undefined} />
          ))}
          {week.now === null ? null : <span className={classes.now} style={{ left: `${100 * week.now}%` }} />}
        </div>
        {events === null ? null : <EventLane bars={events} />}
        {week.lanes.map((lane) => (
          <Lane
            key={lane.platform}
            lane={lane}
            zone={zone}
            width={width}
            stopKey={stopKey}
            selectedKey={props.selectedKey}
            ghost={ghost?.platform === lane.platform ? ghost : null}
            onPress={(event, track, block) => {
              setRefused(null);
              lanes.press(event, track, lane.platform, block);
            }}
            onOpen={(block) => {
              if (!lanes.justDragged.current) props.onSelect(block);
            }}
            onFocus={(block) => {
              setStop(block.key);
              if (refused && refused.postId !== block.postId) setRefused(null);
            }}
            onKey={(event, block) => {
              if (moveByKey(event, lane, block)) event.preventDefault();
              else walk(event, order, block.key);
              if (event.key === 'Escape' && refused) {
                event.stopPropagation();
                setRefused(null);
              }
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** Arrows walk from block to block: left and right in a lane, up and down to the nearest lane with posts. */
function walk(event: KeyboardEvent, order: readonly (readonly string[])[], key: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const lane = order.findIndex((keys) => keys.includes(key));
  const column = order[lane]?.indexOf(key) ?? -1;
  const neighbours: Readonly<Record<string, string | undefined>> = {
    ArrowLeft: order[lane]?.[column - 1],
    ArrowRight: order[lane]?.[column + 1],
    ArrowUp: order.slice(0, lane).findLast((keys) => keys.length > 0)?.[0],
    ArrowDown: order.slice(lane + 1).find((keys) => keys.length > 0)?.[0],
  };
  const next = neighbours[event.key];
  if (next === undefined) return;
  event.preventDefault();
  document.querySelector<HTMLElement>(`[data-post="${CSS.escape(next)}"]`)?.focus();
}
