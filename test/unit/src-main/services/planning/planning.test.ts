import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { JobRunner } from '#main/ports/job-runner';
import { planningHandlers } from '#main/services/planning/planning';
import type { Plan } from '#shared/engine/plan';
import { cancellation } from '#shared/ipc/cancellation';
import type { RequestContext } from '#shared/ipc/handlers';
import { planProblem } from '#shared/planning/plan';
import { PlanCancelled } from '#shared/planning/plan-cancelled';
import type { PlanRun } from '#shared/planning/plan-run';
import type { PlanningProblem } from '#shared/planning/problem';
import { exchanges } from '../../../../contract/exchanges';
import { handClock } from '../../../../helpers/hand-clock';
import { okValue } from '../../../../helpers/ok-value';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

// The planner has its own tests; here it does what each test needs.
vi.mock('#shared/planning/plan', () => ({ planProblem: vi.fn() }));

const problem: PlanningProblem = { ...exchanges['plan.run'].input, present: [] };
const emptyPlan: Plan = { ...exchanges['plan.run'].output, placements: [], unplaced: [] };
const unheard: RequestContext = { signal: cancellation().signal, progress() {}, part() {} };

describe('planning', () => {
  let dataFolder: string;
  let ids: number;
  let jobs: JobRunner;

  const service = () => planningHandlers({ dataFolder, clock: handClock('2026-11-23T07:00:00Z'), jobs, newId });
  const newId = (): string => {
    ids += 1;
    return `plan-${ids}`;
  };

  beforeEach(async () => {
    dataFolder = await temporaryFolder();
    ids = 0;
    jobs = { threads: 2, run: async () => ({ kind: 'cancelled' }), close: async () => {} };
    vi.mocked(planProblem).mockReset().mockResolvedValue(emptyPlan);
  });

  it('journals a plan until the page has stored it', async () => {
    const planning = service();
    const plan = okValue(await planning['plan.run'](problem, unheard));
    expect(plan).toMatchObject({ planId: 'plan-1', plannedAt: '2026-11-23T07:00:00Z', placements: [] });
    expect(plan.metrics.phases).toEqual({ index: 1, verify: 1 });
    expect(plan.totalMilliseconds).toBeGreaterThan(0);

    // As after a crash: another process on the same folder.
    expect(okValue(await service()['plan.pending']()).plan).toEqual(plan);
    await planning['plan.acknowledge']({ planId: 'another' });
    expect(okValue(await planning['plan.pending']()).plan?.planId).toBe('plan-1');
    await planning['plan.acknowledge']({ planId: 'plan-1' });
    await planning['plan.acknowledge']({ planId: 'plan-1' });
    expect(okValue(await planning['plan.pending']()).plan).toBeNull();
    expect(await readdir(dataFolder)).toEqual([]);
  });

  it('[TASK-91] follows a change in the pool, and journals nothing: it can be made again', async () => {
    const { output, input } = exchanges['plan.follow'];
    const asked: unknown[] = [];
    jobs = {
      ...jobs,
      run: async (name, given) => {
        asked.push([name, given]);
        return { kind: 'ok', value: output as never };
      },
    };
    const followed = okValue(await service()['plan.follow'](input, unheard));
    expect(asked).toEqual([['plan.follow', input]]);
    expect(followed).toMatchObject({ scope: 'touched', placements: output.placements });
    expect(followed.totalMilliseconds).toBeGreaterThan(0);
    expect(await readdir(dataFolder)).toEqual([]);
    jobs = { ...jobs, run: async () => ({ kind: 'cancelled' }) };
    expect(await service()['plan.follow'](input, unheard)).toEqual({ kind: 'cancelled' });
  });

  it('gives no plan that it could not keep first', async () => {
    dataFolder = join(dataFolder, 'a-file');
    await writeFile(dataFolder, '');
    const planning = service();
    expect(await planning['plan.run'](problem, unheard)).toMatchObject({
      kind: 'failed',
      error: { code: 'refused', message: expect.stringContaining(`cannot be kept in ${dataFolder}`) },
    });
  });

  it('forgets a journal that makes no sense', async () => {
    await writeFile(join(dataFolder, 'plan-journal.json'), '{"planId":"half a pl');
    expect(okValue(await service()['plan.pending']()).plan).toBeNull();
    expect(await readdir(dataFolder)).toEqual([]);
  });

  it('makes one plan at a time', async () => {
    let finish = (_plan: Plan): void => {};
    vi.mocked(planProblem).mockReturnValueOnce(
      new Promise((settle) => {
        finish = settle;
      }),
    );
    const planning = service();
    const first = planning['plan.run'](problem, unheard);
    expect(await planning['plan.run'](problem, unheard)).toMatchObject({ kind: 'failed', error: { code: 'busy' } });
    finish(emptyPlan);
    expect((await first).kind).toBe('ok');
    expect((await planning['plan.run'](problem, unheard)).kind).toBe('ok');
  });

  it('is free again at once when a plan is cancelled, and journals nothing of it', async () => {
    vi.mocked(planProblem).mockImplementationOnce(
      async (_problem, run) =>
        new Promise((_settle, fail) => {
          // Notices late, as a search between two checks does.
          setImmediate(() => (run?.isCancelled?.() ? fail(new PlanCancelled()) : undefined));
        }),
    );
    const planning = service();
    const cancel = cancellation();
    const first = planning['plan.run'](problem, { ...unheard, signal: cancel.signal });
    cancel.cancel();
    const second = planning['plan.run'](problem, unheard);
    expect(await first).toEqual({ kind: 'cancelled' });
    expect(okValue(await second).planId).toBe('plan-1');
    expect(okValue(await planning['plan.pending']()).plan?.planId).toBe('plan-1');
  });

  it('drops a plan that breaks a rule', async () => {
    const { task } = overlappingTask();
    vi.mocked(planProblem).mockResolvedValueOnce(task.plan);
    const planning = service();
    const outcome = await planning['plan.run'](task.problem, unheard);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'invalidPlan' } });
    expect(okValue(await planning['plan.pending']()).plan).toBeNull();
  });

  it('passes on the progress of a plan that takes its time, and the failure of a worker', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const failure = { code: 'workerCrashed', message: 'The worker of plan.habitDays ended', advice: '' } as const;
    jobs = { ...jobs, run: async () => ({ kind: 'failed', error: failure }) };
    vi.mocked(planProblem).mockImplementationOnce(async (_problem, run?: PlanRun) => {
      run?.onProgress?.({ fraction: 0, phase: 'Reading your calendar' });
      run?.onProgress?.({ fraction: 0.5, phase: 'Placing tasks' });
      vi.advanceTimersByTime(100);
      await run?.dispatch?.habitDays([{ days: [] } as never]);
      return emptyPlan;
    });
    const told: unknown[] = [];
    const context = { ...unheard, progress: (progress: unknown) => void told.push(progress) };
    expect(await service()['plan.run'](problem, context)).toEqual({ kind: 'failed', error: failure });
    expect(told).toEqual([{ fraction: 0.5, phase: 'Placing tasks' }]);
  });

  it('is free again after a bug', async () => {
    vi.mocked(planProblem).mockRejectedValueOnce(new Error('kaboom'));
    const planning = service();
    await expect(planning['plan.run'](problem, unheard)).rejects.toThrow('kaboom');
    expect((await planning['plan.run'](problem, unheard)).kind).toBe('ok');
  });
});

/** A task of 90 minutes placed over the stand-up of the example problem. */
function overlappingTask() {
  const placement = {
    ...exchanges['plan.run'].output.placements[0]!,
    start: '2026-11-23T08:00:00Z',
    end: '2026-11-23T09:30:00Z',
  };
  const task = {
    id: 't1',
    title: 'Report',
    durationMinutes: 90,
    priority: 3,
    energy: null,
    dueAt: null,
    dueHard: false,
    notBefore: null,
    partOfDay: null,
    projectId: null,
    dependsOn: [],
    pinnedStart: null,
    split: null,
    doneMinutes: 0,
    status: 'open',
    doneAt: null,
    notes: '',
    tags: [],
    createdAt: null,
  } as const;
  return {
    task: {
      problem: { ...problem, tasks: [{ ...task, dependsOn: [], tags: [] }] },
      plan: { ...emptyPlan, placements: [placement] },
    },
  };
}
