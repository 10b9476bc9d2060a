// Notices of the host that this page shows, where the host has none of its own: as notices of the browser when they are allowed, else inside the page and in its title.
import type { EventPayload } from '#shared/ipc/contract';
import { goTo } from './navigation';
import { showNotice } from './toasts';

type DueNotice = EventPayload<'notice.due'>;

let unseen = 0;

export function showDueNotice(notice: DueNotice): void {
  if (noticePermission() === 'granted') {
    const shown = new Notification(notice.title, { body: notice.body, tag: notice.tag, silent: true });
    shown.onclick = () => {
      window.focus();
      open(notice);
      shown.close();
    };
    return;
  }
  // Refused or never asked: the page itself says it, and its title counts what nobody saw.
  showNotice({ title: notice.title, body: notice.body, action: { label: 'Open', run: () => open(notice) } });
  if (document.visibilityState === 'visible') return;
  unseen += 1;
  document.title = `(${unseen}) Daywright`;
  document.addEventListener('visibilitychange', seen, { once: true });
}

/** `unsupported` where the browser knows no notices. */
export function noticePermission(): NotificationPermission | 'unsupported' {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}

function open(notice: DueNotice): void {
  goTo(notice.about ? 'today' : 'habits');
}

function seen(): void {
  unseen = 0;
  document.title = 'Daywright';
}
