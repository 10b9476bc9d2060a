import { describe, expect, it } from 'vitest';
import { csvRows } from '#shared/posts/import/csv-rows';

describe('CSV rows', () => {
  it('[POST-90] keep quotes, delimiters and line ends inside cells, and know their line', () => {
    expect(csvRows('a,b\r\n"x, ""y""","two\nlines"\n\n last ,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"', 'two\nlines'] },
      { line: 5, cells: [' last ', ''] },
    ]);
  });

  it('[POST-90] find semicolons and tabs, and drop a byte order mark', () => {
    expect(csvRows('\uFEFFa;b\n"1,5";2')[1]!.cells).toEqual(['1,5', '2']);
    expect(csvRows('a\tb\n1,5\t2')[1]!.cells).toEqual(['1,5', '2']);
    expect(csvRows('')).toEqual([]);
  });
});
