import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noticePermission, showDueNotice } from '#renderer/state/due-notice';
import { currentSection, goTo } from '#renderer/state/navigation';
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
  about: [],
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
    expect(notice!.more![0]!.label).toBe('Mark done');
    notice!.more![0]!.run();
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

const due = {
  tag: 'habit h 2026-11-24',
  title: 'Run: last call',
  body: 'Begin by 19:30.',
  about: [{ habitId: 'h', day: '2026-11-24' }],
  actions: ['done' as const],
};

/** The browser's notices with a permission; lists what was shown. */
function browserNotices(permission: NotificationPermission) {
  const shown: { title: string; options: NotificationOptions; onclick: (() => void) | null; close(): void }[] = [];
  class Shown {
    onclick: (() => void) | null = null;
    readonly title: string;
    readonly options: NotificationOptions;
    static readonly permission = permission;
    constructor(title: string, options: NotificationOptions) {
      this.title = title;
      this.options = options;
      shown.push(this);
    }
    close(): void {}
  }
  vi.stubGlobal('Notification', Shown);
  return shown;
}

describe('a notice of a habit on the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is one of the browser where that is allowed, and opens Today', () => {
    const shown = browserNotices('granted');
    const before = noticesNow().length;
    showDueNotice(due);
    expect(shown.map((one) => [one.title, one.options.body, one.options.tag])).toEqual([
      ['Run: last call', 'Begin by 19:30.', 'habit h 2026-11-24'],
    ]);
    expect(noticesNow()).toHaveLength(before);
    goTo('habits');
    shown[0]!.onclick?.();
    expect(currentSection()).toBe('today');
  });

  it('is one inside the page where that is refused', () => {
    const shown = browserNotices('denied');
    showDueNotice({ ...due, about: [] });
    expect(shown).toEqual([]);
    expect(noticesNow().at(-1)).toMatchObject({ title: 'Run: last call', body: 'Begin by 19:30.' });
    noticesNow().at(-1)?.action?.run();
    expect(currentSection()).toBe('habits');
    expect(noticePermission()).toBe('denied');
  });

  it('needs no notices of the browser at all', () => {
    vi.stubGlobal('Notification', undefined);
    expect(noticePermission()).toBe('unsupported');
    showDueNotice(due);
    expect(noticesNow().at(-1)?.title).toBe('Run: last call');
  });
});
