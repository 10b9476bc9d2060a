import { IconCheck, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { ZoneId } from '#shared/time/zone';
import { formatTime } from '../../ui';
import classes from './lane.module.css';
import { PlatformGlyph } from './platform-glyph';
import type { LaneDrag } from './use-lane-drag';
import type { LaneBlock, WeekLane } from './week-lanes';

interface LaneProps {
  readonly lane: WeekLane;
  readonly zone: ZoneId;
  /** Pixels of the whole week. */
  readonly width: number;
  /** The block that Tab reaches. */
  readonly stopKey: string | null;
  readonly selectedKey: string | null;
  /** A post of this lane under way, or one that was just refused. */
  readonly ghost: LaneDrag | null;
  readonly onPress: (event: PointerEvent<HTMLElement>, track: HTMLElement, block: LaneBlock) => void;
  readonly onOpen: (block: LaneBlock) => void;
  readonly onFocus: (block: LaneBlock) => void;
  readonly onKey: (event: KeyboardEvent, block: LaneBlock) => void;
}

/** About what a block needs, so that one at the week's end grows to the left. */
const PIXELS_A_LETTER = 7;
const PIXELS_AROUND = 62;

export function Lane(props: LaneProps) {
  const { lane, zone, width, stopKey, selectedKey, ghost } = props;
  const track = useRef<HTMLDivElement>(null);
  return (
    <section className={classes.lane} aria-label={lane.name}>
      <div className={classes.label}>
        <PlatformGlyph platform={lane.platform} />
        <span>
          <b>{lane.name}</b>
          <small>{lane.gap}</small>
        </span>
      </div>
      <div className={classes.track} ref={track}>
        {lane.bands.map((band) => (
          <span
            key={band.key}
            className={classes.band}
            aria-hidden="true"
            style={{ left: `${100 * band.from}%`, width: `${100 * (band.to - band.from)}%` }}
          />
        ))}
        {lane.blocks.map((block) => (
          <button
            key={block.key}
            type="button"
            className={classes.block}
            data-post={block.key}
            data-state={block.state}
            data-moving={ghost?.postId === block.postId || undefined}
            aria-label={block.name}
            aria-pressed={block.key === selectedKey}
            tabIndex={block.key === stopKey ? 0 : -1}
            style={placeOf(block.at, `${block.time} ${block.title}`, width, block.room)}
            onPointerDown={(event) => {
              if (track.current) props.onPress(event, track.current, block);
            }}
            onClick={() => props.onOpen(block)}
            onFocus={() => props.onFocus(block)}
            onKeyDown={(event) => props.onKey(event, block)}
          >
            {block.state === 'published' ? <IconCheck size={13} stroke={1.8} aria-hidden="true" /> : null}
            {block.state === 'pinned' ? <IconLock size={11} stroke={1.8} aria-hidden="true" /> : null}
            <b>{block.time}</b> <span>{block.title}</span>
          </button>
        ))}
        {ghost ? <Ghost drag={ghost} zone={zone} width={width} /> : null}
      </div>
    </section>
  );
}

/** Where the post would go; where it may not, why, and where it may. */
function Ghost({ drag, zone, width }: { readonly drag: LaneDrag; readonly zone: ZoneId; readonly width: number }) {
  const { check } = drag;
  const time = formatTime(zone, drag.at);
  const words = check.kind === 'refused' ? check.advice : '';
  const late = drag.share * width + PIXELS_AROUND + PIXELS_A_LETTER * (drag.title.length + words.length) > width;
  return (
    <span
      className={classes.ghost}
      data-refused={check.kind === 'refused' || undefined}
      style={late ? { right: `${100 * (1 - Math.min(1, drag.share + 0.08))}%` } : { left: `${100 * drag.share}%` }}
      data-late={late || undefined}
    >
      <span className={classes.held}>
        <b>{time}</b>
        <span>{drag.title}</span>
      </span>
      {check.kind === 'refused' ? (
        <span className={classes.advice} title={check.reason}>
          {check.advice}
        </span>
      ) : null}
    </span>
  );
}

function placeOf(at: number, words: string, width: number, room: number) {
  const needs = PIXELS_AROUND + PIXELS_A_LETTER * Math.max(0, words.length - 6);
  const end = room < 1 ? { maxWidth: `calc(${100 * room}% - 2px)` } : {};
  if (width > 0 && at * width + needs > width) return { right: 0, maxWidth: '100%' };
  return { left: `${100 * at}%`, ...end };
}
