import { useState } from 'react';
import { openEditor } from '../../state/editor';
import { openSamplePosts } from '../../state/posts/sample-posts';
import { EmptyState, ErrorNote, QuietButton, SecondaryButton } from '../../ui';
import classes from './posts-empty.module.css';

/** Before the first post: what to do, and a sample to look at. The hours of the studies stand below. */
export function PostsEmpty({ onImport }: { readonly onImport: () => void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const openSample = async () => {
    const opened = await openSamplePosts();
    setProblem(opened.ok ? null : opened.error);
  };
  return (
    <section className={classes.empty} aria-label="No posts yet">
      <EmptyState
        action={
          <div className={classes.actions}>
            <SecondaryButton onClick={() => openEditor({ kind: 'post', id: null })}>Add a post</SecondaryButton>
            <QuietButton onClick={onImport}>Import performance</QuietButton>
            <QuietButton onClick={() => void openSample()}>Open sample posts</QuietButton>
          </div>
        }
      >
        No posts yet. Add what you want to publish, and Fill the week finds the hours.
      </EmptyState>
      {problem === null ? null : <ErrorNote>{problem}</ErrorNote>}
    </section>
  );
}
