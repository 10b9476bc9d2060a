import { describe, expect, it } from 'vitest';
import { rowWindow } from '#renderer/ui/row-window';

describe('rows in view', () => {
  it('are the visible ones and twelve on each side', () => {
    expect(rowWindow(0, 360, 36, 1_000)).toEqual({ from: 0, to: 22 });
    expect(rowWindow(3_600, 360, 36, 1_000)).toEqual({ from: 88, to: 122 });
  });

  it('never leave the list', () => {
    expect(rowWindow(99_999, 360, 36, 5)).toEqual({ from: 4, to: 5 });
    expect(rowWindow(0, 360, 36, 0)).toEqual({ from: 0, to: 0 });
  });
});
