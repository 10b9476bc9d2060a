/** A key that none of the rows of a form has: it tells rows apart while they are edited. */
export function nextKey(rows: readonly { readonly key: number }[]): number {
  return 1 + Math.max(-1, ...rows.map(({ key }) => key));
}
