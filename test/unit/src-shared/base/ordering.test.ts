import { describe, expect, it } from 'vitest';
import { by, descending, inOrder } from '#shared/base/ordering';

interface Row {
  readonly name: string;
  readonly rank: number;
}

const rows: readonly Row[] = [
  { name: 'b', rank: 2 },
  { name: 'a', rank: 2 },
  { name: 'Z', rank: 1 },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name).join('');

describe('ordering', () => {
  it('sorts by a number, and keeps the order of equals', () => {
    expect(names([...rows].sort(by((row) => row.rank)))).toBe('Zba');
  });

  it('sorts text by code unit, so that capitals come first on every machine', () => {
    expect(names([...rows].sort(by((row) => row.name)))).toBe('Zab');
  });

  it('turns an ordering around', () => {
    expect(names([...rows].sort(descending(by((row) => row.name))))).toBe('baZ');
  });

  it('asks the next ordering only where the first sees no difference', () => {
    const ordering = inOrder<Row>(
      descending(by((row) => row.rank)),
      by((row) => row.name),
    );
    expect(names([...rows].sort(ordering))).toBe('abZ');
    expect(ordering(rows[0]!, rows[0]!)).toBe(0);
  });
});
