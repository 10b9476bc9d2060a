// The board is one stop of the Tab key; arrows go from match to match inside it.
import type { Board, BoardBlock } from './board-layout';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

/** The match next to another: along its court, or the nearest in time on the next court that has any. Null at the edge. */
export function neighbourMatch(board: Board, match: string, arrow: Arrow): string | null {
  const row = board.courts.findIndex(({ blocks }) => blocks.some((block) => block.match === match));
  const court = board.courts[row];
  const at = court?.blocks.findIndex((block) => block.match === match) ?? -1;
  if (!court || at < 0) return null;
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight')
    return court.blocks[at + (arrow === 'ArrowLeft' ? -1 : 1)]?.match ?? null;
  const step = arrow === 'ArrowUp' ? -1 : 1;
  for (let next = row + step; next >= 0 && next < board.courts.length; next += step) {
    const nearest = nearestBlock(board.courts[next]!.blocks, court.blocks[at]!);
    if (nearest) return nearest.match;
  }
  return null;
}

function nearestBlock(blocks: readonly BoardBlock[], to: BoardBlock): BoardBlock | null {
  return blocks.reduce<BoardBlock | null>(
    (best, block) =>
      best === null || Math.abs(block.start - to.start) < Math.abs(best.start - to.start) ? block : best,
    null,
  );
}
