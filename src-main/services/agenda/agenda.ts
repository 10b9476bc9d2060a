import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import type { AgendaBoard } from '../../ports/agenda-board';
import type { Notifier } from '../../ports/notifier';
import type { WindowControls } from '../../ports/window-controls';

export interface AgendaPorts {
  readonly agendaBoard: AgendaBoard;
  readonly notifier: Notifier;
  readonly windowControls: WindowControls | null;
}

/** What the page asks of the world around it: tray, notices, its window. */
export function agendaHandlers({ agendaBoard, notifier, windowControls }: AgendaPorts) {
  return {
    async 'agenda.push'(agenda) {
      agendaBoard.show(agenda);
      return succeeded({});
    },
    async 'notice.show'(notice) {
      return succeeded({ shown: notifier.show(notice) });
    },
    async 'window.control'({ action }) {
      if (!windowControls)
        return failedWith('refused', `The window belongs to the browser, so Daywright cannot ${action} it`);
      windowControls[action]();
      return succeeded({});
    },
  } satisfies Pick<Handlers, 'agenda.push' | 'notice.show' | 'window.control'>;
}
