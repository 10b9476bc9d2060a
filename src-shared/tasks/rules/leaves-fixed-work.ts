import type { Breach } from '../../engine/hard-rule';
import type { TaskRule } from './task-plan-view';

/** A pinned task and work under way stay exactly where they are. Amount: the placements moved or lost. */
export const leavesFixedWork: TaskRule = {
  id: 'task.leavesFixedWork',
  sentence: 'A pinned task and work under way stay exactly where they are.',
  check(view) {
    if (view.mustStay.size === 0) return [];
    const placed = new Set(view.pieces.map((piece) => `${piece.task.id} ${piece.start} ${piece.end}`));
    const breaches: Breach[] = [];
    for (const [id, spans] of view.mustStay) {
      const title = view.tasks.get(id)?.title ?? id;
      for (const span of spans) {
        if (placed.has(`${id} ${span.start} ${span.end}`)) continue;
        const what = span.pinned ? 'is pinned' : 'is under way';
        breaches.push({ amount: 1, unit: 'placement', parties: [id], message: `"${title}" ${what} and was moved.` });
      }
    }
    return breaches;
  },
};
