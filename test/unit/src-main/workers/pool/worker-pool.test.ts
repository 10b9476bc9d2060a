import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobRunner } from '#main/ports/job-runner';
import { createWorkerPool } from '#main/workers/pool/worker-pool';
import { cancellation } from '#shared/ipc/cancellation';

type Unruly = {
  readonly double: { readonly input: number; readonly output: number };
  readonly steps: { readonly input: number; readonly output: string };
  readonly parts: { readonly input: number; readonly output: number };
  readonly refuse: { readonly input: null; readonly output: never };
  readonly bug: { readonly input: null; readonly output: never };
  readonly spin: { readonly input: null; readonly output: never };
  readonly exit: { readonly input: null; readonly output: never };
  readonly throwLater: { readonly input: null; readonly output: never };
};

const workerPath = resolve(import.meta.dirname, '../../../../fixtures/workers/unruly-worker.mjs');

describe('worker pool', () => {
  let pool: JobRunner<Unruly>;
  let bugs: string[];

  beforeEach(() => {
    bugs = [];
    pool = createWorkerPool<Unruly>({ workerPath, threads: 2, report: (message, stack) => bugs.push(message, stack) });
  });
  afterEach(() => pool.close());

  /** The pool is healthy when two jobs, one a thread, still answer. */
  async function expectHealthy(): Promise<void> {
    const outcomes = await Promise.all([pool.run('double', 21), pool.run('double', 4)]);
    expect(outcomes).toEqual([
      { kind: 'ok', value: 42 },
      { kind: 'ok', value: 8 },
    ]);
  }

  it('runs more jobs than it has threads', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((number) => pool.run('double', number)));
    expect(outcomes.map((outcome) => outcome.kind === 'ok' && outcome.value)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  });

  it('tells progress in order', async () => {
    const told: string[] = [];
    await pool.run('steps', 3, { onProgress: ({ fraction, phase }) => told.push(`${phase} ${fraction.toFixed(2)}`) });
    expect(told).toEqual(['step 1 0.33', 'step 2 0.67', 'step 3 1.00']);
  });

  it('gives all parts of a result, in order, before the job ends', async () => {
    const given: number[] = [];
    const outcome = await pool.run('parts', 300, { onPart: ([part]) => given.push(part!) });
    expect(outcome).toEqual({ kind: 'ok', value: 300 });
    expect(given).toEqual(Array.from({ length: 300 }, (_, index) => (index + 1) % 256));
  });

  it('carries a refusal as data', async () => {
    expect(await pool.run('refuse', null)).toEqual({
      kind: 'failed',
      error: { code: 'badInput', message: 'line 7 is wrong', advice: 'Mend it.' },
    });
  });

  it('carries a bug as data and reports its stack', async () => {
    expect(await pool.run('bug', null)).toMatchObject({ error: { code: 'internal', message: 'x is not a function' } });
    expect(bugs).toEqual([
      'Job bug failed by a bug: x is not a function',
      'TypeError: x is not a function\n    at line 1',
    ]);
    await expectHealthy();
  });

  it('cancels a job that never looks up', async () => {
    const cancel = cancellation();
    const outcome = await pool.run('spin', null, { signal: cancel.signal, onProgress: cancel.cancel });
    expect(outcome).toEqual({ kind: 'cancelled' });
    await expectHealthy();
  });

  it('cancels a job that waits for a thread', async () => {
    const spinning = cancellation();
    const both = [1, 2].map(() => pool.run('spin', null, { signal: spinning.signal }));
    const waiting = cancellation();
    const outcome = pool.run('double', 1, { signal: waiting.signal });
    waiting.cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    spinning.cancel();
    await Promise.all(both);
    await expectHealthy();
  });

  it('does not start a job that is cancelled already', async () => {
    const cancel = cancellation();
    cancel.cancel();
    expect(await pool.run('double', 1, { signal: cancel.signal })).toEqual({ kind: 'cancelled' });
  });

  it('ends a job at its time limit', async () => {
    expect(await pool.run('spin', null, { timeLimitMilliseconds: 50 })).toEqual({
      kind: 'failed',
      error: { code: 'timedOut', message: 'spin was ended after 50 ms', advice: '' },
    });
    await expectHealthy();
  });

  it('counts the time limit from the start of the job, not from its wait', async () => {
    const release = cancellation();
    const spinning = [1, 2].map(() => pool.run('spin', null, { signal: release.signal, timeLimitMilliseconds: 300 }));
    // Waits at least 300 ms for a thread, six times its own limit.
    const waiting = pool.run('double', 5, { timeLimitMilliseconds: 50 });
    expect(await waiting).toEqual({ kind: 'ok', value: 10 });
    await Promise.all(spinning);
  });

  it.each(['exit', 'throwLater'] as const)('answers a crash (%s) and stays healthy', async (crash) => {
    const outcome = await pool.run(crash, null);
    expect(outcome).toMatchObject({ kind: 'failed', error: { code: 'workerCrashed' } });
    expect(outcome.kind === 'failed' && outcome.error.message).toContain(`The worker of ${crash} ended: `);
    await expectHealthy();
  });

  it('answers when the worker does not load, and again', async () => {
    const broken = createWorkerPool<Unruly>({ workerPath: '/nowhere/worker.mjs', threads: 1, report() {} });
    expect(await broken.run('double', 1)).toMatchObject({ error: { code: 'workerCrashed' } });
    expect(await broken.run('double', 1)).toMatchObject({ error: { code: 'workerCrashed' } });
    await broken.close();
  });

  it('refuses jobs after it is closed, and ends those that run', async () => {
    const running = pool.run('spin', null);
    await pool.close();
    expect(await running).toMatchObject({ error: { code: 'workerCrashed' } });
    expect(await pool.run('double', 1)).toMatchObject({ error: { code: 'workerCrashed' } });
  });
});
