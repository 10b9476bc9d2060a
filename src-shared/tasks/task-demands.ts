// Open work as demands of the search; work that cannot be searched for is refused here with its reason.
import { listOf } from '../base/list-of';
import { type EpochMinute, minuteFloor, storedInstant } from '../engine/epoch-minute';
import type { Horizon } from '../engine/horizon';
import type { Unplaced } from '../engine/plan';
import { partWindow } from './part-of-day';
import type { Task } from './task';
import { PRIORITY_WEIGHT, type TaskDemand } from './task-demand';
import { dueMinute, earliestMinute, type TaskWork } from './task-work';

export interface TaskDemands {
  readonly demands: readonly TaskDemand[];
  /** The task of each demand. */
  readonly tasks: readonly Task[];
  readonly refused: readonly Unplaced[];
}

/** `work` sorted by id: the answer must not hang on the order in which tasks were stored. */
export function demandsOf(work: readonly TaskWork[], horizon: Horizon): TaskDemands {
  const byId = new Map(work.map((item) => [item.task.id, item]));
  const refused = new Map<string, Unplaced>();
  const refuse = (task: Task, reason: Unplaced['reason'], detail: string) =>
    refused.set(task.id, { kind: 'task', id: task.id, reason, detail });
  for (const { task } of work) {
    if (task.durationMinutes === 0) refuse(task, 'noDuration', 'Its duration is 0 min.');
  }
  const cyclic = tasksInCycles(work, byId);
  for (const [id, circle] of cyclic) refuse(byId.get(id)!.task, 'dependencyCycle', `It waits for itself: ${circle}.`);
  const open = work.filter((item) => item.minutes > 0 && !refused.has(item.task.id));
  for (const item of open) {
    if (item.task.notBefore === null) continue;
    const due = dueMinute(item.task);
    const earliest = earliestMinute(item.task, horizon);
    if (due !== null && due <= earliest && earliest > horizon.earliest) {
      refuse(item.task, 'earliestStartAfterDue', `It may start ${earliest - due} min after it is due.`);
    }
  }
  // What waits for a refused task is refused too, however long the chain.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { task } of open) {
      if (refused.has(task.id)) continue;
      const missing = task.dependsOn.find((id) => refused.has(id));
      if (missing === undefined) continue;
      refuse(task, 'dependencyUnplaced', `It waits for "${byId.get(missing)!.task.title}", which has no place.`);
      changed = true;
    }
  }
  const searched = open.filter((item) => !refused.has(item.task.id));
  const position = new Map(searched.map((item, index) => [item.task.id, index]));
  const latest = latestEnds(work, position);
  const demands = listOf(searched.length, (index): TaskDemand => {
    const item = searched[index]!;
    const { task } = item;
    let earliest = earliestMinute(task, horizon);
    for (const id of task.dependsOn) {
      for (const piece of byId.get(id)?.fixed ?? []) earliest = Math.max(earliest, piece.end);
    }
    const limit = latest.get(task.id);
    return {
      id: task.id,
      minutes: item.minutes,
      weight: PRIORITY_WEIGHT[task.priority],
      earliest,
      // A pinned task that waits for this one sets a limit only while it can be met.
      latestEnd: limit !== undefined && limit >= earliest + item.minutes ? Math.min(limit, horizon.end) : horizon.end,
      due: dueMinute(task),
      chunk:
        task.split === null
          ? null
          : { min: task.split.minMinutes, max: Math.max(task.split.minMinutes, task.split.maxMinutes) },
      energy: task.energy,
      part: partWindow(task.partOfDay),
      ratherFrom: task.ratherFrom === undefined ? null : minuteFloor(storedInstant(task.ratherFrom)),
      project: task.projectId,
      dependsOn:
        task.dependsOn.length === 0 ? [] : [...new Set(task.dependsOn)].flatMap((id) => position.get(id) ?? []),
      present: item.present,
    };
  });
  return { demands, tasks: searched.map((item) => item.task), refused: [...refused.values()] };
}

/** The earliest start of the fixed tasks that wait for each demand. */
function latestEnds(work: readonly TaskWork[], position: ReadonlyMap<string, number>): Map<string, EpochMinute> {
  const latest = new Map<string, EpochMinute>();
  for (const item of work) {
    for (const piece of item.fixed) {
      for (const id of item.task.dependsOn) {
        if (position.has(id)) latest.set(id, Math.min(latest.get(id) ?? Number.POSITIVE_INFINITY, piece.start));
      }
    }
  }
  return latest;
}

/** Every task on a circle of dependencies that is still to be placed, with the circle in words. Done and unknown tasks hold nobody up. */
function tasksInCycles(work: readonly TaskWork[], byId: ReadonlyMap<string, TaskWork>): Map<string, string> {
  const cyclic = new Map<string, string>();
  const state = new Map<string, 'open' | 'closed'>();
  // By a list of one's own instead of a call within a call: a chain may be longer than calls can be nested.
  const path: string[] = [];
  /** How many of those it waits for were asked, for each on the path. */
  const asked: number[] = [];
  const enter = (id: string) => {
    // Most wait for nothing, and so for nobody who waits for them.
    if (byId.get(id)!.task.dependsOn.length === 0 || state.get(id) === 'closed') return;
    if (state.get(id) === 'open') {
      const circle = path.slice(path.indexOf(id));
      const words = [...circle, id].map((step) => `"${byId.get(step)!.task.title}"`).join(' waits for ');
      for (const step of circle) if (byId.get(step)!.minutes > 0) cyclic.set(step, words);
      return;
    }
    state.set(id, 'open');
    path.push(id);
    asked.push(0);
  };
  const visit = (first: string) => {
    enter(first);
    while (path.length > 0) {
      const id = path.at(-1)!;
      const other = byId.get(id)!.task.dependsOn[asked[path.length - 1]!];
      if (other === undefined) {
        path.pop();
        asked.pop();
        state.set(id, 'closed');
        continue;
      }
      asked[path.length - 1]! += 1;
      const waited = byId.get(other);
      // What has all its minutes done is over, whatever it once waited for.
      if (waited && (waited.minutes > 0 || waited.fixed.length > 0)) enter(other);
    }
  };
  for (const item of work) if (item.minutes > 0) visit(item.task.id);
  return cyclic;
}
