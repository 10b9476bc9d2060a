// What the pool finds for a plan in force that has to give way a little: asked for on the newest state and stored on the state it was made from.
import type { Placement } from '#shared/engine/plan';
import type { RequestOutput } from '#shared/ipc/contract';
import type { PlanningProblem } from '#shared/planning/problem';
import type { Change } from '../db/change';
import { commit } from './commit';
import { host } from './host';
import { asMoved, type Moved, movedBetween, withPlacements } from './mended-plan';
import { mendedRun } from './mended-run';
import type { Touched } from './planned-over';
import { onPlanning, planningNow, sentence } from './planning';
import { showNotice } from './toasts';
import type { WorkspaceState } from './workspace';

/** What the plan did about it. */
export interface Followed {
  /** Have another place, or one at last; in order of time. */
  readonly moved: readonly Moved[];
  /** Urgent tasks among them that had none. */
  readonly placed: readonly Moved[];
  /** Titles of what lost its place, or found none. */
  readonly homeless: readonly string[];
}

export interface Answer {
  readonly followed: Followed;
  readonly change: (why: string) => Change;
}

/** A workspace that changes between each of these would have to be asked about without end. */
export const ATTEMPTS = 4;

/** How an undo step of it begins. */
export const REPLAN_LABEL = 'Replan: ';

/** Before the first plan, and after its undo, nothing is in force that could follow. */
export function isInForce(state: WorkspaceState): boolean {
  return state.status === 'ready' && state.lastRun !== null && state.placements.length > 0;
}

/** Resolves when no plan is being made or looked at. */
export function planningEnded(): Promise<void> {
  if (planningNow().phase === 'idle') return Promise.resolve();
  return new Promise((resolve) => {
    const end = onPlanning(({ phase }) => {
      if (phase !== 'idle') return;
      end();
      resolve();
    });
  });
}

/** The pool's answer; null when there is none, which is told under the title `failure`. */
export async function askAbout(
  problem: PlanningProblem,
  { present, change }: Touched,
  failure: string,
): Promise<RequestOutput<'plan.follow'> | null> {
  const outcome = await host().request('plan.follow', { problem: { ...problem, present: [...present] }, change });
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'failed') showNotice({ title: failure, body: sentence(outcome.error), tone: 'problem' });
  return null;
}

/** Stores an answer as one undo step on the state it was made from. `outdated`: that is not the newest any more; `refused` was told. */
export async function storeAnswer(
  { revision }: WorkspaceState,
  answer: Answer,
  why: string,
): Promise<'stored' | 'outdated' | 'refused'> {
  const stored = await commit(`${REPLAN_LABEL}${why}`, (newest) =>
    newest.revision === revision ? answer.change(why) : OUTDATED,
  );
  if (stored.ok) return 'stored';
  if (stored.error === OUTDATED) return 'outdated';
  showNotice({ title: stored.error, tone: 'problem' });
  return 'refused';
}

const OUTDATED = 'The workspace changed while the plan followed.';

/** Null where the answer would cost an urgent task the place it has. */
export function answerOf(
  state: WorkspaceState,
  problem: PlanningProblem,
  { present, change: { wanting } }: Touched,
  answer: RequestOutput<'plan.follow'>,
): Answer | null {
  const had = new Set(problem.present.map(({ id }) => id));
  const has = new Set(answer.placements.map(({ id }) => id));
  if (wanting.some((id) => had.has(id) && !has.has(id))) return null;
  const isNew = (placement: Placement) => wanting.includes(placement.id) && !had.has(placement.id);
  const placed = asMoved(state, answer.placements.filter(isNew));
  const ahead = problem.present.filter((one) => present.includes(one) || wanting.includes(one.id));
  const moved = [...movedBetween(state, ahead, answer.placements), ...placed].sort((a, b) => a.start - b.start);
  const lost = answer.scope === 'none' ? [] : present.filter(({ id }) => !has.has(id)).map(({ id }) => id);
  const homeless = [...new Set([...lost, ...wanting.filter((id) => !has.has(id))])];
  const titles = new Map([...state.tasks, ...state.habits].map(({ id, title }) => [id, title]));
  return {
    followed: { moved, placed, homeless: homeless.map((id) => titles.get(id) ?? id) },
    change: (why) => {
      const rows = withPlacements(state.placements, {}, ahead, answer.placements);
      const run = mendedRun(state, problem, answer, moved.length, why);
      return { ...rows, puts: { ...rows.puts, runs: [run] } };
    },
  };
}
