import { describe, expect, it } from 'vitest';
import { planProblem } from '#shared/planning/plan';
import { replanTouched } from '#shared/planning/replan';
import { situationOf } from '#shared/planning/situation';
import { unavoidablyLate } from '#shared/planning/unavoidably-late';
import { monday, problemWith } from '../../../helpers/planning-problem';

/** Monday from nine to five, the buffer five minutes, lunch at noon. */
const pinnedLate = problemWith({
  now: monday('08:00'),
  settings: { horizonDays: 2, bufferMinutes: 5, leadMinutes: 0 },
  events: [{ id: 'lunch', start: monday('12:00'), end: monday('13:00') }],
  tasks: [
    // Pinned half an hour past its due date; weight 4.
    { id: 'pinned', durationMinutes: 30, priority: 2, pinnedStart: monday('11:00'), dueAt: monday('11:00') },
    // Waits for it; between 11:35 and 11:55 it has no room, after lunch the grid begins it at 13:15: done at 14:10. Weight 8.
    { id: 'waits', durationMinutes: 55, priority: 1, dependsOn: ['pinned'], dueAt: monday('13:30') },
    { id: 'easy', durationMinutes: 30, notBefore: monday('14:30'), dueAt: monday('16:00') },
  ],
});

describe('what no plan can spare', () => {
  it('[TASK-70] is the lateness of pins and of what waits for them, each task as if it were alone', async () => {
    expect(unavoidablyLate(situationOf(pinnedLate))).toBe(30 * 4 + 40 * 8);
    const { quality } = await planProblem(pinnedLate);
    expect(quality.lateMinutes).toBe(70);
  });

  it('[TASK-70] makes nobody else give way', async () => {
    const { placements } = await planProblem({
      ...pinnedLate,
      tasks: pinnedLate.tasks.map((task) => ({ ...task, pinnedStart: null })),
    });
    const pin = { start: monday('11:00'), end: monday('11:30'), pinned: true, score: 0, factors: [] };
    const present = placements.map((placement) => (placement.id === 'pinned' ? { ...placement, ...pin } : placement));
    const replan = await replanTouched({ ...pinnedLate, present }, { spans: [], reach: 'broken' });
    expect(replan.scope).toBe('touched');
    expect(replan.quality.lateMinutes).toBe(70);
    expect(replan.placements.find(({ id }) => id === 'easy')).toEqual(present.find(({ id }) => id === 'easy'));
  });
});
