/** A share from 0 to 1 as people read it: `87%`, with `digits` decimals `0.4%`. */
export function percent(share: number, digits = 0): string {
  return `${(100 * share).toFixed(digits)}%`;
}
