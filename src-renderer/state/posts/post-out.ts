// What is done to a post where it is met outside its own screen: its text into the clipboard, and out or not.
import { announce } from '../announce';
import { runEdit } from '../run-edit';
import { showNotice } from '../toasts';
import { workspaceNow } from '../workspace';
import { markPublished, postIn, unmarkPublished } from './edit-posts';

/** Returns whether the text was copied; a refusal is told. */
export async function copyPostText(id: string): Promise<boolean> {
  const post = postIn(workspaceNow(), id);
  if (!post || post.text === '') {
    showNotice({ title: 'This post has no text to copy.' });
    return false;
  }
  try {
    await navigator.clipboard.writeText(post.text);
    showNotice({ title: `Copied the text of “${post.title || 'the post'}”` });
    return true;
  } catch {
    showNotice({
      title: 'The text was not copied',
      body: 'The browser refused its clipboard: select the text on the Posts screen and copy it by hand.',
      tone: 'problem',
    });
    return false;
  }
}

/** Marks a post as out now; nothing happens when it is already, as from a reminder that waited. */
export async function publishPost(id: string): Promise<void> {
  if (postIn(workspaceNow(), id)?.postedAt === null) await togglePublished(id);
}

/** Marks a post as out now, or takes that back. */
export async function togglePublished(id: string): Promise<void> {
  const post = postIn(workspaceNow(), id);
  if (!post) return;
  const out = post.postedAt !== null;
  const stored = await runEdit(out ? unmarkPublished(id) : markPublished(id));
  if (stored) announce(out ? `${post.title} is not out yet` : `${post.title} is out`);
}
