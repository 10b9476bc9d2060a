// "Needs 30 min more" for the task under way: its block grows where nothing fixed follows at once, else the rest becomes a
// second piece that the next plan places.
import type { Task } from '#shared/tasks/task';
import { type Minutes, plusMinutes } from '#shared/time/instant';
import { overlaps, spanMinutes } from '#shared/time/span';
import type { AgendaBlock, DayAgenda } from './day-agenda';

export const MORE_MINUTES: Minutes = 30;

export type MoreTime =
  /** The block goes on; its new length. */
  | { readonly kind: 'grow'; readonly minutes: Minutes }
  /** The task's new fields. */
  | { readonly kind: 'piece'; readonly patch: Pick<Task, 'durationMinutes' | 'split' | 'pinnedStart'> };

export function moreTime(task: Task, block: AgendaBlock, agenda: DayAgenda): MoreTime {
  const wanted = { start: block.end, end: plusMinutes(block.end, MORE_MINUTES) };
  const inTheWay = agenda.blocks.some(
    (other) =>
      other.key !== block.key &&
      other.busy &&
      (other.kind === 'event' || other.kind === 'match' || other.locked) &&
      overlaps(other, wanted),
  );
  if (!inTheWay) return { kind: 'grow', minutes: spanMinutes(block) + MORE_MINUTES };
  const durationMinutes = task.durationMinutes + MORE_MINUTES;
  const split = task.split ?? { minMinutes: MORE_MINUTES, maxMinutes: durationMinutes };
  return { kind: 'piece', patch: { durationMinutes, split, pinnedStart: null } };
}
