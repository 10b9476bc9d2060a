// The plan in force follows the calendar: what new or changed events cover gets another place, and an urgent task gets one at once.
// That is an undo step of its own, so that events can stay where the move is not wanted. Undo and redo are never followed: they bring
// back a state that was in force. Invariants: (1) the host is asked only when something is touched; (2) a plan that is being made or
// looked at is waited for; (3) an answer is stored only on the state it was made from.
import type { Change } from '../db/change';
import { onCommitted } from './commit';
import { followedWords } from './followed-words';
import { inBackground } from './in-background';
import { ATTEMPTS, answerOf, askAbout, type Followed, isInForce, planningEnded, storeAnswer } from './mend-in-pool';
import { expandAhead, storedProblem } from './mended-plan';
import { isStoredPlan } from './plan-change';
import { happenedBy, isNothing, NOTHING_HAPPENED, plannedOver, together } from './planned-over';
import { planNow } from './planning';
import { offerUndo } from './run-edit';
import { showNotice } from './toasts';
import { workspaceNow } from './workspace';

/** Changes within this time are one replan; a little longer than habits take, so that it meets them where they stay. */
const SETTLE_MILLISECONDS = 300;

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
    const reply = await askAbout(problem, touched, 'The plan could not follow');
    if (reply === null) return null;
    const answer = answerOf(state, problem, touched, reply);
    if (answer === null) return null;
    if (answer.followed.moved.length === 0) return answer.followed.homeless.length > 0 ? answer.followed : null;
    const { title } = followedWords(answer.followed, state.settings.timeZone);
    const stored = await storeAnswer(state, answer, title);
    if (stored === 'stored') return answer.followed;
    if (stored === 'refused') return null;
  }
  return null;
}

function hasPlacements({ puts, deletes }: Change): boolean {
  return (puts?.placements?.length ?? 0) + (deletes?.placements?.length ?? 0) > 0;
}
