import { exchangePlaces } from './exchange-places';
import { exchangeRuns } from './exchange-runs';
import { levelsOf } from './levels';
import { columnsOf, isLoose, type TaskColumns } from './task-columns';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

/** After so many turns of both exchanges what is gained is not worth the time. */
const MOST_TURNS = 4;

/** The same places, or the same stretches moved as a whole, held by others while that makes less late. Nobody loses a place; nothing changes where nothing is late. */
export function lessLate(job: TaskGroupJob, pieces: TaskGroupResult['pieces']): TaskGroupResult['pieces'] {
  let best = pieces;
  let { late } = levelsOf(job, pieces);
  if (late === 0) return pieces;
  const columns = columnsOf(job.demands);
  if (!anyMayGain(job, columns, pieces)) return pieces;
  for (let turn = 0; turn < MOST_TURNS && late > 0; turn += 1) {
    const next = exchangeRuns(job, columns, exchangePlaces(job.demands, columns, best));
    const then = levelsOf(job, next).late;
    if (then >= late) break;
    best = next;
    late = then;
  }
  return best;
}

/** Only what is late and tied to no other is ever exchanged for being late. */
function anyMayGain({ demands }: TaskGroupJob, columns: TaskColumns, pieces: TaskGroupResult['pieces']): boolean {
  return pieces.some((spans, task) => {
    const end = spans.at(-1)?.end;
    return end !== undefined && end > columns.due[task]! && isLoose(demands, columns, task);
  });
}
