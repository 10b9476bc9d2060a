// Notices of the host that this page shows, where the host has none of its own: as notices of the browser when they are allowed, else inside the page and in its title.
import { actionLabel } from '#shared/habits/notice-words';
import type { EventPayload } from '#shared/ipc/contract';
import { answerHabits, showHabitOfNotice } from './answer-habits';
import { goTo } from './navigation';
import { copyPostText, publishPost } from './posts/post-out';
import { type NoticeButton, showNotice } from './toasts';

type DueNotice = EventPayload<'notice.due'>;

let unseen = 0;

export function showDueNotice(notice: DueNotice): void {
  const { title, body } = notice;
  const postId = notice.post?.id ?? null;
  // A call to post is answered with buttons, which notices of the browser have none of.
  if (postId !== null) showPostReminder(notice, postId);
  if (noticePermission() === 'granted') {
    if (postId !== null && document.visibilityState === 'visible') return;
    const shown = new Notification(title, { body, tag: notice.tag, silent: true });
    shown.onclick = () => {
      window.focus();
      open(notice);
      shown.close();
    };
    return;
  }
  // Refused or never asked: the page itself says it, and its title counts what nobody saw.
  if (notice.about.length > 0) showHabitNotice(notice);
  else if (postId === null) showNotice({ title, body, action: { label: 'Open', run: () => open(notice) } });
  if (document.visibilityState === 'visible') return;
  unseen += 1;
  document.title = `(${unseen}) Daywright`;
  document.addEventListener('visibilitychange', seen, { once: true });
}

/** `unsupported` where the browser knows no notices. */
export function noticePermission(): NotificationPermission | 'unsupported' {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}

/** It stays until it is answered: the moment is now. */
function showPostReminder({ title, body, actions }: DueNotice, postId: string): void {
  const done = { label: 'Mark done', run: () => void publishPost(postId) };
  const copy = { label: 'Copy text', run: () => void copyPostText(postId) };
  const [action, ...more] = actions.includes('copyText') ? [copy, done] : [done];
  showNotice({ title, body, action, more, tone: 'reminder' });
}

/** It stays until it is answered or dismissed: nobody may be looking. */
function showHabitNotice({ title, body, about, actions }: DueNotice): void {
  const [action, ...more] = actions.flatMap((answer): NoticeButton[] =>
    answer === 'copyText'
      ? []
      : [{ label: actionLabel(answer, about.length), run: () => void answerHabits(answer, about) }],
  );
  showNotice({ title, body, action, more, tone: 'reminder' });
}

function open({ post, about: [first] }: DueNotice): void {
  if (first) showHabitOfNotice(first);
  else goTo(post ? 'posts' : 'habits');
}

function seen(): void {
  unseen = 0;
  document.title = 'Daywright';
}
