import { describe, expect, test } from 'vitest';
import { MAP_HEIGHT, previewMap } from '#renderer/features/calendar/preview-map-layout';
import type { PreviewRow } from '#renderer/state/plan-preview';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
const moved: PreviewRow = {
  key: 'task:t1::',
  kind: 'moved',
  demandKind: 'task',
  id: 't1',
  title: 'Script',
  projectName: null,
  before: parseInstant('2026-11-24T13:00:00Z')!,
  after: parseInstant('2026-11-26T06:00:00Z')!,
  durationMinutes: 60,
  reason: '',
  slack: 'none',
  slackMinutes: null,
  lateMinutes: 0,
};
const input = { present: [], rows: [moved], zone, firstDay: '2026-11-23' as Day };

describe('the week map', () => {
  test('shows where a row was and would be, and its way when it is pointed at', () => {
    const map = previewMap({ ...input, left: new Set(), pointedKey: moved.key });
    expect(map.boxes.map((box) => [box.look, box.x, box.y])).toEqual([
      ['pointedBefore', 44, MAP_HEIGHT / 2],
      ['pointedAfter', 128, 0],
    ]);
    expect(map.move).not.toBeNull();
    expect(map.moves).toBe(1);
  });

  test('a row left out stays where it was', () => {
    const map = previewMap({ ...input, left: new Set([moved.key]), pointedKey: null });
    expect(map.boxes.map((box) => box.look)).toEqual(['stays']);
    expect(map.move).toBeNull();
  });

  test('grows when something lies outside its hours', () => {
    const early = { ...moved, after: parseInstant('2026-11-26T04:00:00Z')! };
    const map = previewMap({ ...input, rows: [early], left: new Set(), pointedKey: null });
    expect(map.boxes.map((box) => box.y)).toEqual([121.5, 0]);
  });
});
