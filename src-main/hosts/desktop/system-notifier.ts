import type { Notifier } from '../../ports/notifier';
import type { ElectronParts, NotificationPart } from './electron-parts';

/** Notices of the operating system. A click on one opens the window. */
export function systemNotifier(Notification: ElectronParts['Notification'], onClick: () => void): Notifier {
  // Also keeps them alive: a collected notification loses its click.
  const shown = new Map<string, NotificationPart>();
  return {
    show({ title, body, tag }) {
      if (!Notification.isSupported()) return false;
      shown.get(tag)?.close();
      const notification = new Notification({ title, body, silent: true });
      notification.on('click', onClick);
      shown.set(tag, notification);
      notification.show();
      return true;
    },
  };
}
