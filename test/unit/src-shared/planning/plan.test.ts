import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/engine/plan';
import { planProblem } from '#shared/planning/plan';
import { isPlanCancelled } from '#shared/planning/plan-cancelled';
import { verifyPlan } from '#shared/planning/verify';
import { daily, lines, MONDAY, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

async function plan(fields: ProblemFields): Promise<Plan> {
  const problem = problemWith(fields);
  const made = await planProblem(problem);
  expect(verifyPlan(problem, made)).toEqual([]);
  return made;
}

async function starts(fields: ProblemFields): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await plan(fields)).placements.map((placement) => [placement.id, placement.start.slice(11, 16)]),
  );
}

async function reason(fields: ProblemFields, id: string): Promise<string> {
  const found = (await plan(fields)).unplaced.find((item) => item.id === id);
  return found ? `${found.reason}: ${found.detail}` : 'placed';
}

const meeting = { id: 'meeting', title: 'Meeting', start: monday('10:00'), end: monday('11:00') };

describe('placing tasks', () => {
  it('[TASK-20] starts at the first free place when nothing else is wanted', async () => {
    expect(await starts({ tasks: [{ id: 'a' }] })).toEqual({ a: '09:00' });
  });

  it('[TASK-20] goes around events with the buffer on both sides', async () => {
    const fields: ProblemFields = {
      settings: { bufferMinutes: 15 },
      events: [meeting],
      tasks: [{ id: 'a', durationMinutes: 60 }],
    };
    // 09:00 to 10:00 would touch the meeting; 11:15 is the first start with the buffer kept.
    expect(await starts(fields)).toEqual({ a: '11:15' });
  });

  it('[TASK-20] starts lie on the grid of the local day', async () => {
    const event = { ...meeting, start: monday('09:00'), end: monday('09:05') };
    expect(await starts({ events: [event], tasks: [{ id: 'a' }] })).toEqual({ a: '09:15' });
    expect(await starts({ events: [event], tasks: [{ id: 'a' }], settings: { gridMinutes: 5 } })).toEqual({
      a: '09:05',
    });
  });

  it('[TASK-21] uses windows over midnight', async () => {
    const made = await plan({
      settings: { workingHours: daily(['22:00', '02:00']), horizonDays: 2 },
      tasks: [{ id: 'a', durationMinutes: 240 }],
    });
    expect(lines(made.placements)).toEqual(['a 2026-11-23T22:00 240']);
  });

  it('[TASK-21] keeps to the wall clock across a clock change', async () => {
    // Berlin, 28 March 2027: 02:00 becomes 03:00. The window 01:00 to 04:00 has 120 minutes that day.
    const settings = { timeZone: 'Europe/Berlin', workingHours: daily(['01:00', '04:00']) } as const;
    const now = '2027-03-27T23:30:00Z';
    const fits = await plan({ now, settings, tasks: [{ id: 'a', durationMinutes: 120 }] });
    expect(lines(fits.placements)).toEqual(['a 2027-03-28T00:00 120']);
    const long = await plan({ now, settings, tasks: [{ id: 'a', durationMinutes: 135 }] });
    expect(long.unplaced).toMatchObject([{ reason: 'longerThanAnyFreeRun' }]);
  });

  it('[TASK-22] leaves out the least weight when not all fit', async () => {
    const tasks = [
      { id: 'low', durationMinutes: 300, priority: 4 as const },
      { id: 'urgent', durationMinutes: 300, priority: 1 as const },
    ];
    const made = await plan({ tasks });
    expect(lines(made.placements)).toEqual(['urgent 2026-11-23T09:00 300']);
    expect(made.unplaced.map((item) => item.id)).toEqual(['low']);
  });

  it('[TASK-22] rather leaves one heavy task out than three lighter ones that weigh more together', async () => {
    // 480 minutes: P2 with 480 weighs 4, four P3 with 120 weigh 8.
    const tasks = [
      { id: 'heavy', durationMinutes: 480, priority: 2 as const },
      ...['a', 'b', 'c', 'd'].map((id) => ({ id, durationMinutes: 120, priority: 3 as const })),
    ];
    const made = await plan({ tasks });
    const weight = made.unplaced.reduce((sum, item) => sum + (item.id === 'heavy' ? 4 : 2), 0);
    expect(weight).toBe(4);
  });

  it('[TASK-23] counts late minutes by weight before any preference', async () => {
    const tasks = [
      { id: 'due', durationMinutes: 60, priority: 4 as const, dueAt: monday('10:00') },
      { id: 'urgent', durationMinutes: 60, priority: 1 as const },
    ];
    expect(await starts({ tasks })).toEqual({ due: '09:00', urgent: '10:00' });
  });

  it('[TASK-23] a hard due date is missed only with a word about it', async () => {
    const made = await plan({ tasks: [{ id: 'a', durationMinutes: 120, dueAt: monday('10:00'), dueHard: true }] });
    expect(made.placements).toMatchObject([
      { lateMinutes: 60, slack: 'late', notice: 'Ends 60 min after its hard due date.' },
    ]);
  });

  it('[TASK-24] slack is ample before due minus the buffer, tight inside it, late after due', async () => {
    const slack = async (dueAt: string | null) =>
      (await plan({ settings: { bufferMinutes: 10 }, tasks: [{ id: 'a', dueAt }] })).placements[0]!.slack;
    expect(await slack(monday('10:10'))).toBe('ample');
    expect(await slack(monday('10:09'))).toBe('tight');
    expect(await slack(monday('09:59'))).toBe('late');
    expect(await slack(null)).toBe('none');
  });

  it('[TASK-25] waits for what it depends on', async () => {
    expect(
      await starts({
        tasks: [
          { id: 'a', dependsOn: ['b'], priority: 1 },
          { id: 'b', priority: 4 },
        ],
      }),
    ).toEqual({ b: '09:00', a: '10:00' });
  });

  it('[TASK-25] does not wait for finished or unknown tasks', async () => {
    const tasks = [
      { id: 'a', dependsOn: ['done', 'gone'] },
      { id: 'done', status: 'done' as const },
    ];
    expect(await starts({ tasks })).toEqual({ a: '09:00' });
  });

  it('[TASK-26] splits only where it may, and only as much as needed', async () => {
    const split = { minMinutes: 30, maxMinutes: 120 };
    const whole = await plan({ tasks: [{ id: 'a', durationMinutes: 120, split }] });
    expect(lines(whole.placements)).toEqual(['a 2026-11-23T09:00 120']);
    const around = await plan({
      events: [meeting],
      settings: { workingHours: daily(['09:00', '12:00']) },
      tasks: [{ id: 'a', durationMinutes: 120, split }],
    });
    expect(lines(around.placements)).toEqual(['a 2026-11-23T09:00 60', 'a 2026-11-23T11:00 60']);
    expect(around.placements.map((placement) => placement.chunk)).toEqual([
      { index: 0, of: 2 },
      { index: 1, of: 2 },
    ]);
  });

  it('[TASK-27] plans what is left of a task, and nothing of a finished one', async () => {
    const tasks = [
      { id: 'a', durationMinutes: 90, doneMinutes: 30 },
      { id: 'b', durationMinutes: 30, doneMinutes: 30 },
      { id: 'c', status: 'done' as const },
    ];
    const made = await plan({ tasks });
    expect(lines(made.placements)).toEqual(['a 2026-11-23T09:00 60']);
    expect(made.unplaced).toEqual([]);
  });

  it('[TASK-28] a pin stays where it is and says what it breaks', async () => {
    const made = await plan({
      events: [meeting],
      tasks: [
        { id: 'pin', pinnedStart: monday('10:30') },
        { id: 'a', durationMinutes: 120 },
      ],
    });
    expect(lines(made.placements)).toEqual(['pin 2026-11-23T10:30 60', 'a 2026-11-23T11:30 120']);
    expect(made.placements[0]).toMatchObject({ pinned: true, notice: 'Pinned over "Meeting".' });
  });

  it('[TASK-29] keeps the plan in force when a move would gain next to nothing', async () => {
    const tasks = [{ id: 'a', durationMinutes: 60 }];
    const present = [{ kind: 'task' as const, id: 'a', start: monday('10:00'), end: monday('11:00') }];
    // An hour later loses 0.4 % promptness, less than a move is worth.
    expect(await starts({ tasks, present })).toEqual({ a: '10:00' });
  });

  it('[TASK-29] moves for a real gain', async () => {
    const tasks = [{ id: 'a', durationMinutes: 60, partOfDay: 'morning' as const }];
    const present = [{ kind: 'task' as const, id: 'a', start: monday('15:00'), end: monday('16:00') }];
    expect(await starts({ tasks, present })).toEqual({ a: '09:00' });
  });

  it('[TASK-30] greedy fits each task first by due date', async () => {
    const tasks = [
      { id: 'a', dueAt: monday('16:00') },
      { id: 'b', dueAt: monday('12:00') },
      { id: 'c', priority: 1 as const },
    ];
    expect(await starts({ tasks, options: { algorithm: 'greedy' } })).toEqual({ b: '09:00', a: '10:00', c: '11:00' });
  });
});

