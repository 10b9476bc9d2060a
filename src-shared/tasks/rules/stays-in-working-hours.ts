import type { Breach } from '../../engine/hard-rule';
import { MILLISECONDS_PER_DAY, MILLISECONDS_PER_MINUTE } from '../../time/instant';
import type { Span } from '../../time/span';
import { offsetAt } from '../../time/zone';
import type { TaskPlanView, TaskRule } from './task-plan-view';

/** A task lies inside working hours to the minute, by the wall clock of the user's zone. Amount: minutes outside. */
export const staysInWorkingHours: TaskRule = {
  id: 'task.staysInWorkingHours',
  sentence: "A task lies inside working hours to the minute, in the user's zone.",
  check(view) {
    const breaches: Breach[] = [];
    for (const piece of view.pieces) {
      const amount = piece.fixed ? 0 : minutesOutside(view, piece);
      if (amount === 0) continue;
      breaches.push({
        amount,
        unit: 'min',
        parties: [piece.task.id],
        message: `"${piece.task.title}" lies ${amount} min outside working hours.`,
      });
    }
    return breaches;
  },
};

/** Reads the wall clock minute by minute: slower than windows, and for that independent of them. */
function minutesOutside(view: TaskPlanView, span: Span): number {
  let outside = 0;
  const shift = offsetAt(view.zone, span.start);
  // No zone changes its clocks twice within a day: where both ends agree, all minutes between them do.
  const isSteady = shift === offsetAt(view.zone, span.end) && span.end - span.start < MILLISECONDS_PER_DAY;
  for (let at = span.start; at < span.end; at = (at + MILLISECONDS_PER_MINUTE) as typeof at) {
    const local = at + (isSteady ? shift : offsetAt(view.zone, at));
    const day = Math.floor(local / MILLISECONDS_PER_DAY);
    const minute = Math.floor((local - day * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_MINUTE);
    // 1970-01-01 was a Thursday, the fourth day of the ISO week.
    if (view.workingMinutes[(((day + 3) % 7) + 7) % 7]![minute] !== 1) outside += 1;
  }
  return outside;
}
