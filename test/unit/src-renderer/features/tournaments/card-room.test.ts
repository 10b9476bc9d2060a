import { describe, expect, it } from 'vitest';
import { roomAround } from '#renderer/features/tournaments/card-room';

/** An element that stands there: left, top, width, height. */
function standing(left: number, top: number, width: number, height: number): HTMLElement {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  return element;
}

describe('the room around what is carried', () => {
  it('is what is seen of the board, not what the names of the courts cover', () => {
    // Twenty rows of 81, scrolled 400 to the right under names 72 wide; the window is 768 high.
    const rows = standing(-88, 150, 2_500, 1_620);
    const scroller = standing(240, 120, 860, 1_650);
    expect(window.innerHeight).toBe(768);
    // Row 2 from 312 to 393, row 7 from 717 to 798: below it nothing is seen.
    expect(roomAround(rows, scroller, 72, 2, 81)).toEqual({ from: 400, to: 1_188, above: 162, below: 375 });
    expect(roomAround(rows, scroller, 72, 7, 81)).toEqual({ from: 400, to: 1_188, above: 567, below: -30 });
  });

  it('knows no bounds before anything is drawn', () => {
    expect(roomAround(null, null, 72, 0, 81)).toMatchObject({ from: 0, to: Number.POSITIVE_INFINITY });
  });
});
