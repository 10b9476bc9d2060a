// Where blocks stand side by side when they overlap in time.
import { by, descending, inOrder } from '#shared/base/ordering';
import type { Span } from '#shared/time/span';

export interface Column {
  /** From 0. */
  readonly column: number;
  readonly columns: number;
}

/** Gives each span a column; spans that overlap, directly or through others, share the width. O(n log n + n × columns). */
export function layoutColumns<T extends Span>(spans: readonly T[]): Map<T, Column> {
  const sorted = [...spans].sort(
    inOrder(
      by((span) => span.start),
      descending(by((span) => span.end)),
    ),
  );
  const placed = new Map<T, Column>();
  let cluster: { span: T; column: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    for (const { span, column } of cluster) placed.set(span, { column, columns: ends.length });
    cluster = [];
    ends = [];
  };
  for (const span of sorted) {
    if (ends.every((end) => end <= span.start)) close();
    const free = ends.findIndex((end) => end <= span.start);
    const column = free < 0 ? ends.length : free;
    ends[column] = span.end;
    cluster.push({ span, column });
  }
  close();
  return placed;
}