describe('why a task has no place', () => {
  const long = { id: 'a', durationMinutes: 180 };

  it('[TASK-31] noDuration', async () => {
    expect(await reason({ tasks: [{ id: 'a', durationMinutes: 0 }] }, 'a')).toBe('noDuration: Its duration is 0 min.');
  });

  it('[TASK-32] longerThanAnyFreeRun, with both numbers', async () => {
    const settings = { workingHours: daily(['09:00', '11:30']) };
    expect(await reason({ settings, tasks: [long] }, 'a')).toBe(
      'longerThanAnyFreeRun: It needs 180 min, the longest free run is 150 min.',
    );
  });

  it('[TASK-32] longerThanAnyFreeRunBeforeDue when it has a due date', async () => {
    const settings = { workingHours: daily(['09:00', '11:30']) };
    expect(await reason({ settings, tasks: [{ ...long, dueAt: monday('11:00') }] }, 'a')).toBe(
      'longerThanAnyFreeRunBeforeDue: It needs 180 min; the longest free run before due is 120 min, and after due 150 min.',
    );
  });

  it('[TASK-33] minimumChunkLongerThanAnyGap', async () => {
    const settings = { workingHours: daily(['09:00', '09:30']) };
    const task = { ...long, split: { minMinutes: 45, maxMinutes: 90 } };
    expect(await reason({ settings, tasks: [task] }, 'a')).toBe(
      'minimumChunkLongerThanAnyGap: Its shortest piece is 45 min, the longest gap is 30 min.',
    );
  });

  it('[TASK-34] earliestStartAfterDue', async () => {
    const task = { id: 'a', notBefore: monday('12:00'), dueAt: monday('11:00') };
    expect(await reason({ tasks: [task] }, 'a')).toBe('earliestStartAfterDue: It may start 60 min after it is due.');
  });

  it('[TASK-35] dependencyUnplaced, however long the chain', async () => {
    const tasks = [
      { id: 'a', durationMinutes: 0 },
      { id: 'b', dependsOn: ['a'] },
      { id: 'c', dependsOn: ['b'] },
    ];
    expect(await reason({ tasks }, 'c')).toBe('dependencyUnplaced: It waits for "Task b", which has no place.');
  });

  it('[TASK-27] [TASK-35] a task with all its minutes done closes no circle, and a pinned one on a circle keeps its place without a reason', async () => {
    const finished = await planProblem(
      problemWith({
        tasks: [
          { id: 'a', dependsOn: ['b'] },
          { id: 'b', dependsOn: ['a'], doneMinutes: 60 },
        ],
      }),
    );
    expect(lines(finished.placements)).toEqual(['a 2026-11-23T09:00 60']);
    expect(finished.unplaced).toEqual([]);
    const pinned = await planProblem(
      problemWith({
        tasks: [
          { id: 'a', dependsOn: ['b'] },
          { id: 'b', dependsOn: ['a'], pinnedStart: monday('12:00') },
        ],
      }),
    );
    expect(lines(pinned.placements)).toEqual(['b 2026-11-23T12:00 60']);
    expect(pinned.unplaced.map((item) => `${item.id} ${item.reason}`)).toEqual(['a dependencyCycle']);
  });

  it('[TASK-35] a chain of six thousand is none, though the last of it waits for nothing', async () => {
    const id = (index: number) => `t${String(index).padStart(4, '0')}`;
    const tasks = Array.from({ length: 6_000 }, (_, index) => ({
      id: id(index),
      durationMinutes: 15,
      dependsOn: index < 5_999 ? [id(index + 1)] : [],
    }));
    const { unplaced } = await planProblem(problemWith({ settings: { horizonDays: 2 }, tasks }));
    expect(unplaced.filter(({ reason }) => reason === 'dependencyCycle')).toEqual([]);
  }, 30_000);

  it('[TASK-35] dependencyCycle names the circle', async () => {
    const tasks = [
      { id: 'a', dependsOn: ['b'] },
      { id: 'b', dependsOn: ['a'] },
    ];
    expect(await reason({ tasks }, 'a')).toBe(
      'dependencyCycle: It waits for itself: "Task a" waits for "Task b" waits for "Task a".',
    );
  });

  it('[TASK-36] horizonEnds', async () => {
    expect(await reason({ tasks: [{ id: 'a', notBefore: '2026-11-25T09:00:00Z' }] }, 'a')).toMatch(
      /^horizonEnds: It needs 60 min and 0 min are left/,
    );
  });

  it('[TASK-37] higherPriorityWorkFillsItsWindows', async () => {
    const tasks = [
      { id: 'a', durationMinutes: 400, priority: 4 as const },
      { id: 'b', durationMinutes: 400, priority: 1 as const },
    ];
    expect(await reason({ tasks }, 'a')).toMatch(
      /^higherPriorityWorkFillsItsWindows: It needs 400 min; free runs of up to 480 min exist/,
    );
  });

  it('[TASK-38] noWorkingHours', async () => {
    expect(await reason({ settings: { workingHours: {} }, tasks: [long] }, 'a')).toBe(
      'noWorkingHours: There are no working hours in the next 1 days.',
    );
  });

  it('[TASK-39] blockedByAllDayEvent', async () => {
    const fair = { id: 'fair', start: monday('00:00'), end: '2026-11-24T00:00:00Z', allDay: true };
    expect(await reason({ events: [fair], tasks: [long] }, 'a')).toBe(
      'blockedByAllDayEvent: It needs 180 min; all-day events leave at most 0 min in one run.',
    );
  });
});

