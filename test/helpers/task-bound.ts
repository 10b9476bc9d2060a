// A proven upper bound of level 3, as a time-indexed linear program: a share of each task on every start it could have, no start minute taken twice.
// It leaves dependencies out and counts projects and neighbours' buffers at their best, so no plan that places all in time is worth more.
import loadHighs from 'highs';
import { freeTimeOf } from '#shared/engine/free-time';
import { busyForTasks } from '#shared/planning/plan-tasks';
import type { PlanningProblem } from '#shared/planning/problem';
import { situationOf } from '#shared/planning/situation';
import { bufferFactor, FACTOR_WEIGHT, NEUTRAL, TOTAL_WEIGHT } from '#shared/tasks/factors';
import { SlotValues } from '#shared/tasks/slot-values';
import { demandsOf } from '#shared/tasks/task-demands';

/** For tasks in one piece, all placeable in time. `whole` asks for whole tasks (a mixed-integer program), for small problems. */
export async function preferenceBound(problem: PlanningProblem, whole = false): Promise<number> {
  const situation = situationOf(problem);
  const { frame } = situation;
  const buffer = frame.bufferMinutes;
  const { demands } = demandsOf(situation.taskWork, situation.horizon);
  const free = freeTimeOf(situation.windows, busyForTasks(situation, []), buffer);
  const values = new SlotValues(frame, free, demands);
  const objective: string[] = [];
  const rows: string[] = [];
  const names: string[] = [];
  const takers = new Map<number, string[]>();
  const starts: number[][] = demands.map(() => []);
  for (const [task, demand] of demands.entries()) {
    const own: string[] = [];
    for (let run = 0; run < free.usableStart.length; run += 1) {
      const last = Math.min(free.usableEnd[run]!, demand.latestEnd, demand.due ?? demand.latestEnd) - demand.minutes;
      let start = values.gridFrom(Math.max(free.usableStart[run]!, demand.earliest));
      for (; start <= last; start += frame.gridMinutes) {
        const room = bufferFactor(start - free.rawStart[run]!, free.rawEnd[run]! - start - demand.minutes, buffer);
        const project = demand.project === null ? NEUTRAL : 1;
        const value =
          values.at(task, demand.minutes, start) + FACTOR_WEIGHT.buffer * room + FACTOR_WEIGHT.project * project;
        const name = `x${task}_${start - frame.now}`;
        objective.push(`${((demand.weight * value) / TOTAL_WEIGHT).toFixed(9)} ${name}`);
        own.push(name);
        names.push(name);
        starts[task]!.push(start);
        // Two stretches with their buffer behind them meet if and only if one covers the other's start.
        for (let at = start; at < start + demand.minutes + buffer; at += frame.gridMinutes) {
          const list = takers.get(at);
          if (list) list.push(name);
          else takers.set(at, [name]);
        }
      }
    }
    rows.push(`t${task}: ${own.join(' + ')} <= 1`);
  }
  for (const [at, list] of takers) if (list.length > 1) rows.push(`m${at - frame.now}: ${list.join(' + ')} <= 1`);
  const bounds = whole ? `Binary\n ${names.join('\n ')}\n` : '';
  const highs = await loadHighs();
  const solved = highs.solve(
    `Maximize\n obj: ${objective.join('\n + ')}\nSubject To\n ${rows.map(wrapped).join('\n ')}\n${bounds}End\n`,
  );
  if (solved.Status !== 'Optimal') throw new Error(`No bound: ${solved.Status}`);
  return solved.ObjectiveValue / demands.reduce((sum, demand) => sum + demand.weight, 0);
}

/** The format wants short lines. */
function wrapped(row: string): string {
  return row.replaceAll(' + ', '\n + ');
}
