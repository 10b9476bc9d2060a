// Filling a stretch with posts: snapshot, plan in the host (which proves it), store in one transaction.

import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { percent } from '#shared/base/percent';
import { storedInstant } from '#shared/engine/epoch-minute';
import type { RequestOutput } from '#shared/ipc/contract';
import type { Progress } from '#shared/ipc/outcome';
import { type Day, plusDays, weekdayOf } from '#shared/time/day';
import type { Instant } from '#shared/time/instant';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import type { PostPlanRecord } from '../../db/post-rows';
import { counted } from '../../ui/format-count';
import { announce } from '../announce';
import { now, nowText } from '../clock';
import { commit } from '../commit';
import { host } from '../host';
import { newId } from '../new-id';
import { sentence } from '../planning';
import { database } from '../store';
import { type WorkspaceState, workspaceNow } from '../workspace';
import { type PlanScope, planChange, scopedFile } from './plan-scope';

export interface PostPlanning {
  readonly phase: 'idle' | 'planning';
  readonly progress: Progress | null;
  readonly problem: string | null;
  /** "Placed 7 posts in 31 ms, 1 without a place"; empty before the first plan. Undo takes it back while `undoLabel` is its label. */
  readonly said: string;
  /** The undo step of the last plan. */
  readonly label: string | null;
}

export type PostsPlanned = RequestOutput<'posts.plan'>;

const IDLE: PostPlanning = { phase: 'idle', progress: null, problem: null, said: '', label: null };
const ATTEMPTS = 3;
const KEPT_PLANS = 100;

const store = createStore<PostPlanning>(() => IDLE);
let abort: AbortController | null = null;

export function usePostPlanning<T>(selector: (state: PostPlanning) => T): T {
  return useStore(store, useShallow(selector));
}

export function postPlanningNow(): PostPlanning {
  return store.getState();
}

/** From now, or from the Monday if the week is still to come, to the end of the week of a day. */
export function weekScope(day: Day): PlanScope {
  const zone = workspaceNow().settings.timeZone;
  const monday = plusDays(day, 1 - weekdayOf(day));
  const start = instantAtMinute(zone, monday, 0);
  const until = instantAtMinute(zone, plusDays(monday, 7), 0);
  return { from: Math.max(start, now()) as Instant, until, jobId: null };
}

/** Plans the open posts of the week of a day, and of as many weeks after it as asked. Returns whether a plan was stored. */
export function fillWeek(day: Day = dayAt(workspaceNow().settings.timeZone, now()), weeks = 1): Promise<boolean> {
  const { from, jobId } = weekScope(day);
  const { until } = weekScope(plusDays(day, 7 * (weeks - 1)));
  return planPostsIn({ from, until, jobId });
}

/** Plans and puts the plan in force, as one undo step. Returns whether it was stored. */
export async function planPostsIn(scope: PlanScope, why = 'Fill the week'): Promise<boolean> {
  if (store.getState().phase === 'planning') return false;
  if (scope.until <= now()) return refuse('That week is over: choose this week or a later one.');
  abort = new AbortController();
  store.setState({ ...IDLE, phase: 'planning', progress: { fraction: 0, phase: 'Looking at the posts' } });
  try {
    for (let attempt = 1; ; attempt += 1) {
      const state = workspaceNow();
      const { file, open } = scopedFile(state, scope);
      if (open.size === 0) return refuse('There is no post to place in this stretch.');
      const outcome = await host().request(
        'posts.plan',
        { file, models: state.posts.models, now: nowText(), seed: 1 },
        { signal: abort.signal, onProgress: (progress) => store.setState({ progress }) },
      );
      if (outcome.kind === 'cancelled') {
        store.setState(IDLE);
        announce('Planning stopped, nothing has moved');
        return false;
      }
      if (outcome.kind === 'failed') return refuse(sentence(outcome.error));
      // Somebody changed the posts meanwhile: the plan is of a queue that is no more.
      if (workspaceNow().posts !== state.posts && attempt < ATTEMPTS) continue;
      return await storePostPlan(outcome.value, open, scope, why);
    }
  } catch (error) {
    return refuse(`The posts could not be planned: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    abort = null;
  }
}

/** Stops a plan that is being made; nothing changes. */
export function cancelPostPlan(): void {
  abort?.abort();
}

/** For tests and a page that starts again. */
export function resetPostPlanning(): void {
  abort?.abort();
  store.setState(IDLE);
}

async function storePostPlan(
  planned: PostsPlanned,
  open: ReadonlySet<string>,
  scope: PlanScope,
  why: string,
): Promise<boolean> {
  const placed = planned.plan.placements.filter(({ id }) => open.has(id)).length;
  const label = `Plan ${counted(placed, 'post')}`;
  const stored = await commit(label, async (state) => {
    const change = planChange(state, open, planned.plan);
    const record = planRecord(state, planned, open, scope, why);
    return {
      puts: { ...change.puts, postPlans: [record] },
      deletes: { ...change.deletes, postPlans: await oldPlans() },
    };
  });
  if (!stored.ok) return refuse(stored.error);
  const without = open.size - placed;
  const rest = without > 0 ? `, ${without} without a place` : '';
  const said = `Placed ${counted(placed, 'post')} in ${Math.max(1, Math.round(planned.totalMilliseconds))} ms${rest}${roomForBetter(planned.plan.quality)}`;
  store.setState({ ...IDLE, said, label });
  announce(said);
  return true;
}

/** Of a small plan that was not proven in its time: how much better another could be at most. Of a large one nothing is known. */
export function roomForBetter({ optimal, bound, worth }: PostsPlanned['plan']['quality']): string {
  if (optimal || bound === null || worth <= 0) return '';
  return `, at most ${percent(Math.max(0.001, (bound - worth) / worth), 1)} better is possible`;
}

function planRecord(
  state: WorkspaceState,
  { plan, from, to, totalMilliseconds }: PostsPlanned,
  open: ReadonlySet<string>,
  scope: PlanScope,
  why: string,
): PostPlanRecord {
  const before = new Map(state.posts.placements.map((placement) => [placement.id, storedInstant(placement.start)]));
  const moved = plan.placements.filter(({ id, start }) => {
    const then = before.get(id);
    return open.has(id) && then !== undefined && then !== storedInstant(start);
  }).length;
  return {
    planId: newId('post-plan'),
    order: (state.lastPostPlan?.order ?? 0) + 1,
    plannedAt: nowText(),
    from,
    to,
    why,
    bulkJobId: scope.jobId,
    totalMilliseconds,
    moved,
    quality: plan.quality,
    waves: plan.waves,
  };
}

async function oldPlans(): Promise<string[]> {
  const keys = database()
    .postPlans.orderBy('order')
    .reverse()
    .offset(KEPT_PLANS - 1);
  return (await keys.primaryKeys()) as string[];
}

function refuse(problem: string): false {
  store.setState({ ...IDLE, problem });
  announce(problem, 'assertive');
  return false;
}
