// Plans only what is late or has no place, around everything else as it stands. One undo step; a plan that gains nothing is not stored.
import { groupBy } from '#shared/base/group-by';
import type { Placement } from '#shared/engine/plan';
import type { RequestOutput } from '#shared/ipc/contract';
import { lateMinutesByTask } from '#shared/planning/first-levels';
import { type Instant, parseInstant } from '#shared/time/instant';
import { announce } from './announce';
import { now } from './clock';
import { ATTEMPTS, answerOf, askAbout, isInForce, planningEnded, storeAnswer } from './mend-in-pool';
import { expandAhead, storedProblem } from './mended-plan';
import type { Touched } from './planned-over';
import { planNow } from './planning';
import { showNotice } from './toasts';
import { type WorkspaceState, workspaceNow } from './workspace';

/** Ids of tasks, in the order they are stored. */
export interface LateWork {
  readonly late: readonly string[];
  /** Without a place ahead, as a task whose time went by undone. */
  readonly homeless: readonly string[];
}

const NONE: LateWork = { late: [], homeless: [] };

/** None before the first plan. What is locked, under way or behind in no minute is left alone. */
export function lateWork(state: WorkspaceState, at: Instant): LateWork {
  if (!isInForce(state)) return NONE;
  const ahead = groupBy(
    state.placements.filter(({ kind, end }) => kind === 'task' && parseInstant(end)! > at),
    ({ id }) => id,
  );
  const late: string[] = [];
  const homeless: string[] = [];
  for (const task of state.tasks) {
    if (task.status !== 'open' || task.pinnedStart !== null || task.durationMinutes <= task.doneMinutes) continue;
    const own = ahead.get(task.id) ?? [];
    if (own.length === 0) homeless.push(task.id);
    else if (own.some((x) => x.lateMinutes > 0) && own.every((x) => parseInstant(x.start)! > at)) late.push(task.id);
  }
  return { late, homeless };
}

/** Returns whether a plan was put in force; else why not was told. */
export async function planLate(): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await planningEnded();
    await expandAhead();
    const state = workspaceNow();
    const work = lateWork(state, now());
    const wanting = [...work.late, ...work.homeless];
    if (wanting.length === 0) {
      showNotice({ title: 'Nothing is late, and all tasks have a place' });
      return false;
    }
    const problem = await storedProblem(state);
    const present = problem.present.filter(
      ({ kind, id, end }) =>
        parseInstant(end)! > parseInstant(problem.now)! && !(kind === 'task' && wanting.includes(id)),
    );
    const touched: Touched = { present, change: { taken: [], wanting, atMost: 'touched' } };
    const reply = await askAbout(problem, touched, 'What is late could not be planned');
    if (reply === null) return false;
    const answer = gains(state.placements, reply, work) ? answerOf(state, problem, touched, reply) : null;
    if (answer === null) {
      showNotice({
        title: 'No better place beside what stands',
        body: 'Plan makes all of it anew.',
        action: { label: 'Plan', run: () => void planNow() },
      });
      return false;
    }
    const count = new Set(answer.followed.moved.map(({ id }) => id)).size;
    const why = `Planned only ${count} ${count === 1 ? 'task' : 'tasks'}`;
    const stored = await storeAnswer(state, answer, why);
    if (stored === 'stored') {
      const { homeless } = answer.followed;
      announce(`${why}, all else stands still${homeless.length === 0 ? '' : `. No place for ${homeless.join(', ')}`}`);
      return true;
    }
    if (stored === 'refused') return false;
  }
  showNotice({ title: 'The workspace changed while the late tasks were planned.', tone: 'problem' });
  return false;
}

/** Whether what was late is less so, or something has a place that had none; and never later for it. */
function gains(
  present: readonly Placement[],
  answer: RequestOutput<'plan.follow'>,
  { late, homeless }: LateWork,
): boolean {
  if (answer.scope === 'none') return false;
  const before = minutesLate(present, late);
  const after = minutesLate(answer.placements, late);
  const placed = answer.placements.some(({ kind, id }) => kind === 'task' && homeless.includes(id));
  return after < before || (after === before && placed);
}

function minutesLate(placements: readonly Placement[], ids: readonly string[]): number {
  const late = lateMinutesByTask(placements);
  return ids.reduce((sum, id) => sum + (late.get(id) ?? 0), 0);
}
