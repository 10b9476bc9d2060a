import { expect, it } from 'vitest';
import { neighbourMatch } from '#renderer/features/tournaments/board-focus';
import { boardOf } from '#renderer/features/tournaments/board-layout';
import type { Day } from '#shared/time/day';
import { viewOf } from '../../../../helpers/tournament-screen';

it('arrows go along a court, and to the nearest in time on another', () => {
  const board = boardOf(viewOf(), '2026-11-28' as Day);
  expect(neighbourMatch(board, 's1', 'ArrowRight')).toBe('f');
  expect(neighbourMatch(board, 'f', 'ArrowLeft')).toBe('s1');
  expect(neighbourMatch(board, 'f', 'ArrowDown')).toBe('s2');
  expect(neighbourMatch(board, 's2', 'ArrowUp')).toBe('s1');
  expect(neighbourMatch(board, 's2', 'ArrowDown')).toBeNull();
  expect(neighbourMatch(board, 's1', 'ArrowLeft')).toBeNull();
});
