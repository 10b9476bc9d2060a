import type { EventPayload } from '#shared/ipc/contract';
import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import type { WindowControls } from '../../ports/window-controls';
import { NoticeKeeper, type NoticeKeeperPorts } from './notice-keeper';

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
      if (action === null || !about) ports.act({ kind: 'open', section: about ? 'today' : 'habits' });
      else if (action === 'done')
        ports.act({ kind: 'complete', entryKind: 'habit', id: about.habitId, day: about.day, done: true });
      else ports.act({ kind: action, id: about.habitId, day: about.day });
    },
  });
  return {
    async 'agenda.push'(agenda) {
      await keeper.push(agenda);
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
