import { describe, expect, it } from 'vitest';
import { INLINE_FIELDS, inlineText, readInline } from '#renderer/features/tasks/inline-edit';
import { taskRows } from '#renderer/features/tasks/task-list';
import { taskSchema } from '#shared/tasks/task';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';

/** Tuesday 24 November 2026, 10:42 in Berlin. */
const context = { now: parseInstant('2026-11-24T09:42:00Z')!, zone: 'Europe/Berlin' as ZoneId };
const patchOf = (field: (typeof INLINE_FIELDS)[number], text: string) => {
  const read = readInline(field, text, context);
  return read.ok ? read.value : read.error;
};

describe('a cell that is typed into', () => {
  it.each([
    ['title', '  Report ', { patch: { title: 'Report' } }],
    ['duration', '1h30', { patch: { durationMinutes: 90 } }],
    ['due', 'fri 16:00', { patch: { dueAt: '2026-11-27T15:00:00Z' } }],
    // Without a time: the end of that day.
    ['due', 'fri', { patch: { dueAt: '2026-11-27T23:00:00Z' } }],
    ['due', 'Fri 27 Nov 16:00', { patch: { dueAt: '2026-11-27T15:00:00Z' } }],
    ['due', 'Fri 27 Nov', { patch: { dueAt: '2026-11-27T23:00:00Z' } }],
    ['due', '9:00', { patch: { dueAt: '2026-11-25T08:00:00Z' } }],
    ['due', '', { patch: { dueAt: null } }],
    ['priority', 'p1', { patch: { priority: 1 } }],
    ['priority', 'low', { patch: { priority: 4 } }],
    ['project', '#Aster', { patch: {}, projectName: 'Aster' }],
    ['project', '', { patch: { projectId: null } }],
    ['energy', 'h', { patch: { energy: 'high' } }],
    ['part', 'evening', { patch: { partOfDay: 'evening' } }],
    ['part', '', { patch: { partOfDay: null } }],
  ] as const)('%s “%s”', (field, text, change) => {
    expect(patchOf(field, text)).toEqual(change);
  });

  it.each([
    ['title', ' ', 'A task needs a title.'],
    ['duration', 'long', '“long” is no length. Write 90m or 1h30.'],
    ['due', 'fri 16:00 or so', '“fri 16:00 or so” is no day. Write fri, fri 16:00, 24 nov or tomorrow.'],
    ['priority', 'p5', '“p5” is no priority. Write p1 to p4, or urgent, high, normal, low.'],
  ] as const)('refuses %s “%s”', (field, text, problem) => {
    expect(patchOf(field, text)).toBe(problem);
  });

  it('reads back what it shows', () => {
    const task = taskSchema.parse({
      id: 'a',
      title: 'Report',
      durationMinutes: 150,
      dueAt: '2026-11-27T15:00:00Z',
      priority: 2,
      energy: 'medium',
      partOfDay: 'morning',
      projectId: 'p',
    });
    const [row] = taskRows({
      tasks: [task],
      projects: [{ id: 'p', name: 'Aster' }],
      placements: [],
      unplaced: [],
      now: context.now,
    });
    const read = INLINE_FIELDS.map((field) => patchOf(field, inlineText(row!, field, context)));
    expect(read).toEqual([
      { patch: { title: 'Report' } },
      { patch: {}, projectName: 'Aster' },
      { patch: { durationMinutes: 150 } },
      { patch: { dueAt: '2026-11-27T15:00:00Z' } },
      { patch: { priority: 2 } },
      { patch: { energy: 'medium' } },
      { patch: { partOfDay: 'morning' } },
    ]);
  });
});
