import { describe, expect, test } from 'vitest';
import { alternativeGhosts } from '#renderer/features/calendar/alternative-ghosts';
import type { TaskRow } from '#renderer/features/calendar/schedule-rows';
import type { Explanation } from '#shared/planning/explanation';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
const explained: TaskRow = {
  kind: 'task',
  key: 'task:t1::',
  id: 't1',
  title: 'Script',
  start: parseInstant('2026-11-24T14:15:00Z')!,
  end: parseInstant('2026-11-24T15:45:00Z')!,
  projectName: null,
  dueAt: null,
  slack: 'none',
  lateMinutes: 0,
  locked: false,
  done: false,
  chunk: null,
};

function alternative(start: string, end: string) {
  return { start: parseInstant(start)!, end: parseInstant(end)!, score: 0.69, lateMinutes: 0, detail: '' };
}

const explanation: Explanation = {
  kind: 'placed',
  score: 0.74,
  factors: [],
  blocked: [],
  candidates: 4,
  alternatives: [
    alternative('2026-11-24T14:30:00Z', '2026-11-24T16:00:00Z'),
    alternative('2026-11-25T15:15:00Z', '2026-11-25T16:45:00Z'),
    alternative('2026-11-26T14:00:00Z', '2026-11-26T15:30:00Z'),
    alternative('2026-11-27T14:00:00Z', '2026-11-27T15:30:00Z'),
  ],
};

describe('ghosts of alternatives', () => {
  test('the first three, without one that lies under the block itself', () => {
    const ghosts = alternativeGhosts(explanation, explained, null, zone);
    expect(ghosts.map((ghost) => [ghost.title, ghost.detail, ghost.day, ghost.startMinute, ghost.endMinute])).toEqual([
      ['Alternative 2', '16:15 · 0.69', '2026-11-25', 975, 1065],
      ['Alternative 3', '15:00 · 0.69', '2026-11-26', 900, 990],
    ]);
  });

  test('the one pointed at always shows, and stands out', () => {
    const [first, second] = alternativeGhosts(explanation, explained, 0, zone);
    expect([first?.title, first?.strong, second?.strong]).toEqual(['Alternative 1', true, false]);
  });

  test('one past the first three shows while it is pointed at', () => {
    const titles = alternativeGhosts(explanation, explained, 3, zone).map((ghost) => ghost.title);
    expect(titles).toEqual(['Alternative 2', 'Alternative 3', 'Alternative 4']);
  });

  test('nothing is explained, nothing is offered', () => {
    expect(alternativeGhosts(null, explained, null, zone)).toEqual([]);
    expect(alternativeGhosts(explanation, null, null, zone)).toEqual([]);
  });
});
