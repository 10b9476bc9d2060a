// The Plan button: snapshot, plan (the host verifies and journals it), store in one transaction, acknowledge.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { HostError, Progress } from '#shared/ipc/outcome';
import type { IdentifiedPlan, PlanningProblem } from '#shared/planning/problem';
import { announce } from './announce';
import { now } from './clock';
import { commit } from './commit';
import { drawnFrame } from './drawn-frame';
import { host } from './host';
import { inBackground } from './in-background';
import { isStillWanted } from './pending-plan';
import { planChange } from './plan-change';
import { keepRows, type PlanPreview, previewOf } from './plan-preview';
import { planSentence } from './plan-sentence';
import { presentProblem } from './planning-problem';
import { database } from './store';
import { showNotice } from './toasts';
import { workspaceNow } from './workspace';

export type { PlanPreview, PreviewEffect, PreviewRow } from './plan-preview';

export interface PlanningState {
  readonly phase: 'idle' | 'planning' | 'previewing';
  readonly progress: Progress | null;
  readonly problem: string | null;
  readonly preview: PlanPreview | null;
}

const IDLE: PlanningState = { phase: 'idle', progress: null, problem: null, preview: null };
/** The workspace may change while a plan is made; then it is made again, at most this often. */
const ATTEMPTS = 3;
const KEPT_RUNS = 200;

const store = createStore<PlanningState>(() => IDLE);
let abort: AbortController | null = null;

export function usePlanning<T>(selector: (state: PlanningState) => T): T {
  return useStore(store, useShallow(selector));
}

export function planningNow(): PlanningState {
  return store.getState();
}

/** Plans and puts the plan in force. One undo step. */
export async function planNow(why = 'Plan'): Promise<void> {
  const clicked = performance.now();
  const made = await makePlan();
  if (!made) return;
  const stored = await storePlan(made.plan, why);
  store.setState({ ...IDLE, problem: stored });
  if (stored !== null) return;
  announce(planSentence(workspaceNow().lastRun));
  inBackground(noteDrawn(made.plan.planId, clicked));
}

/** Plans without storing; `applyPreview` or `discardPreview` ends it. */
export async function previewPlan(): Promise<void> {
  const made = await makePlan();
  if (!made) return;
  // Looked at, not agreed to: a page that ends now must not find it in force at its next start.
  await acknowledge(made.plan.planId);
  const projects = new Map(workspaceNow().projects.map((project) => [project.id, project.name]));
  const preview = previewOf(made.problem, made.plan, projects);
  store.setState({ phase: 'previewing', progress: null, problem: null, preview });
  announce(`${preview.rows.length} changes to look at, nothing has moved yet`);
}

/** Stops a plan that is being made; nothing changes. */
export function cancelPlan(): void {
  abort?.abort();
}

/** Applies the ticked rows, by key. */
export async function applyPreview(keep: ReadonlySet<string>): Promise<void> {
  const { preview } = store.getState();
  if (!preview) return;
  const { placements, heldBack } = keepRows(preview, workspaceNow().placements, keep);
  const stored = await storePlan({ ...preview.plan, placements: [...placements] }, 'Preview');
  store.setState({ ...IDLE, problem: stored });
  if (stored !== null) return;
  announce(planSentence(workspaceNow().lastRun));
  if (heldBack.length > 0) {
    showNotice({
      title: `${heldBack.length} more ${heldBack.length === 1 ? 'item stays' : 'items stay'} where they were`,
      body: 'What you kept in place takes the time they would have moved to.',
    });
  }
}

export function discardPreview(): void {
  store.setState(IDLE);
}

/** A plan that was made and never stored, because the page or the host ended in between. Returns whether one was stored. */
export async function recoverPendingPlan(): Promise<boolean> {
  const outcome = await host().request('plan.pending', {});
  const plan = outcome.kind === 'ok' ? outcome.value.plan : null;
  if (!plan) return false;
  if (isStillWanted(plan, workspaceNow(), now())) return (await storePlan(plan, 'Recovered')) === null;
  await acknowledge(plan.planId);
  return false;
}

/** Stores a plan once: the same plan id again changes nothing. Returns the problem, or null. */
export async function storePlan(plan: IdentifiedPlan, why: string): Promise<string | null> {
  const stored = await commit(planLabel(plan), async (state) => {
    if (await database().runs.get(plan.planId)) return {};
    const change = planChange(state, plan, why);
    return { ...change, deletes: { ...change.deletes, runs: await oldRuns() } };
  });
  // Also when it could not be stored: that was said, and by the next start the workspace may be another one.
  await acknowledge(plan.planId);
  return stored.ok ? null : stored.error;
}

async function makePlan(): Promise<{ plan: IdentifiedPlan; problem: PlanningProblem } | null> {
  if (store.getState().phase === 'planning') return null;
  abort = new AbortController();
  store.setState({
    phase: 'planning',
    progress: { fraction: 0, phase: 'Looking at the calendar' },
    problem: null,
    preview: null,
  });
  try {
    for (let attempt = 1; ; attempt += 1) {
      const { problem, revision } = await presentProblem();
      const outcome = await host().request('plan.run', problem, {
        signal: abort.signal,
        onProgress: (progress) => store.setState({ progress }),
      });
      if (outcome.kind === 'cancelled') {
        store.setState(IDLE);
        announce('Planning stopped, nothing has moved');
        return null;
      }
      if (outcome.kind === 'failed') return fail(sentence(outcome.error));
      if (workspaceNow().revision === revision || attempt === ATTEMPTS)
        return { plan: { ...outcome.value, plannedAt: problem.now }, problem };
      await acknowledge(outcome.value.planId);
    }
  } catch (error) {
    return fail(`The plan could not be made: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    abort = null;
  }
}

function fail(problem: string): null {
  store.setState({ ...IDLE, problem });
  announce(problem, 'assertive');
  return null;
}

/** What the user reads of a failure of the host: what happened, and on a second line what to do. */
export function sentence(error: HostError): string {
  return error.advice === '' ? error.message : `${error.message}\n${error.advice}`;
}

/** Run records past the newest ones that are kept. */
async function oldRuns(): Promise<string[]> {
  return (await database()
    .runs.orderBy('order')
    .reverse()
    .offset(KEPT_RUNS - 1)
    .primaryKeys()) as string[];
}

async function acknowledge(planId: string): Promise<void> {
  await host().request('plan.acknowledge', { planId });
}

function planLabel(plan: IdentifiedPlan): string {
  const tasks = new Set(plan.placements.filter((x) => x.kind === 'task').map((x) => x.id)).size;
  return `Plan ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`;
}

/** Completes the run record with the time from the click to the frame that shows the plan. */
async function noteDrawn(planId: string, clicked: number): Promise<void> {
  const drawn = await drawnFrame();
  await commit(null, async () => {
    const run = await database().runs.get(planId);
    if (!run || run.clickToDrawnMilliseconds !== null) return {};
    return { puts: { runs: [{ ...run, clickToDrawnMilliseconds: Math.round(drawn - clicked) }] } };
  });
}

/** For tests and a page that starts again. */
export function resetPlanning(): void {
  abort?.abort();
  store.setState(IDLE);
}
