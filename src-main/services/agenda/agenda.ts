import type { EventPayload } from '#shared/ipc/contract';
import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import type { WindowControls } from '../../ports/window-controls';
import { NoticeKeeper, type NoticeKeeperPorts } from './notice-keeper';
import { ReminderKeeper } from './reminder-keeper';

export interface AgendaPorts extends Omit<NoticeKeeperPorts, 'answered'> {
  readonly windowControls: WindowControls | null;
  /** Hands what was asked outside the page to it. */
  readonly act: (action: EventPayload<'tray.action'>) => void;
}

/** What the page asks of the world around it: tray, notices, its window. */
export function agendaHandlers(ports: AgendaPorts) {
  const keeper = new NoticeKeeper({
    ...ports,
    answered({ about }, action) {
      const [first] = about;
      if (action === null || !first)
        ports.act(first ? { kind: 'open', section: 'today', habit: first } : { kind: 'open', section: 'habits' });
      else if (action !== 'copyText') ports.act({ kind: 'habits', action, of: about });
    },
  });
  const reminders = new ReminderKeeper({
    ...ports,
    answered({ post }, action) {
      const id = post?.id ?? null;
      if (id !== null && action === 'copyText') ports.act({ kind: 'copyText', id });
      else if (id !== null && action === 'done')
        ports.act({ kind: 'complete', entryKind: 'post', id, day: null, done: true });
      else ports.act({ kind: 'open', section: 'posts' });
    },
  });
  return {
    async 'agenda.push'(agenda) {
      await Promise.all([keeper.push(agenda), agenda.posts ? reminders.push(agenda.posts) : undefined]);
      return succeeded({});
    },
    async 'window.control'({ action }) {
      const { windowControls } = ports;
      if (!windowControls)
        return failedWith('refused', `The window belongs to the browser, so Daywright cannot ${action} it`);
      windowControls[action]();
      return succeeded({});
    },
  } satisfies Pick<Handlers, 'agenda.push' | 'window.control'>;
}
