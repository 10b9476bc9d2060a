import { describe, expect, it } from 'vitest';
import { eveningOffer } from '#shared/planning/evening-offer';
import { explainUnplaced } from '#shared/planning/explain';
import { planProblem } from '#shared/planning/plan';
import { verifyPlan } from '#shared/planning/verify';
import { formatInstant } from '#shared/time/instant';
import { monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

const hours = { '1': [['09:00', '17:00']], '2': [['09:00', '12:00']] } as const;
const tuesday = (time: string) => `2026-11-24T${time}:00Z`;
/** Work is over on both days: a workshop fills Monday, another all of Tuesday morning. */
const full: NonNullable<ProblemFields['events']> = [
  { id: 'workshop', start: monday('09:00'), end: monday('16:00') },
  { id: 'visit', start: tuesday('08:00'), end: tuesday('13:00') },
];

function problem(task: object, more: Omit<ProblemFields, 'tasks'> = {}) {
  return problemWith({
    now: monday('08:00'),
    events: full,
    tasks: [{ id: 'tax', durationMinutes: 120, ...task }],
    ...more,
    settings: { horizonDays: 2, workingHours: hours as never, ...more.settings },
  });
}

async function offered(...from: Parameters<typeof problem>): Promise<string | null> {
  const asked = problem(...from);
  const plan = await planProblem(asked);
  const offer = await eveningOffer(asked, plan, 'tax');
  if (offer === null) return null;
  const tasks = asked.tasks.map((task) => (task.id === 'tax' ? { ...task, ...offer.patch } : task));
  const after = await planProblem({ ...asked, tasks });
  expect(verifyPlan({ ...asked, tasks }, after)).toEqual([]);
  expect(after.placements.find(({ id }) => id === 'tax')?.notice).toBe('Pinned outside your working hours.');
  return `${formatInstant(offer.start).slice(0, 16)} ${formatInstant(offer.end).slice(11, 16)}`;
}

describe('[TASK-99] an evening outside working hours', () => {
  it('is offered from the end of work on, around what stands there, with the buffer', async () => {
    expect(await offered({})).toBe('2026-11-23T17:00 19:00');
    const choir = { id: 'choir', start: monday('18:00'), end: monday('19:30') };
    expect(await offered({}, { events: [...full, choir], settings: { bufferMinutes: 10 } })).toBe(
      '2026-11-23T19:45 21:45',
    );
  });

  it('is the next day where this one is full, not before five where work is over at noon, and none after ten in the evening or without a free one', async () => {
    const dinner = { id: 'dinner', start: monday('17:00'), end: monday('20:30') };
    expect(await offered({}, { events: [...full, dinner] })).toBe('2026-11-24T17:00 19:00');
    expect(await offered({ durationMinutes: 600 })).toBeNull();
  });

  it('is in time, not before the earliest start, and after what the task waits for', async () => {
    const dinner = { id: 'dinner', start: monday('17:00'), end: monday('20:30') };
    expect(await offered({ dueAt: monday('23:00') }, { events: [...full, dinner] })).toBeNull();
    expect(await offered({ notBefore: monday('18:10') })).toBe('2026-11-23T18:15 20:15');
    const asked = problem({ dependsOn: ['first'] });
    const waits = { ...asked, tasks: [...asked.tasks, { ...asked.tasks[0]!, id: 'first', dependsOn: [] }] };
    expect(await eveningOffer(waits, await planProblem(waits), 'tax')).toBeNull();
  });

  it('is offered to what comes late, and not to what is placed in time, locked, or on a day without work', async () => {
    const late = problem({ durationMinutes: 60, dueAt: monday('20:00') }, { events: full.slice(0, 0) });
    expect(await eveningOffer(late, await planProblem(late), 'tax')).toBeNull();
    // The only free hour is on Tuesday, after it is due.
    const workshop = { id: 'workshop', start: monday('09:00'), end: monday('17:00') };
    expect(await offered({ durationMinutes: 60, dueAt: monday('20:00') }, { events: [workshop] })).toBe(
      '2026-11-23T17:00 18:00',
    );
    expect(await offered({ pinnedStart: monday('10:00') })).toBeNull();
    expect(await offered({}, { settings: { workingHours: {} } })).toBeNull();
  });

  it('is the change suggested to a task that fits nowhere else', async () => {
    const asked = problem(
      { split: { minMinutes: 120, maxMinutes: 120 } },
      { settings: { workingHours: { '1': [['09:00', '17:00']] } } },
    );
    const plan = await planProblem(asked);
    expect(plan.unplaced.map(({ id }) => id)).toEqual(['tax']);
    const explained = await explainUnplaced(asked, plan, { kind: 'task', id: 'tax' });
    expect(explained?.suggestion).toBe('Allow Monday evening: 17:00 to 19:00, outside your working hours.');
    expect(explained?.change).toEqual({ kind: 'task', patch: { pinnedStart: '2026-11-23T17:00:00Z' } });
  });
});
