import { useMemo } from 'react';
import { plusDays } from '#shared/time/day';
import { dayAt } from '#shared/time/zone';
import type { PreviewRow } from '../../state/planning';
import { useWorkspace } from '../../state/workspace';
import { formatDayRange, weekdayShort } from '../../ui';
import { calendarRange } from './calendar-range';
import classes from './preview-map.module.css';
import { MAP_HEIGHT, MAP_WIDTH, type MapBox, type MapMove, previewMap } from './preview-map-layout';
import { useScheduleRows } from './use-schedule-rows';
import { useToday } from './use-today';

interface PreviewMapProps {
  readonly rows: readonly PreviewRow[];
  readonly left: ReadonlySet<string>;
  readonly pointed: PreviewRow | null;
}

/** The week of the pointed move at a glance: what stands, what was, what would be. */
export function PreviewMap({ rows, left, pointed }: PreviewMapProps) {
  const { zone, firstWeekday } = useWorkspace((state) => ({
    zone: state.settings.timeZone,
    firstWeekday: state.settings.firstWeekday,
  }));
  const today = useToday();
  const anchor = pointed?.after ?? pointed?.before ?? rows[0]?.after ?? rows[0]?.before ?? null;
  const range = calendarRange('week', anchor === null ? today : dayAt(zone, anchor), firstWeekday);
  const { firstDay } = range;
  const { rows: present } = useScheduleRows(range);
  const map = useMemo(
    () => previewMap({ present, rows, left, pointedKey: pointed?.key ?? null, zone, firstDay }),
    [present, rows, left, pointed, zone, firstDay],
  );
  return (
    <section className={classes.part} aria-labelledby="map-title">
      <div className={classes.heading}>
        <h2 id="map-title">Week map</h2>
        <span className={classes.legend} aria-hidden="true">
          <span data-swatch="before" /> Before
          <span data-swatch="after" /> After
        </span>
      </div>
      <div className={classes.days} aria-hidden="true">
        {Array.from({ length: 7 }, (_, column) => plusDays(firstDay, column)).map((day) => (
          <span key={day} data-today={day === today || undefined}>
            {weekdayShort(day).charAt(0)}
          </span>
        ))}
      </div>
      <svg
        className={classes.map}
        viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
        role="img"
        aria-label={`${formatDayRange(firstDay, plusDays(firstDay, 6))}, ${map.moves} changes in this week`}
      >
        {map.boxes.map((box) => (
          <Box key={box.id} box={box} />
        ))}
        {map.move ? <MoveArrow move={map.move} /> : null}
      </svg>
    </section>
  );
}

function Box({ box }: { readonly box: MapBox }) {
  return (
    <rect
      className={classes.box}
      data-look={box.look}
      data-kind={box.kind}
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
      rx={2}
    />
  );
}

function MoveArrow({ move }: { readonly move: MapMove }) {
  const bend = Math.max(move.from.y, move.to.y) + 26;
  const middle = (move.from.x + move.to.x) / 2;
  return (
    <g className={classes.arrow}>
      <circle cx={move.from.x} cy={move.from.y} r={2} />
      <path d={`M${move.from.x} ${move.from.y} Q${middle} ${bend} ${move.to.x} ${move.to.y}`} />
      <path d={`M${move.to.x - 4} ${move.to.y + 5} L${move.to.x} ${move.to.y} L${move.to.x + 4} ${move.to.y + 5}`} />
    </g>
  );
}
