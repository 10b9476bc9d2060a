import { IconClockEdit, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { SecondaryButton } from '../../ui';
import { isMovable } from './block';
import classes from './inspector.module.css';
import { MoveForm } from './move-form';
import { toggleLock } from './row-actions';
import type { ScheduleRow, WorkRow } from './schedule-rows';

interface InspectorActionsProps {
  readonly row: WorkRow;
  readonly rows: readonly ScheduleRow[];
}

/** What is done most to a block; the rest is in the menu above. */
export function InspectorActions({ row, rows }: InspectorActionsProps) {
  const [moving, setMoving] = useState(false);
  const movable = isMovable(row);
  const glyph = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <>
      <div className={classes.actions}>
        <SecondaryButton
          shortcut="L"
          aria-keyshortcuts="L"
          disabled={!movable}
          leftSection={row.locked ? <IconLockOpen {...glyph} /> : <IconLock {...glyph} />}
          onClick={() => void toggleLock(row)}
        >
          {row.locked ? 'Unlock' : 'Lock here'}
        </SecondaryButton>
        <SecondaryButton
          aria-expanded={moving}
          disabled={!movable}
          leftSection={<IconClockEdit {...glyph} />}
          onClick={() => setMoving(!moving)}
        >
          Move…
        </SecondaryButton>
      </div>
      {moving && movable ? <MoveForm row={row} rows={rows} onClose={() => setMoving(false)} /> : null}
    </>
  );
}
