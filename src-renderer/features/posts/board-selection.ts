/** What the panel at the right shows. */
export type BoardSelection =
  | { readonly kind: 'post'; readonly id: string }
  /** A record of the history that is none of the queue's, by its block's key. */
  | { readonly kind: 'record'; readonly key: string }
  | { readonly kind: 'model' | 'delivery' | 'learning' | 'jobs' };

export function selectedKey(selection: BoardSelection | null): string | null {
  if (selection?.kind === 'post') return selection.id;
  return selection?.kind === 'record' ? selection.key : null;
}
