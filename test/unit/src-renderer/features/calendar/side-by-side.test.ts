import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideBySide } from '#renderer/features/calendar/side-by-side';

const block = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

describe('blocks side by side', () => {
  test('blocks that only touch keep the whole width', () => {
    expect(sideBySide([block(540, 600), block(600, 660)])).toEqual([
      { left: 0, width: 1 },
      { left: 0, width: 1 },
    ]);
  });

  test('two that overlap share the width, the longer of an equal start on the left', () => {
    expect(sideBySide([block(540, 570), block(540, 600)])).toEqual([
      { left: 0.5, width: 0.5 },
      { left: 0, width: 0.5 },
    ]);
  });

  test('a chain shares one number of columns, and a block widens over what stays free beside it', () => {
    const [a, b, c, d] = sideBySide([block(0, 120), block(60, 180), block(60, 90), block(150, 240)]);
    expect(a).toEqual({ left: 0, width: 1 / 3 });
    expect(b).toEqual({ left: 1 / 3, width: 1 / 3 });
    expect(c).toEqual({ left: 2 / 3, width: 1 / 3 });
    expect(d).toEqual({ left: 0, width: 1 / 3 });
    const [wide] = sideBySide([block(100, 130), block(0, 60), block(0, 60), block(30, 110)]).slice(0, 1);
    expect(wide).toEqual({ left: 0, width: 2 / 3 });
  });

  test('no two overlapping blocks ever cover each other, and none leaves its day', () => {
    const anyBlock = fc
      .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 5, max: 300 }))
      .map(([start, length]) => block(start, Math.min(1440, start + length)));
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 30 }), (blocks) => {
        const shares = sideBySide(blocks);
        for (const [i, a] of shares.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.left + a.width).toBeLessThanOrEqual(1 + 1e-9);
          for (const [j, b] of shares.entries()) {
            const meet =
              i < j && blocks[i]!.startMinute < blocks[j]!.endMinute && blocks[j]!.startMinute < blocks[i]!.endMinute;
            if (meet) expect(a.left + a.width <= b.left + 1e-9 || b.left + b.width <= a.left + 1e-9).toBe(true);
          }
        }
      }),
    );
  });
});