describe('known faults of the public scheduler', () => {
  it('[TASK-40] a slot in time beats every late slot, however well the late one fits', async () => {
    const settings = {
      energy: [
        { from: '09:00', to: '12:00', level: 'low' as const },
        { from: '12:00', to: '17:00', level: 'high' as const },
      ],
    };
    const task = { id: 'a', energy: 'high' as const, partOfDay: 'afternoon' as const, dueAt: monday('11:00') };
    expect(await starts({ settings, tasks: [task] })).toEqual({ a: '09:00' });
  });

  it('[TASK-41] the buffer is kept, not only scored', async () => {
    const made = await starts({ settings: { bufferMinutes: 30 }, tasks: [{ id: 'a' }, { id: 'b' }] });
    // 10:30 would do; half an hour more gives the first one its full buffer on both sides.
    expect(Object.values(made).sort()).toEqual(['09:00', '11:00']);
  });

  it('[TASK-42] nothing ends after closing, not even by a minute', async () => {
    const settings = { gridMinutes: 5 as const, workingHours: daily(['09:00', '10:20']) };
    const made = await plan({
      settings: { ...settings, horizonDays: 2 },
      tasks: [
        { id: 'a', durationMinutes: 50 },
        { id: 'b', durationMinutes: 50 },
      ],
    });
    expect(lines(made.placements).map((line) => line.slice(2))).toEqual(['2026-11-23T09:00 50', '2026-11-24T09:00 50']);
  });

  it("[TASK-43] hours are the user's, wherever the host is", async () => {
    expect(await starts({ settings: { timeZone: 'America/New_York' }, tasks: [{ id: 'a' }] })).toEqual({ a: '14:00' });
  });

  it('[TASK-44] work under way is not overlapped, pinned or not', async () => {
    const present = [{ kind: 'task' as const, id: 'a', start: monday('09:00'), end: monday('10:00') }];
    const made = await starts({ now: monday('09:30'), present, tasks: [{ id: 'a' }, { id: 'b', priority: 1 }] });
    expect(made).toEqual({ a: '09:00', b: '10:00' });
  });

  it('[TASK-45] what has no place says why', async () => {
    const made = await plan({ tasks: [{ id: 'a', durationMinutes: 600 }] });
    expect(made.placements).toEqual([]);
    expect(made.unplaced).toHaveLength(1);
  });

  it('[TASK-46] plans beyond seven days', async () => {
    const made = await plan({ settings: { horizonDays: 60 }, tasks: [{ id: 'a', notBefore: '2027-01-10T00:00:00Z' }] });
    expect(lines(made.placements)).toEqual(['a 2027-01-10T09:00 60']);
  });

  it('[TASK-47] finds a gap that steps of its own length would jump over', async () => {
    // Free are 10:15 to 11:45 and nothing else; steps of 90 minutes from 09:00 try 09:00, 10:30, 12:00.
    const events = [
      { id: 'x', start: monday('09:00'), end: monday('10:15') },
      { id: 'y', start: monday('11:45'), end: monday('17:00') },
    ];
    expect(await starts({ events, tasks: [{ id: 'a', durationMinutes: 90 }] })).toEqual({ a: '10:15' });
  });

  it('[TASK-48] the old plan is untouched until there is a new one', async () => {
    const present = [{ kind: 'task' as const, id: 'a', start: monday('10:00'), end: monday('11:00') }];
    const problem = problemWith({ tasks: [{ id: 'a' }], present });
    const before = structuredClone(problem);
    let asked = 0;
    const stopped = planProblem(problem, {
      now: () => 0,
      isCancelled: () => {
        asked += 1;
        return asked > 1;
      },
    });
    await expect(stopped).rejects.toSatisfy(isPlanCancelled);
    expect(problem).toEqual(before);
  });
});

