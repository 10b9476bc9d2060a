// The Plan button: snapshot, plan (the host verifies and journals it), store in one transaction, acknowledge.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { CalendarEvent } from '#shared/calendar/event';
import type { Placement } from '#shared/engine/plan';
import type { HostError, Progress } from '#shared/ipc/outcome';
import type { IdentifiedPlan, PlanningProblem } from '#shared/planning/problem';
import { labelsSincePlan } from '../db/change';
import { readEventsBetween } from '../db/event-range';
import type { RunStorage } from '../db/rows';
import { announce } from './announce';
import { now } from './clock';
import { commit, commitPlan } from './commit';
import { drawnFrame } from './drawn-frame';
import { host } from './host';
import { inBackground } from './in-background';
import { lockedIn } from './lock-placements';
import { isStillWanted } from './pending-plan';
import { planChange } from './plan-change';
import { planChecks } from './plan-checks';
import { keepRows, type PlanPreview, previewOf, spanOf } from './plan-preview';
import { planSentence } from './plan-sentence';
import { presentProblem } from './planning-problem';
import { database } from './store';
import { showNotice } from './toasts';
import { type WorkspaceState, workspaceNow } from './workspace';

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
/** Of what happened since the last plan, as far back as one would remember. */
const SINCE_SHOWN = 12;

const store = createStore<PlanningState>(() => IDLE);
let abort: AbortController | null = null;

export function usePlanning<T>(selector: (state: PlanningState) => T): T {
  return useStore(store, useShallow(selector));
}

export function planningNow(): PlanningState {
  return store.getState();
}

/** Calls the listener with each step of planning; returns the function that ends it. */
export function onPlanning(listener: (state: PlanningState) => void): () => void {
  return store.subscribe(listener);
}

/** Plans and puts the plan in force. One undo step. */
export async function planNow(why = 'Plan'): Promise<void> {
  const clicked = mark('clicked');
  for (let attempt = 1; ; attempt += 1) {
    const made = await makePlan();
    if (!made) return;
    const stored = await putInForce(made.plan, why, {
      events: made.problem.events,
      // Another tab may have written too, and its word of it may still be on the way: then the plan is made again.
      adjust: ({ newestStep }) => (newestStep === made.newestStep || attempt === ATTEMPTS ? made.plan : null),
      inForce: planIsInForce,
    });
    if (stored.problem !== null) {
      const outdated = stored.problem === OUTDATED;
      store.setState({ ...IDLE, problem: outdated ? null : stored.problem });
      if (outdated) continue;
      return;
    }
    inBackground(noteStored(made.plan.planId, stored.storage, clicked));
    return;
  }
}

/** Plans without storing; `applyPreview` or `discardPreview` ends it. */
export async function previewPlan(): Promise<void> {
  const made = await makePlan();
  if (!made) return;
  // Looked at, not agreed to: a page that ends now must not find it in force at its next start.
  await acknowledge(made.plan.planId);
  const projects = new Map(workspaceNow().projects.map((project) => [project.id, project.name]));
  const since = await labelsSincePlan(database(), SINCE_SHOWN);
  const preview = { ...previewOf(made.problem, made.plan, projects), madeFrom: made.newestStep, since };
  store.setState({ phase: 'previewing', progress: null, problem: null, preview });
  announce(`${preview.rows.length} changes to look at, nothing has moved yet`);
}

/** Stops a plan that is being made; nothing changes. */
export function cancelPlan(): void {
  abort?.abort();
}

/**
 * Applies the ticked rows, by key, and locks some of them where they come to stand. A preview is of one state of the workspace: when something was changed since, here or in
 * another tab, nothing is applied and a new preview is made.
 */
export async function applyPreview(keep: ReadonlySet<string>, locked: ReadonlySet<string> = new Set()): Promise<void> {
  const { preview } = store.getState();
  if (!preview) return;
  const clicked = performance.now();
  let heldBack: readonly string[] = [];
  const stored = await putInForce(preview.plan, 'Preview', {
    adjust: (state) => {
      if (state.newestStep !== preview.madeFrom) return null;
      const kept = keepRows(preview, state.placements, keep);
      heldBack = kept.heldBack;
      return { ...preview.plan, placements: [...kept.placements] };
    },
    locked: new Set([...locked].filter((key) => keep.has(key))),
    inForce: planIsInForce,
  });
  if (stored.problem === OUTDATED) {
    store.setState(IDLE);
    await previewPlan();
    showNotice({ title: 'Something changed since the preview was made', body: 'It was made anew. Nothing has moved.' });
    return;
  }
  if (stored.problem !== null) {
    store.setState({ ...IDLE, problem: stored.problem });
    return;
  }
  inBackground(noteStored(preview.plan.planId, stored.storage, clicked));
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
  return (await putInForce(plan, why)).problem;
}

const OUTDATED = 'The workspace changed since the preview was made.';

interface PutInForce {
  readonly problem: string | null;
  /** Null when it was stored before. */
  readonly storage: RunStorage | null;
}

