import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { boardOf } from '#renderer/features/tournaments/board-layout';
import type { TournamentView } from '#renderer/features/tournaments/tournament-view';
import type { Day } from '#shared/time/day';
import { Board } from '../../../../../src-renderer/features/tournaments/board';
import { at } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

function show(view: TournamentView = viewOf(), selected: string | null = null) {
  const onSelect = vi.fn();
  const onMove = vi.fn();
  const onPin = vi.fn();
  render(
    <MantineProvider>
      <Board
        view={view}
        board={boardOf(view, '2026-11-28' as Day)}
        now={at('08:00')}
        selected={selected}
        strong={new Set()}
        late={new Set()}
        showsEvents={false}
        onSelect={onSelect}
        onMove={onMove}
        onPin={onPin}
      />
    </MantineProvider>,
  );
  return { onSelect, onMove, onPin };
}

const block = (name: RegExp) => screen.getByRole('button', { name });

beforeAll(() => {
  window.matchMedia ??= vi.fn().mockReturnValue({ matches: false, addListener() {}, removeListener() {} });
});

afterEach(cleanup);

describe('the board', () => {
  it('is one tab stop, and arrows walk it', () => {
    show();
    expect(screen.getAllByRole('button').map((one) => one.tabIndex)).toEqual([0, -1, -1]);
    block(/^SF 1\b/).focus();
    fireEvent.keyDown(block(/^SF 1\b/), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(block(/^F 3\b/));
  });

  it('a key moves a match to where it may', () => {
    const { onMove } = show();
    fireEvent.keyDown(block(/^F 3\b/), { key: 'ArrowDown', altKey: true });
    expect(onMove).toHaveBeenCalledWith({ match: 'f', court: 'B', start: at('10:30') });
    fireEvent.keyDown(block(/^F 3\b/), { key: 'ArrowRight', altKey: true, shiftKey: true });
    expect(onMove).toHaveBeenLastCalledWith({ match: 'f', court: 'A', start: at('10:35') });
  });

  it('a key that leads nowhere legal moves nothing and says why; Escape gives up', () => {
    const { onMove } = show();
    fireEvent.keyDown(block(/^F 3\b/), { key: 'ArrowLeft', altKey: true });
    expect(onMove).not.toHaveBeenCalled();
    expect(screen.getByText(/A court has one match at a time/)).toBeTruthy();
    fireEvent.keyDown(block(/^F 3\b/), { key: 'Escape' });
    expect(screen.queryByText(/A court has one match at a time/)).toBeNull();
  });

  it('what was played stays where it is', () => {
    const { onMove } = show(viewOf({ results: [{ match: 's1', winner: 'haas' }] }));
    fireEvent.keyDown(block(/^SF 1\b/), { key: 'ArrowRight', altKey: true });
    expect(onMove).not.toHaveBeenCalled();
    expect(screen.queryByText(/A court has one match at a time/)).toBeNull();
  });

  it('L pins, a click selects, a second one lets go', () => {
    const { onPin, onSelect } = show(viewOf(), 's2');
    fireEvent.keyDown(block(/^SF 2\b/), { key: 'l' });
    expect(onPin).toHaveBeenCalledWith('s2');
    fireEvent.click(block(/^SF 1\b/));
    expect(onSelect).toHaveBeenLastCalledWith('s1');
    fireEvent.click(block(/^SF 2\b/));
    expect(onSelect).toHaveBeenLastCalledWith(null);
  });
});
