export const SPARKLINE = { width: 60, height: 18, pad: 3 } as const;

/** From left to right, the least value at the foot; equal values lie there too. */
export function sparklinePoints(values: readonly number[]): { readonly x: number; readonly y: number }[] {
  const { width, height, pad } = SPARKLINE;
  const least = Math.min(...values);
  const range = Math.max(...values) - least;
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0;
  return values.map((value, index) => ({
    x: values.length > 1 ? Math.round((pad + index * step) * 10) / 10 : width - pad,
    y: Math.round((height - pad - (range === 0 ? 0 : ((value - least) / range) * (height - 2 * pad))) * 10) / 10,
  }));
}
