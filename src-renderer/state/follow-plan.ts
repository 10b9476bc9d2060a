// The plan in force follows the calendar: what new or changed events cover gets another place, and an urgent task gets one at once.
// That is an undo step of its own, so that events can stay where the move is not wanted. Undo and redo are never followed: they bring
// back a state that was in force. Invariants: (1) the host is asked only when something is touched; (2) a plan that is being made or
// looked at is waited for; (3) an answer is stored only on the state it was made from.
import type { Placement } from '#shared/engine/plan';
import type { RequestOutput } from '#shared/ipc/contract';
import type { PlanningProblem } from '#shared/planning/problem';
import type { Change } from '../db/change';
import type { RunRecord } from '../db/rows';
import { commit, onCommitted } from './commit';
import { followedWords } from './followed-words';
import { host } from './host';
import { inBackground } from './in-background';
import { asMoved, expandAhead, type Moved, movedBetween, storedProblem, withPlacements } from './mended-plan';
import { newId } from './new-id';
import { placementKey } from './placement-key';
import { isStoredPlan } from './plan-change';
import { planChecks } from './plan-checks';
import { happenedBy, isNothing, NOTHING_HAPPENED, plannedOver, type Touched, together } from './planned-over';
import { onPlanning, planNow, planningNow, sentence } from './planning';
import { offerUndo } from './run-edit';
import { showNotice } from './toasts';
import { type WorkspaceState, workspaceNow } from './workspace';

/** What the plan did about it. */
export interface Followed {
  /** Have another place, or one at last; in order of time. */
  readonly moved: readonly Moved[];
  /** Urgent tasks among them that had none. */
  readonly placed: readonly Moved[];
  /** Titles of what lost its place, or found none. */
  readonly homeless: readonly string[];
}

/** Changes within this time are one replan; a little longer than habits take, so that it meets them where they stay. */
const SETTLE_MILLISECONDS = 300;
const ATTEMPTS = 4;

let happened = NOTHING_HAPPENED;
let timer: ReturnType<typeof setTimeout> | null = null;
let running: Promise<Followed | null> = Promise.resolve(null);

/** Follows from now on. Returns the function that ends it. */
export function followPlan(): () => void {
  happened = NOTHING_HAPPENED;
  const end = onCommitted((change, { by, label, inverse }) => {
    if (by !== 'edit' || label === null) return;
    // A plan has seen to everything, and who moves placements has seen to what they push.
    if (isStoredPlan(change)) happened = NOTHING_HAPPENED;
    if (hasPlacements(change)) return;
    const news = happenedBy(change, inverse);
    if (isNothing(news)) return;
    happened = together(happened, news);
    timer ??= setTimeout(() => inBackground(followAloud()), SETTLE_MILLISECONDS);
  });
  return () => {
    end();
    stopTimer();
  };
}

/** Follows what happened so far at once and tells nobody: whoever asks tells it with its own news. Null when the plan stays as it is. */
export function followNow(): Promise<Followed | null> {
  stopTimer();
  running = running.catch(() => null).then(follow);
  return running;
}

async function followAloud(): Promise<void> {
  const followed = await followNow();
  if (!followed) return;
  const { title, body } = followedWords(followed, workspaceNow().settings.timeZone);
  if (followed.moved.length === 0) {
    showNotice({ title, body, action: { label: 'Plan', run: () => void planNow() } });
  } else offerUndo(title, body);
}

function stopTimer(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

async function follow(): Promise<Followed | null> {
  let mine = NOTHING_HAPPENED;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await planningEnded();
    if (isNothing(happened) && isNothing(mine)) return null;
    await expandAhead();
    const state = workspaceNow();
    mine = together(mine, happened);
    happened = NOTHING_HAPPENED;
    if (state.settings.keepPlanAlive === false || !isInForce(state)) return null;
    const problem = await storedProblem(state);
    const touched = plannedOver(problem, mine);
    if (touched === null) return null;
    const outcome = await host().request('plan.follow', {
      problem: { ...problem, present: [...touched.present] },
      change: touched.change,
    });
    if (outcome.kind === 'cancelled') return null;
    if (outcome.kind === 'failed') {
      showNotice({ title: 'The plan could not follow', body: sentence(outcome.error), tone: 'problem' });
      return null;
    }
    const answer = answerOf(state, problem, touched, outcome.value);
    if (answer === null) return null;
    if (answer.followed.moved.length === 0) return answer.followed.homeless.length > 0 ? answer.followed : null;
    const { title } = followedWords(answer.followed, state.settings.timeZone);
    const stored = await commit(`${REPLAN_LABEL}${title}`, (newest) =>
      newest.revision === state.revision ? answer.change(title) : OUTDATED,
    );
    if (stored.ok) return answer.followed;
    if (stored.error !== OUTDATED) {
      showNotice({ title: stored.error, tone: 'problem' });
      return null;
    }
  }
  return null;
}

const OUTDATED = 'The workspace changed while the plan followed.';

/** How an undo step of it begins. */
export const REPLAN_LABEL = 'Replan: ';

/** Before the first plan, and after its undo, nothing is in force that could follow. */
export function isInForce(state: WorkspaceState): boolean {
  return state.status === 'ready' && state.lastRun !== null && state.placements.length > 0;
}

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

export interface Answer {
  readonly followed: Followed;
  readonly change: (why: string) => Change;
}

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
      const run = runRecord(state, problem, answer, moved.length, why);
      return { ...rows, puts: { ...rows.puts, runs: [run] } };
    },
  };
}

function runRecord(
  state: WorkspaceState,
  problem: PlanningProblem,
  answer: RequestOutput<'plan.follow'>,
  moved: number,
  why: string,
): RunRecord {
  const placed = new Set(answer.placements.map(placementKey));
  const told = new Set(answer.unplaced.map(({ id, day }) => `${id} ${day ?? ''}`));
  const stillHomeless = state.unplaced.filter(
    (one) => !told.has(`${one.id} ${one.day ?? ''}`) && !placed.has(placementKey(one)),
  );
  const unplaced = [...answer.unplaced, ...stillHomeless];
  return {
    planId: newId('run'),
    order: (state.lastRun?.order ?? 0) + 1,
    plannedAt: problem.now,
    why,
    scope: answer.scope === 'none' ? 'touched' : answer.scope,
    tasks: answer.metrics.groupSizes.reduce((sum, size) => sum + size, 0),
    habits: 0,
    totalMilliseconds: answer.totalMilliseconds,
    clickToDrawnMilliseconds: null,
    moved,
    late: answer.quality.lateTasks,
    quality: { ...answer.quality, unplaced: unplaced.length },
    metrics: answer.metrics,
    unplaced,
    checks: planChecks(state, answer.placements, problem.events),
  };
}

function hasPlacements({ puts, deletes }: Change): boolean {
  return (puts?.placements?.length ?? 0) + (deletes?.placements?.length ?? 0) > 0;
}
