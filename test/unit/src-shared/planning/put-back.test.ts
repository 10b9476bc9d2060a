import { describe, expect, it } from 'vitest';
import type { Placement } from '#shared/engine/plan';
import { putBack } from '#shared/planning/put-back';
import { placed } from '../../../helpers/sample-plan';

const FACTORS: Placement['factors'] = [{ name: 'promptness', value: 1, weight: 3, detail: '' }];
const at = (id: string, hour: string, score: number) =>
  placed('task', id, `2026-11-24T${hour}:00:00Z`, `2026-11-24T${hour}:30:00Z`, { score, factors: FACTORS });
const BUFFER = 10;
const before = [at('a', '09', 0.5), at('b', '10', 0.5), at('c', '11', 0.5)];

describe('putting back what need not move', () => {
  it('[TASK-81] what gained two hundredths or less goes back to the byte, what gained more stays', () => {
    const after = [at('a', '12', 0.509), at('b', '13', 0.52), at('c', '11', 0.5)];
    const answer = putBack(before, after, new Set(['a', 'b', 'c']), BUFFER, () => true);
    expect(answer.find(({ id }) => id === 'a')).toBe(before[0]);
    expect(answer.find(({ id }) => id === 'b')).toBe(after[1]);
  });

  it('[TASK-81] nothing goes back that had to move, or whose place is taken', () => {
    const after = [at('a', '12', 0.4), at('b', '09', 0.4), at('c', '11', 0.5)];
    expect(putBack(before, after, new Set(['b']), BUFFER, () => false)).toEqual(after);
    expect(putBack(before, after, new Set(), BUFFER, () => true)).toEqual(after);
  });

  it('[TASK-81] nothing goes back to where another task stands now, or nearer to it than the buffer, and nobody is asked', () => {
    const asked: string[] = [];
    const moved = at('a', '12', 0.4);
    // `b` ends at 10:30, its old place, and `c` came to 9:35, five minutes after the end of the old place of `a`.
    const near = placed('task', 'c', '2026-11-24T09:35:00Z', '2026-11-24T09:55:00Z', { score: 0.5, factors: FACTORS });
    const answer = putBack(before, [moved, before[1]!, near], new Set(['a']), BUFFER, () => {
      asked.push('a');
      return true;
    });
    expect(answer).toContain(moved);
    expect(asked).toEqual([]);
    expect(putBack(before, [moved, before[1]!, near], new Set(['a']), 5, () => true)).toContain(before[0]);
  });
});
