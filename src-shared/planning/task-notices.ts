// A pin is never moved, whatever it breaks; what it breaks is said on it.
import type { BusyItem } from '../engine/busy-item';
import type { PlacedPiece } from '../tasks/score-placements';
import type { Situation } from './situation';

/** Task id -> what its pin bends, of the tasks `asked` for. */
export function noticesOfFixed(
  situation: Situation,
  pieces: readonly PlacedPiece[],
  busy: readonly BusyItem[],
  asked: (id: string) => boolean,
): Map<string, string> {
  const notices = new Map<string, string>();
  const buffer = situation.frame.bufferMinutes;
  const endOf = new Map<string, { end: number; title: string }>();
  for (const piece of pieces) {
    const known = endOf.get(piece.task.id);
    if (!known || known.end < piece.end) endOf.set(piece.task.id, { end: piece.end, title: piece.task.title });
  }
  for (const work of situation.taskWork) {
    if (!asked(work.task.id)) continue;
    for (const piece of work.fixed) {
      const said: string[] = [];
      const what = piece.pinned ? 'Pinned' : 'Under way';
      let close = false;
      for (const item of busy) {
        if (item.kind === 'task' && item.id === work.task.id) continue;
        if (item.start < piece.end && piece.start < item.end) said.push(`${what} over "${item.title}".`);
        else if (item.start < piece.end + buffer && piece.start < item.end + buffer) close = true;
      }
      if (close) said.push(`${what} with less than ${buffer} min to its neighbour.`);
      if (piece.pinned && piece.end > situation.horizon.now && !insideWindow(situation, piece))
        said.push('Pinned outside your working hours.');
      if (piece.pinned && piece.end <= situation.horizon.now) said.push('Pinned to a time that has passed.');
      for (const id of work.task.dependsOn) {
        const other = endOf.get(id);
        if (other && other.end > piece.start) said.push(`${what} before "${other.title}" ends, which it waits for.`);
      }
      if (said.length > 0) notices.set(work.task.id, [...new Set(said)].join(' '));
    }
  }
  return notices;
}

function insideWindow(situation: Situation, piece: { readonly start: number; readonly end: number }): boolean {
  const from = Math.max(piece.start, situation.horizon.now);
  return situation.windows.some((window) => window.start <= from && piece.end <= window.end);
}
