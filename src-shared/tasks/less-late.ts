import { exchangePlaces } from './exchange-places';
import { exchangeRuns } from './exchange-runs';
import { levelsOf } from './levels';
import { columnsOf } from './task-columns';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

/** After so many turns of both exchanges what is gained is not worth the time. */
const MOST_TURNS = 4;

/** The same places, or the same stretches moved as a whole, held by others while that makes less late. Nobody loses a place; nothing changes where nothing is late. */
export function lessLate(job: TaskGroupJob, pieces: TaskGroupResult['pieces']): TaskGroupResult['pieces'] {
  let best = pieces;
  let { late } = levelsOf(job, pieces);
  if (late === 0) return pieces;
  const columns = columnsOf(job.demands);
  for (let turn = 0; turn < MOST_TURNS && late > 0; turn += 1) {
    const next = exchangeRuns(job, columns, exchangePlaces(job.demands, columns, best));
    const then = levelsOf(job, next).late;
    if (then >= late) break;
    best = next;
    late = then;
  }
  return best;
}
