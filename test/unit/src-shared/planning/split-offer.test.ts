import { describe, expect, it } from 'vitest';
import { planProblem } from '#shared/planning/plan';
import { splitOffer } from '#shared/planning/split-offer';
import { monday, problemWith } from '../../../helpers/planning-problem';

/** Monday 9 to 12 with a meeting from 10 to 11: two free hours, never in one piece. */
const torn = (task: object) =>
  problemWith({
    now: monday('08:00'),
    settings: { horizonDays: 1, workingHours: { '1': [['09:00', '12:00']] } },
    tasks: [
      { id: 'tax', durationMinutes: 120, ...task },
      { id: 'other', durationMinutes: 15, priority: 4 },
    ],
    events: [{ id: 'meeting', start: monday('10:00'), end: monday('11:00') }],
  });

describe('pieces for a task', () => {
  it('[TASK-94] are offered when they find the room that one piece does not', async () => {
    const problem = torn({});
    const plan = await planProblem(problem);
    expect(plan.unplaced.map(({ id }) => id)).toEqual(['tax']);
    const offer = await splitOffer({ ...problem, tasks: problem.tasks.slice(0, 1) }, plan, 'tax');
    expect(offer).toEqual({ pieces: 2, minutes: 60, patch: { split: { minMinutes: 60, maxMinutes: 60 } } });
  });

  it('[TASK-94] are not offered where they push out what weighs as much, nor to what is placed, locked or in pieces', async () => {
    const equal = torn({ priority: 4 });
    expect(await splitOffer(equal, await planProblem(equal), 'tax')).toBeNull();
    const plan = await planProblem(torn({}));
    expect(await splitOffer(torn({}), plan, 'other')).toBeNull();
    expect(await splitOffer(torn({ pinnedStart: monday('09:00') }), plan, 'tax')).toBeNull();
    expect(await splitOffer(torn({ split: { minMinutes: 90, maxMinutes: 120 } }), plan, 'tax')).toBeNull();
  });
});
