import { describe, expect, it } from 'vitest';
import { columnProblem, headersOf, presetColumns, previewWords } from '#renderer/features/posts/import-columns';

describe('mapping columns by hand', () => {
  it('takes the row that looks most like a header, below a title', () => {
    const sample = [
      ['Report of my posts', '', ''],
      ['When', 'How many saw it', 'Likes'],
      ['2026-11-03 08:00', '1,234', '45'],
    ];
    expect(headersOf(sample)).toEqual(['When', 'How many saw it', 'Likes']);
    expect(headersOf([])).toEqual([]);
  });

  it('presets what was found, else headers that carry a field’s own name', () => {
    expect(presetColumns({ postedAt: 'Date' }, ['Date', 'Likes'])).toEqual({ postedAt: 'Date' });
    expect(presetColumns({}, ['When', 'LIKES ', 'Reach'])).toEqual({ likes: 'LIKES ', reach: 'Reach' });
  });

  it('says what is missing', () => {
    expect(columnProblem({ postedAt: 'When', reach: 'Seen' }, '')).toBe('Say which platform the file is of.');
    expect(columnProblem({ reach: 'Seen' }, 'x')).toBe('Say which column holds the posting time.');
    expect(columnProblem({ postedAt: 'When', title: 'What' }, 'x')).toBe(
      'Say which column holds a figure, such as reach.',
    );
    expect(columnProblem({ postedAt: 'When', reach: 'Seen' }, 'x')).toBe('');
  });

  it('says what storing it would do', () => {
    expect(previewWords({ added: 24, updated: 3, same: 1385 }, 0)).toBe('24 new, 3 updated, 1,385 as before');
    expect(previewWords({ added: 5, updated: 0, same: 0 }, 2)).toBe(
      '5 new, 2 without an hour, which teach nothing about hours',
    );
  });
});
