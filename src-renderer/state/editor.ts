// The one editor of tasks, habits and posts: opened from anywhere, mounted once by the shell.
import { createStore, useStore } from 'zustand';
import type { HabitDraft } from './edit-habits';
import type { TaskDraft } from './edit-tasks';
import type { PostDraft } from './posts/edit-posts';

export type EditorTarget =
  | { readonly kind: 'task'; readonly id: string | null; readonly draft?: Partial<TaskDraft> }
  | { readonly kind: 'habit'; readonly id: string | null; readonly draft?: Partial<HabitDraft> }
  | { readonly kind: 'post'; readonly id: string | null; readonly draft?: Partial<PostDraft> };

const store = createStore<{ readonly target: EditorTarget | null }>(() => ({ target: null }));

/** `id: null` makes a new one, with the draft's fields filled in. */
export function openEditor(target: EditorTarget): void {
  store.setState({ target });
}

export function closeEditor(): void {
  store.setState({ target: null });
}

export function useEditor(): EditorTarget | null {
  return useStore(store, (state) => state.target);
}