describe('placing habits', () => {
  const habit = { id: 'h', durationMinutes: 30, targetTime: '12:00' };

  it('[HABIT-14] only on due days, and not when paused, ended or on vacation', async () => {
    const days = async (fields: object, settings: object = {}) =>
      (await plan({ settings: { horizonDays: 7, ...settings }, habits: [{ ...habit, ...fields }] })).placements.map(
        (placement) => placement.day,
      );
    expect(await days({ days: [1, 3] })).toEqual(['2026-11-23', '2026-11-25']);
    expect(await days({ status: 'paused' })).toEqual([]);
    expect(await days({ status: 'ended' })).toEqual([]);
    expect(await days({ days: [1, 3] }, { vacations: [{ from: '2026-11-23', to: '2026-11-24' }] })).toEqual([
      '2026-11-25',
    ]);
  });

  it('[HABIT-15] leaves occurrences alone that are done, skipped or missed', async () => {
    for (const state of ['done', 'doneLate', 'skipped', 'missed'] as const) {
      const made = await plan({
        habits: [habit],
        habitOccurrences: [{ id: `h@${MONDAY}`, habitId: 'h', day: MONDAY as never, state }],
      });
      expect([...made.placements, ...made.unplaced]).toEqual([]);
    }
  });

  it('[HABIT-16] today only from now plus lead on, and says when the window has no room left', async () => {
    const made = await plan({ now: monday('13:00'), settings: { leadMinutes: 10 }, habits: [habit] });
    expect(lines(made.placements)).toEqual(['h 2026-11-23T13:10 30']);
    const late = await plan({ now: monday('21:50'), habits: [habit] });
    expect(late.unplaced).toEqual([
      {
        kind: 'habit',
        id: 'h',
        day: MONDAY,
        reason: 'noFreeRunInWindow',
        detail: 'It needs 30 min and 10 min of its window are left.',
      },
    ]);
  });

  it('[HABIT-17] a target after midnight belongs to the evening before', async () => {
    const made = await plan({ habits: [{ ...habit, window: ['20:00', '02:00'], targetTime: '00:30' }] });
    expect(lines(made.placements)).toEqual(['h 2026-11-24T00:30 30']);
    expect(made.placements[0]!.day).toBe(MONDAY);
  });

  it('[HABIT-17] a target outside a window over midnight is meant on the side that is nearer', async () => {
    const night = { ...habit, window: ['22:00', '01:00'] as [string, string] };
    // 18:00 is 4 h before the opening, 3:00 is 2 h after the end.
    const early = await plan({ habits: [{ ...night, targetTime: '18:00' }] });
    expect(lines(early.placements)).toEqual(['h 2026-11-23T22:00 30']);
    expect(early.quality).toMatchObject({ meanHabitDeltaMinutes: 240 });
    const late = await plan({ habits: [{ ...night, targetTime: '03:00' }] });
    expect(lines(late.placements)).toEqual(['h 2026-11-24T00:30 30']);
    expect(late.quality).toMatchObject({ meanHabitDeltaMinutes: 150 });
  });

  it('[HABIT-18] the validator counts the mean distance and the short gaps', async () => {
    const events = [{ id: 'lunch', start: monday('11:50'), end: monday('12:40') }];
    const made = await plan({ events, habits: [{ ...habit, window: ['11:00', '14:00'] }] });
    // 11:20 and 12:40 are 40 minutes away both; 11:20 leaves a gap of 20 minutes before it, 12:40 none.
    expect(lines(made.placements)).toEqual(['h 2026-11-23T12:40 30']);
    expect(made.quality).toMatchObject({ meanHabitDeltaMinutes: 40, shortGaps: 0 });
  });

  it('[HABIT-20] comes before tasks, which go around it', async () => {
    const made = await starts({
      habits: [{ ...habit, targetTime: '09:00' }],
      tasks: [{ id: 'a' }],
      settings: { bufferMinutes: 15 },
    });
    expect(made).toEqual({ h: '09:00', a: '09:45' });
  });

  it('[HABIT-20] goes around pinned tasks without a buffer', async () => {
    const made = await starts({
      habits: [habit],
      tasks: [{ id: 'pin', pinnedStart: monday('12:00') }],
      settings: { bufferMinutes: 15 },
    });
    expect(made).toEqual({ h: '11:30', pin: '12:00' });
  });

  it('[HABIT-21] work under way stays', async () => {
    const present = [{ kind: 'habit' as const, id: 'h', day: MONDAY, start: monday('11:45'), end: monday('12:15') }];
    expect(await starts({ now: monday('12:00'), habits: [habit], present })).toEqual({ h: '11:45' });
  });
});

