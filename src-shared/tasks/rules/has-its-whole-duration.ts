import type { Breach } from '../../engine/hard-rule';
import { spanMinutes } from '../../time/span';
import type { TaskRule } from './task-plan-view';

/** The pieces of a placed task add up to what is left to do. Amount: minutes of difference. */
export const hasItsWholeDuration: TaskRule = {
  id: 'task.hasItsWholeDuration',
  sentence: 'The pieces of a placed task add up to what is left to do.',
  check(view) {
    const placed = new Map<string, number>();
    for (const piece of view.pieces) {
      if (!piece.fixed) placed.set(piece.task.id, (placed.get(piece.task.id) ?? 0) + spanMinutes(piece));
    }
    const breaches: Breach[] = [];
    for (const [id, minutes] of placed) {
      const wanted = view.wantedMinutes.get(id) ?? 0;
      if (minutes === wanted) continue;
      const title = view.tasks.get(id)?.title ?? id;
      breaches.push({
        amount: Math.abs(minutes - wanted),
        unit: 'min',
        parties: [id],
        message: `"${title}" has ${minutes} min placed and ${wanted} min to do.`,
      });
    }
    return breaches;
  },
};
