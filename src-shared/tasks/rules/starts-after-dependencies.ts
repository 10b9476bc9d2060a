import type { Breach } from '../../engine/hard-rule';
import { type Instant, minutesBetween } from '../../time/instant';
import type { TaskRule } from './task-plan-view';

/** A task starts only after everything it depends on has ended; what it depends on must have a place. Amount: minutes too early. */
export const startsAfterDependencies: TaskRule = {
  id: 'task.startsAfterDependencies',
  sentence: 'A task starts only after everything it depends on has ended.',
  check(view) {
    const ends = new Map<string, Instant>();
    for (const piece of view.pieces) {
      const known = ends.get(piece.task.id);
      if (known === undefined || known < piece.end) ends.set(piece.task.id, piece.end);
    }
    const breaches: Breach[] = [];
    for (const piece of view.pieces) {
      if (piece.fixed) continue;
      for (const id of piece.task.dependsOn) {
        const other = view.tasks.get(id);
        if (
          !other ||
          other.status === 'done' ||
          (view.wantedMinutes.get(id) === 0 && !ends.has(id) && other.durationMinutes > 0)
        )
          continue;
        const end = ends.get(id);
        if (end !== undefined && end <= piece.start) continue;
        const amount = end === undefined ? 1 : minutesBetween(piece.start, end);
        const message =
          end === undefined
            ? `"${piece.task.title}" is placed although "${other.title}", which it waits for, is not.`
            : `"${piece.task.title}" starts ${amount} min before "${other.title}" ends, which it waits for.`;
        breaches.push({
          amount,
          unit: end === undefined ? 'dependency' : 'min',
          parties: [piece.task.id, id],
          message,
        });
      }
    }
    return breaches;
  },
};
