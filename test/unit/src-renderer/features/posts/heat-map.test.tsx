import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { heatSquares } from '#renderer/features/posts/heat-grid';
import type { HeatCell } from '#shared/posts/timing/heat-map';
import { HeatMap } from '../../../../../src-renderer/features/posts/heat-map';

const CELLS = Array.from({ length: 168 }, (_, at): HeatCell => {
  const [weekday, hour] = [Math.floor(at / 24) + 1, at % 24];
  const isBest = weekday === 2 && hour === 8;
  const figures = isBest ? { n: 23, ratio: 1.42, low: 1.28, high: 1.56 } : { n: 1, ratio: 1, low: 0.9, high: 1.1 };
  return { weekday, hour, prior: 0.5, score: 0.5, ...figures };
});

function show() {
  const onChoose = vi.fn();
  const squares = heatSquares({ metric: 'reach', samples: 190, cells: CELLS }, 60, 1);
  render(<HeatMap label="Hours of LinkedIn" squares={squares} onChoose={onChoose} />);
  return onChoose;
}
const focused = () => document.activeElement?.getAttribute('aria-label');

describe('the heat map', () => {
  afterEach(cleanup);

  it('is one tab stop, on the best hour, with all its figures in its name', () => {
    show();
    const stops = screen.getAllByRole('button').filter((cell) => cell.tabIndex === 0);
    expect(stops.map((cell) => cell.getAttribute('aria-label'))).toEqual([
      'Tue 9:00, 8:00 for you, 1.42 × usual reach, ± 0.14, n 23, best hour',
    ]);
  });

  it('is walked with arrows, and stops at its edges', () => {
    show();
    screen.getByRole('button', { name: /^Tue 9:00/ }).focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });
    press('ArrowRight');
    expect(focused()).toMatch(/^Tue 10:00, 9:00 for you/);
    press('ArrowDown');
    expect(focused()).toMatch(/^Wed 10:00/);
    press('Home');
    expect(focused()).toMatch(/^Wed 0:00, Tue 23:00 for you/);
    press('ArrowLeft');
    expect(focused()).toMatch(/^Wed 0:00/);
    press('End');
    expect(focused()).toMatch(/^Wed 23:00/);
    for (let step = 0; step < 8; step += 1) press('ArrowDown');
    expect(focused()).toMatch(/^Sun 23:00/);
  });

  it('shows the figures on focus and on hover, and Escape puts them away', () => {
    show();
    const best = screen.getByRole('button', { name: /^Tue 9:00/ });
    act(() => best.focus());
    expect(screen.getByText('8:00 for you')).toBeDefined();
    fireEvent.keyDown(best, { key: 'Escape' });
    expect(screen.queryByText('8:00 for you')).toBeNull();
    fireEvent.pointerEnter(best);
    expect(screen.getByText('± 0.14, n 23')).toBeDefined();
  });

  it('begins a post for the hour that is chosen', () => {
    const onChoose = show();
    fireEvent.click(screen.getByRole('button', { name: /^Tue 9:00/ }));
    expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ key: '2-8' }));
  });
});
