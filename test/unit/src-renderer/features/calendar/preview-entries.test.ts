import { expect, test } from 'vitest';
import { previewEntries } from '#renderer/features/calendar/preview-entries';
import type { PreviewRow } from '#renderer/state/plan-preview';
import { instant } from '#shared/time/instant';

function newDay(id: string, day: number): PreviewRow {
  return {
    key: `habit:${id}:2026-11-${day}:`,
    kind: 'new',
    demandKind: 'habit',
    id,
    title: id,
    projectName: null,
    before: null,
    after: instant(day),
    durationMinutes: 30,
    reason: '',
    slack: 'none',
    slackMinutes: null,
    lateMinutes: 0,
  };
}

test('three new days of a habit are one line where the first stood, two are lines of their own', () => {
  const rows = [newDay('run', 24), newDay('read', 24), newDay('run', 25), newDay('read', 25), newDay('run', 26)];
  const entries = previewEntries(rows);
  expect(entries.map((entry) => (entry.kind === 'series' ? [entry.id, entry.rows.length] : entry.row.key))).toEqual([
    ['run', 3],
    'habit:read:2026-11-24:',
    'habit:read:2026-11-25:',
  ]);
});

test('moved days are never taken together', () => {
  const rows = [24, 25, 26].map((day): PreviewRow => ({ ...newDay('run', day), kind: 'moved' }));
  expect(previewEntries(rows).map((entry) => entry.kind)).toEqual(['row', 'row', 'row']);
});
