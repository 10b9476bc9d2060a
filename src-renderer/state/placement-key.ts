/** What tells one placed demand from another: kind, id, the habit's day, the chunk of a split task. */
export interface DemandRef {
  readonly kind: string;
  readonly id: string;
  readonly day?: string | undefined;
  readonly chunk?: { readonly index: number } | number | null | undefined;
}

export function placementKey(ref: DemandRef): string {
  const chunk = typeof ref.chunk === 'number' ? ref.chunk : ref.chunk?.index;
  return `${ref.kind}:${ref.id}:${ref.day ?? ''}:${chunk ?? ''}`;
}
