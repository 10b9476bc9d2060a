import type { Day } from '#shared/time/day';
import { type Instant, minutesBetween } from '#shared/time/instant';
import { spanMinutes } from '#shared/time/span';
import type { ZoneId } from '#shared/time/zone';
import { Dot, formatTime, KindGlyph } from '../../ui';
import { blockName, blockNote } from './block-words';
import type { AgendaBlock } from './day-agenda';
import { habitHandle } from './move-habit';
import classes from './timeline.module.css';

interface TimelineBlockProps {
  readonly block: AgendaBlock;
  readonly day: Day;
  readonly zone: ZoneId;
  readonly now: Instant;
  readonly onOpen: (block: AgendaBlock) => void;
}

const SLACK_TONES = { ample: 'good', tight: 'warn', late: 'bad' } as const;

export function TimelineBlock({ block, day, zone, now, onOpen }: TimelineBlockProps) {
  const minutes = spanMinutes(block);
  const running = block.start <= now && now < block.end && block.state === 'planned' && block.kind === 'task';
  const note = minutesBetween(block.start, block.end) >= 45 ? blockNote(block, zone, now) : '';
  const done = block.state === 'done';
  return (
    <button
      type="button"
      className={classes.block}
      data-kind={block.kind}
      data-edge={block.edge ?? undefined}
      data-state={block.state}
      data-past={block.end <= now || undefined}
      data-running={running || undefined}
      data-free={block.busy || block.kind === 'post' ? undefined : true}
      data-short={minutes < 25 || undefined}
      {...(block.kind === 'habit' && block.state === 'planned' ? habitHandle(block, day) : {})}
      onClick={() => onOpen(block)}
    >
      <span className="dw-visually-hidden">{blockName(block, zone)}</span>
      <span className={classes.line} aria-hidden="true">
        <KindGlyph kind={block.kind} done={done} locked={block.locked} size={14} />
        <span className={classes.title}>{block.title}</span>
        {block.piece ? <span className={classes.meta}>{block.piece}</span> : null}
        <span className={classes.meta}>{WORDS[block.state] || block.meta}</span>
        <span className={classes.range}>
          {block.slack !== 'none' && !done ? <Dot tone={SLACK_TONES[block.slack]} /> : null}
          <span>
            {formatTime(zone, block.start)}
            {block.kind === 'post' ? null : (
              <span className={classes.rangeEnd}>{` – ${formatTime(zone, block.end)}`}</span>
            )}
          </span>
        </span>
      </span>
      {note ? (
        <span className={classes.note} aria-hidden="true">
          {note}
        </span>
      ) : null}
    </button>
  );
}

const WORDS = { planned: '', done: '', missed: 'Missed', skipped: 'Skipped' } as const;
