import { IconCheck, IconClockEdit, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { openEditor } from '../../state/editor';
import { SecondaryButton } from '../../ui';
import { isMovable } from './block';
import classes from './inspector.module.css';
import { MoveForm } from './move-form';
import { toggleDone, toggleLock } from './row-actions';
import type { ScheduleRow, WorkRow } from './schedule-rows';

interface InspectorActionsProps {
  readonly row: WorkRow;
  readonly rows: readonly ScheduleRow[];
}

export function InspectorActions({ row, rows }: InspectorActionsProps) {
  const [moving, setMoving] = useState(false);
  const done = row.kind === 'task' ? row.done : row.state === 'done';
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
        <SecondaryButton
          shortcut="D"
          aria-keyshortcuts="D"
          leftSection={<IconCheck {...glyph} />}
          onClick={() => void toggleDone(row)}
        >
          {done ? 'Not done' : 'Done'}
        </SecondaryButton>
        <SecondaryButton
          leftSection={<IconPencil {...glyph} />}
          onClick={() => openEditor({ kind: row.kind, id: row.id })}
        >
          Edit
        </SecondaryButton>
      </div>
      {moving && movable ? <MoveForm row={row} rows={rows} onClose={() => setMoving(false)} /> : null}
    </>
  );
}
