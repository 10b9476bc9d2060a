import { actionLabel } from '#shared/habits/notice-words';
import type { Notifier } from '../../ports/notifier';
import type { ElectronParts, NotificationPart } from './electron-parts';

/** Notices of the operating system. Its buttons answer at once; a click on the rest opens the window. */
export function systemNotifier(Notification: ElectronParts['Notification'], openWindow: () => void): Notifier {
  // Also keeps them alive: a collected notification loses its click.
  const shown = new Map<string, NotificationPart>();
  return {
    ready: () => true,
    show(notice, { answered, refused }) {
      if (!Notification.isSupported()) {
        refused(notice);
        return;
      }
      const { title, body, tag, actions } = notice;
      shown.get(tag)?.close();
      // Systems without buttons in notices leave them out.
      const buttons = actions.map((action) => ({
        type: 'button' as const,
        text: actionLabel(action, notice.about.length),
      }));
      const notification = new Notification({ title, body, silent: true, actions: buttons });
      notification.on('click', () => {
        openWindow();
        answered(notice, null);
      });
      notification.on('action', (details, index) => {
        const action = actions[index ?? details.actionIndex];
        if (action) answered(notice, action);
      });
      notification.on('failed', () => refused(notice));
      shown.set(tag, notification);
      notification.show();
    },
  };
}
