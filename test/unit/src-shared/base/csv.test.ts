import { describe, expect, it } from 'vitest';
import { readCsv } from '#shared/base/csv';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

describe('delimited text', () => {
  it('[POST-90] [TRN-92] keeps quotes, delimiters and line ends inside cells, and knows its lines', () => {
    expect(readCsv('a,b\r\n"x, ""y""","two\nlines"\n\n last ,\n')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['x, "y"', 'two\nlines'] },
        { line: 5, cells: [' last ', ''] },
      ],
      openQuote: null,
    });
    expect(readCsv('').rows).toEqual([]);
  });

  it('[POST-90] finds semicolons and tabs, and drops a byte order mark', () => {
    expect(cellsOf('\uFEFFa;b\n"1,5";2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(cellsOf('a\tb\n1,5\t2')[1]).toEqual(['1,5', '2']);
    expect(cellsOf('a;b\n1,5;2,5\n3,5;4,5')[2]).toEqual(['3,5', '4,5']);
    expect(cellsOf('Posts, of November, and of December\nWhen;Seen\n1;2\n3;4')[1]).toEqual(['When', 'Seen']);
    expect(cellsOf('alone')).toEqual([['alone']]);
  });

  it('[POST-90] reads line ends of every system and says where a quote opens that never closes', () => {
    expect(readCsv('a,b\rc,d\r\n"e,f').rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(readCsv('a,b\n"c\nd",e\nf,"g').openQuote).toBe(4);
  });

  it('counts the lines of a long text once', () => {
    const rows = readCsv(`when,seen\n${'2026-11-03,1500\n'.repeat(20_000)}`).rows;
    expect(rows.at(-1)).toEqual({ line: 20_001, cells: ['2026-11-03', '1500'] });
  });
});
