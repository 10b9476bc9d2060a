// The proven optimum of level 3, as a mixed-integer program: every task on exactly one start in time, no minute taken twice, dependencies in order,
// and at the edges of a run the buffer that a neighbour takes away. Exact for tasks in one piece without projects.
import loadHighs from 'highs';
import { freeTimeOf } from '#shared/engine/free-time';
import { busyForTasks } from '#shared/planning/plan-tasks';
import type { PlanningProblem } from '#shared/planning/problem';
import { situationOf } from '#shared/planning/situation';
import { bufferFactor, FACTOR_WEIGHT, NEUTRAL, TOTAL_WEIGHT } from '#shared/tasks/factors';
import { SlotValues } from '#shared/tasks/slot-values';
import { demandsOf } from '#shared/tasks/task-demands';

let highs: ReturnType<typeof loadHighs> | null = null;

interface Start {
  readonly name: string;
  readonly task: number;
  readonly start: number;
  readonly run: number;
}

/** Weighted mean, 0 to 1, proven to 0.03 %; `null` when not everything can be in time. A week of 46 tasks takes 10 to 80 s, a day of ten a fraction of one. */
export async function optimalPreference(problem: PlanningProblem): Promise<number | null> {
  const situation = situationOf(problem);
  const { frame } = situation;
  const buffer = frame.bufferMinutes;
  const { demands } = demandsOf(situation.taskWork, situation.horizon);
  const free = freeTimeOf(situation.windows, busyForTasks(situation, []), buffer);
  const values = new SlotValues(frame, free, demands);
  const objective: string[] = [];
  const rows: string[] = [];
  const starts: Start[][] = demands.map(() => []);
  const takers = new Map<number, string[]>();
  const beginning = new Map<string, Start[]>();
  const ending = new Map<string, Start[]>();
  for (const [task, demand] of demands.entries()) {
    for (let run = 0; run < free.usableStart.length; run += 1) {
      const last = Math.min(free.usableEnd[run]!, demand.latestEnd, demand.due ?? demand.latestEnd) - demand.minutes;
      let start = values.gridFrom(Math.max(free.usableStart[run]!, demand.earliest));
      for (; start <= last; start += frame.gridMinutes) {
        const room = bufferFactor(start - free.rawStart[run]!, free.rawEnd[run]! - start - demand.minutes, buffer);
        const value =
          values.at(task, demand.minutes, start) + FACTOR_WEIGHT.buffer * room + FACTOR_WEIGHT.project * NEUTRAL;
        const one = { name: `x${task}_${start - frame.now}`, task, start, run };
        objective.push(`${((demand.weight * value) / TOTAL_WEIGHT).toFixed(9)} ${one.name}`);
        starts[task]!.push(one);
        for (let at = start; at < start + demand.minutes + buffer; at += frame.gridMinutes) add(takers, at, one.name);
        add(beginning, `${run} ${start}`, one);
        add(ending, `${run} ${start + demand.minutes}`, one);
      }
    }
    if (starts[task]!.length === 0) return null;
    rows.push(`t${task}: ${starts[task]!.map(({ name }) => name).join(' + ')} = 1`);
  }
  for (const [at, list] of takers) if (list.length > 1) rows.push(`m${at - frame.now}: ${list.join(' + ')} <= 1`);
  for (const [task, demand] of demands.entries()) {
    for (const other of demand.dependsOn) {
      const own = starts[task]!.map(({ name, start }) => `${start - frame.now} ${name}`).join(' + ');
      const before = starts[other]!.map(
        ({ name, start }) => `${start - frame.now + demands[other]!.minutes} ${name}`,
      ).join(' - ');
      rows.push(`d${task}_${other}: ${own} - ${before} >= 0`);
    }
  }
  let penalties = 0;
  for (const one of starts.flat()) {
    const { minutes, weight } = demands[one.task]!;
    const sides = [
      { own: one.start - free.rawStart[one.run]!, neighbours: beginning, at: one.start + minutes, step: 1 },
      { own: free.rawEnd[one.run]! - one.start - minutes, neighbours: ending, at: one.start, step: -1 },
    ];
    for (const { own, neighbours, at, step } of sides) {
      const near: string[] = [];
      let name = '';
      for (let gap = buffer; own < buffer && gap < 2 * buffer - own; gap += 1) {
        const here = (neighbours.get(`${one.run} ${at + step * gap}`) ?? []).filter(({ task }) => task !== one.task);
        if (here.length === 0) continue;
        near.push(...here.map((other) => other.name));
        if (name === '') {
          name = `p${penalties}`;
          penalties += 1;
          objective.push(`-1 ${name}`);
        }
        const lost = ((weight * FACTOR_WEIGHT.buffer) / TOTAL_WEIGHT) * ((2 * buffer - own - gap) / (2 * buffer));
        const met = [one.name, ...near].map((other) => `${lost.toFixed(9)} ${other}`).join(' + ');
        rows.push(`q${rows.length}: ${met} - ${name} <= ${lost.toFixed(9)}`);
      }
    }
  }
  highs ??= loadHighs();
  const text = `Maximize\n obj: ${objective.join('\n + ').replaceAll('+ -1', '- 1')}\nSubject To\n ${rows.map(wrapped).join('\n ')}\nBinary\n ${starts
    .flat()
    .map(({ name }) => name)
    .join('\n ')}\nEnd\n`;
  const solved = (await highs).solve(text, { mip_rel_gap: 0.0003, output_flag: false });
  if (solved.Status !== 'Optimal') return null;
  return solved.ObjectiveValue / demands.reduce((sum, demand) => sum + demand.weight, 0);
}

function add<Key, Value>(to: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = to.get(key);
  if (list) list.push(value);
  else to.set(key, [value]);
}

/** The format wants short lines. */
function wrapped(row: string): string {
  return row.replaceAll(' + ', '\n + ').replaceAll(' - ', '\n - ');
}