describe('the report of a run', () => {
  it('[TASK-16] has phases, groups, candidates and congestion per day and week', async () => {
    const made = await plan({
      settings: { horizonDays: 2 },
      events: [meeting],
      tasks: [{ id: 'a' }],
      habits: [{ id: 'h' }],
    });
    expect(Object.keys(made.metrics.phases)).toEqual(
      expect.arrayContaining(['index', 'habits', 'group', 'place', 'improve', 'score', 'report']),
    );
    expect(made.metrics).toMatchObject({ workers: 1, groups: 3, groupSizes: [1, 1, 1] });
    expect(made.metrics.candidates).toBeGreaterThan(0);
    expect(made.metrics.caches).toEqual({ freeTime: { hits: 0, misses: 1 }, slotValues: { hits: 0, misses: 1 } });
    expect(made.metrics).toMatchObject({ cacheHits: 0, cacheMisses: 2, dispatched: 0, rounds: 1, habitDays: 2 });
    expect(made.metrics.moves.tried).toBeGreaterThanOrEqual(made.metrics.moves.kept);
    expect(made.metrics.congestion).toEqual([
      {
        from: '2026-11-23',
        unit: 'day',
        workingMinutes: 480,
        freeMinutes: 420,
        longestRunMinutes: 360,
        busyShare: 0.125,
        // The only task, 60 min, may go anywhere in the 900 free minutes of both days.
        demandMinutes: 28,
      },
      {
        from: '2026-11-24',
        unit: 'day',
        workingMinutes: 480,
        freeMinutes: 480,
        longestRunMinutes: 480,
        busyShare: 0,
        demandMinutes: 32,
      },
      {
        from: '2026-11-23',
        unit: 'week',
        workingMinutes: 960,
        freeMinutes: 900,
        longestRunMinutes: 480,
        busyShare: 0.0625,
        demandMinutes: 60,
      },
    ]);
  });

  it('[TASK-16] progress runs from 0 to 1', async () => {
    const fractions: number[] = [];
    await planProblem(problemWith({ tasks: [{ id: 'a' }] }), {
      now: () => 0,
      onProgress: ({ fraction }) => fractions.push(fraction),
    });
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBe(1);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
  });
});
