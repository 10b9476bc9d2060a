import type { RequestInput } from '#shared/ipc/contract';
import type { Notice } from './notifier';

export type Agenda = RequestInput<'agenda.push'>;

/** Where the day's next items stand outside the page: the tray on the desktop, nowhere in a browser. */
export interface AgendaBoard {
  show(agenda: Agenda): void;
  /** A notice that the system refused: it waits on the tray until somebody looks. */
  wait(notice: Notice): void;
}

export const noAgendaBoard: AgendaBoard = { show() {}, wait() {} };
