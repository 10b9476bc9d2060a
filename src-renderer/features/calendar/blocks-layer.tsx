import { type CSSProperties, memo } from 'react';
import type { Day } from '#shared/time/day';
import { formatMinuteOfDay } from '../../ui';
import { Block } from './block';
import classes from './blocks-layer.module.css';
import type { Crowd, DayLayout } from './day-layout';

interface BlocksLayerProps {
  readonly layouts: readonly DayLayout[];
  /** Opens a day that has more than a week can show; null where the day is open already. */
  readonly onOpenDay: ((day: Day) => void) | null;
}

/** The timed blocks, over the empty hours that @mantine/schedule draws: it would measure each of them in the page. */
export const BlocksLayer = memo(function BlocksLayer({ layouts, onOpenDay }: BlocksLayerProps) {
  return layouts.map((layout, column) => (
    <DayBlocks key={layout.day} layout={layout} column={column} of={layouts.length} onOpenDay={onOpenDay} />
  ));
});

interface DayBlocksProps {
  readonly layout: DayLayout;
  readonly column: number;
  /** Days in view. */
  readonly of: number;
  readonly onOpenDay: BlocksLayerProps['onOpenDay'];
}

const DayBlocks = memo(function DayBlocks({ layout, column, of, onOpenDay }: DayBlocksProps) {
  const { day, blocks, crowds } = layout;
  return (
    <div className={classes.day} style={columnStyle(column, of)}>
      {blocks.map(({ segment, share }) => (
        <Block key={segment.id} segment={segment} left={share.left} width={share.width} />
      ))}
      {crowds.map((crowd) => (
        <CrowdMark key={crowd.id} crowd={crowd} onOpen={onOpenDay && (() => onOpenDay(day))} />
      ))}
    </div>
  );
});

/** "+12": the events of an hour for which there is no room. Named in its tooltip. */
function CrowdMark({ crowd, onOpen }: { readonly crowd: Crowd; readonly onOpen: (() => void) | null }) {
  const count = crowd.rows.length.toLocaleString('en');
  const names = namesOf(crowd);
  const style: CSSProperties = {
    top: `calc(${(crowd.startMinute / 1440) * 100}% + 1px)`,
    height: `calc(${((crowd.endMinute - crowd.startMinute) / 1440) * 100}% - 2px)`,
    left: `calc(${crowd.share.left * 100}% + 2px)`,
    width: `calc(${crowd.share.width * 100}% - 4px)`,
  };
  const label = `${count} more from ${formatMinuteOfDay(crowd.startMinute)}: ${names}`;
  if (!onOpen) {
    return (
      <div className={classes.crowd} style={style} title={names}>
        <span className="dw-visually-hidden">{label}</span>
        <span aria-hidden="true">+{count}</span>
      </div>
    );
  }
  return (
    <button type="button" className={classes.crowd} style={style} title={names} tabIndex={-1} onClick={onOpen}>
      <span className="dw-visually-hidden">{label}. Open the day</span>
      <span aria-hidden="true">+{count}</span>
    </button>
  );
}

const MOST_NAMED = 12;

function namesOf({ rows }: Crowd): string {
  const named = rows.slice(0, MOST_NAMED).map((row) => row.title);
  const rest = rows.length - named.length;
  return rest > 0 ? `${named.join(', ')} and ${rest.toLocaleString('en')} more` : named.join(', ');
}

/** The line between two days stays free. */
function columnStyle(column: number, count: number): CSSProperties {
  return { left: `calc(${(column / count) * 100}% + 1px)`, width: `calc(${100 / count}% - 1px)` };
}
