import { describe, expect, it } from 'vitest';
import { boardGrouping, readView } from '#renderer/features/tasks/task-view';

describe('how tasks are looked at', () => {
  it.each([
    ['{"layout":"board","grouping":"priority"}', { layout: 'board', grouping: 'priority' }],
    ['{"layout":"wall","grouping":"colour"}', { layout: 'table', grouping: 'none' }],
    ['nonsense', { layout: 'table', grouping: 'none' }],
    [undefined, { layout: 'table', grouping: 'none' }],
  ])('%s', (text, view) => {
    expect(readView(text)).toEqual(view);
  });

  it('has columns only of what a drop can change', () => {
    expect((['none', 'project', 'priority', 'due', 'standing'] as const).map(boardGrouping)).toEqual([
      'project',
      'project',
      'priority',
      'project',
      'standing',
    ]);
  });
});
