import { describe, expect, it } from 'vitest';
import { layoutColumns } from '#renderer/features/today/timeline-layout';
import { instant } from '#shared/time/instant';

const span = (start: number, end: number) => ({ start: instant(start), end: instant(end) });

describe('timeline columns', () => {
  it('gives lone and touching blocks the whole width', () => {
    const [a, b, c] = [span(0, 10), span(10, 20), span(30, 40)];
    const columns = layoutColumns([a, b, c]);
    for (const one of [a, b, c]) expect(columns.get(one)).toEqual({ column: 0, columns: 1 });
  });

  it('puts overlapping blocks side by side and reuses a column that is free again', () => {
    const [long, first, second] = [span(0, 100), span(10, 30), span(30, 50)];
    const columns = layoutColumns([second, long, first]);
    expect(columns.get(long)).toEqual({ column: 0, columns: 2 });
    expect(columns.get(first)).toEqual({ column: 1, columns: 2 });
    expect(columns.get(second)).toEqual({ column: 1, columns: 2 });
  });

  it('shares the width among blocks that overlap through others', () => {
    const chain = [span(0, 20), span(10, 40), span(30, 50), span(45, 60)];
    const columns = layoutColumns(chain);
    expect(chain.map((one) => columns.get(one))).toEqual([
      { column: 0, columns: 2 },
      { column: 1, columns: 2 },
      { column: 0, columns: 2 },
      { column: 1, columns: 2 },
    ]);
  });
});
