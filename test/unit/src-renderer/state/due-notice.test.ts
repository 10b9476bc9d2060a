import { beforeEach, describe, expect, it, vi } from 'vitest';
import { showDueNotice } from '#renderer/state/due-notice';
import { addPost } from '#renderer/state/posts/edit-posts';
import { dismissNotice, noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import { startWithPosts } from '../../../helpers/posts-host';

beforeEach(async () => {
  for (const { id } of noticesNow()) dismissNotice(id);
  await startWithPosts();
});

const reminder = (id: string | null, actions: ('copyText' | 'done')[]) => ({
  tag: 'post',
  title: 'Time to post',
  body: 'X: Tips',
  about: null,
  post: { id },
  actions,
});

describe('a call to post on the page', () => {
  it('[POST-49] copies the text and marks the post done, and stays until it is answered', async () => {
    const writeText = vi.fn(async () => {});
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    const added = await addPost({ platform: 'x', title: 'Tips', text: 'Three tips' });
    showDueNotice(reminder(added.ok ? added.value : '', ['copyText', 'done']));
    const [notice] = noticesNow();
    expect(notice).toMatchObject({ title: 'Time to post', tone: 'reminder', action: { label: 'Copy text' } });
    notice!.action!.run();
    await vi.waitFor(() => expect(writeText).toHaveBeenCalledWith('Three tips'));
    expect(notice!.second!.label).toBe('Mark done');
    notice!.second!.run();
    await vi.waitFor(() => expect(workspaceNow().posts.queue[0]!.postedAt).toBe('2026-11-24T09:42:00Z'));
    vi.unstubAllGlobals();
  });

  it('[POST-54] of several opens the Posts screen', () => {
    showDueNotice(reminder(null, []));
    expect(noticesNow()).toMatchObject([{ title: 'Time to post', action: { label: 'Open' } }]);
    noticesNow()[0]!.action!.run();
    expect(location.hash).toBe('#/posts');
  });
});