interface PuttingInForce {
  /** May change the plan to the state it meets, or refuse with null. */
  readonly adjust?: (state: WorkspaceState) => IdentifiedPlan | null;
  /** Keys of placements that stay where the plan puts them. */
  readonly locked?: ReadonlySet<string>;
  /** The events a plan that was just made went around; else they are read. Such a plan was never stored before. */
  readonly events?: readonly CalendarEvent[];
  /** Called at once with the memory brought up to it. */
  readonly inForce?: () => void;
}

/** The end of a plan that the user asked for. */
function planIsInForce(): void {
  store.setState(IDLE);
  announce(planSentence(workspaceNow().lastRun));
}

/** One transaction for the plan with its inverse and its run record. */
async function putInForce(
  plan: IdentifiedPlan,
  why: string,
  { adjust = () => plan, locked, events, inForce }: PuttingInForce = {},
): Promise<PutInForce> {
  const build = async (state: WorkspaceState) => {
    if (!events && (await database().runs.get(plan.planId))) return {};
    const adjusted = adjust(state);
    if (adjusted === null) return OUTDATED;
    const around = events ?? (await eventsAround(adjusted.placements));
    const change = planChange(state, adjusted, why, planChecks(state, adjusted.placements, around));
    const kept = locked ? lockedIn(state, adjusted.placements, change, locked) : change;
    return { ...kept, deletes: { ...kept.deletes, runs: await oldRuns(state) } };
  };
  const stored = await commitPlan(planLabel(plan), build, inForce);
  mark('stored');
  // Also when it could not be stored: that was said, and by the next start the workspace may be another one. Nobody waits for it.
  inBackground(acknowledge(plan.planId));
  if (!stored.ok) return { problem: stored.error, storage: null };
  const { milliseconds = 0, rowsWritten = 0 } = stored.value ?? {};
  return { problem: null, storage: stored.value && { transactions: 1, milliseconds, rowsWritten } };
}

async function eventsAround(placements: readonly Placement[]): Promise<readonly CalendarEvent[]> {
  const spans = placements.map(spanOf);
  if (spans.length === 0) return [];
  const from = spans.reduce((least, span) => (span.start < least ? span.start : least), spans[0]!.start);
  const to = spans.reduce((most, span) => (span.end > most ? span.end : most), spans[0]!.end);
  return readEventsBetween(database(), from, to);
}

interface MadePlan {
  readonly plan: IdentifiedPlan;
  readonly problem: PlanningProblem;
  /** Number of the newest user action that it knows of. */
  readonly newestStep: number;
}

async function makePlan(): Promise<MadePlan | null> {
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
      mark('asked');
      const outcome = await host().request('plan.run', problem, {
        signal: abort.signal,
        onProgress: (progress) => store.setState({ progress }),
      });
      mark('answered');
      if (outcome.kind === 'cancelled') {
        store.setState(IDLE);
        announce('Planning stopped, nothing has moved');
        return null;
      }
      if (outcome.kind === 'failed') return fail(sentence(outcome.error));
      const { revision: revisionNow, newestStep } = workspaceNow();
      if (revisionNow === revision || attempt === ATTEMPTS)
        return { plan: { ...outcome.value, plannedAt: problem.now }, problem, newestStep };
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

/** Run records past the newest ones that are kept. They are numbered from 1, so that few runs need no look. */
async function oldRuns({ lastRun }: WorkspaceState): Promise<string[]> {
  if ((lastRun?.order ?? 0) < KEPT_RUNS) return [];
  return (await database()
    .runs.orderBy('order')
    .reverse()
    .offset(KEPT_RUNS - 1)
    .primaryKeys()) as string[];
}

async function acknowledge(planId: string): Promise<void> {
  await host().request('plan.acknowledge', { planId });
}

/** Marks a moment of a plan in the browser's own timeline, for its profiler and for the benchmark. The value is the moment. */
function mark(moment: 'clicked' | 'asked' | 'answered' | 'stored' | 'drawn'): number {
  return performance.mark(`plan ${moment}`).startTime;
}

function planLabel(plan: IdentifiedPlan): string {
  const tasks = new Set(plan.placements.filter((x) => x.kind === 'task').map((x) => x.id)).size;
  return `Plan ${tasks} ${tasks === 1 ? 'task' : 'tasks'}`;
}

/** Completes the run record with what is known only afterwards: the transaction, and the time from the click to the frame that shows the plan. */
async function noteStored(planId: string, storage: RunStorage | null, clicked: number): Promise<void> {
  const drawn = await drawnFrame();
  mark('drawn');
  await commit(null, async () => {
    const run = await database().runs.get(planId);
    if (!run || run.clickToDrawnMilliseconds !== null) return {};
    const clickToDrawnMilliseconds = Math.round(drawn - clicked);
    return { puts: { runs: [{ ...run, clickToDrawnMilliseconds, ...(storage ? { storage } : {}) }] } };
  });
}
