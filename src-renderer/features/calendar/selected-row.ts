// The selection is kept as a reference, so that it survives a plan that moves what it points at.
import { type Selection, select } from '../../state/selection';
import type { ScheduleRow } from './schedule-rows';

export function selectionOf(row: ScheduleRow): Selection {
  switch (row.kind) {
    case 'event':
      return { kind: 'event', id: row.id };
    case 'task':
      return { kind: 'task', id: row.id, chunk: row.chunk?.index };
    case 'habit':
      return { kind: 'habit', id: row.id, day: row.day };
    case 'match':
      return { kind: 'match', id: row.id };
    case 'post':
      return { kind: 'post', id: row.id };
  }
}

export function selectRow(row: ScheduleRow | null): void {
  select(row ? selectionOf(row) : null);
}

/** The selected row among those in view; a piece that no longer exists falls back to its task. */
export function selectedRow(rows: readonly ScheduleRow[], selection: Selection | null): ScheduleRow | null {
  if (!selection) return null;
  const candidates = rows.filter((row) => row.kind === selection.kind && row.id === selection.id);
  const exact = candidates.find((row) => {
    if (row.kind === 'task') return row.chunk?.index === selection.chunk;
    return row.kind !== 'habit' || row.day === selection.day;
  });
  return exact ?? (selection.kind === 'task' ? (candidates[0] ?? null) : null);
}
