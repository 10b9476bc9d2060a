import type { RequestInput } from '#shared/ipc/contract';

export type Agenda = RequestInput<'agenda.push'>;

/** Where the day's next items stand outside the page: the tray on the desktop, nowhere in a browser. */
export interface AgendaBoard {
  show(agenda: Agenda): void;
}

export const noAgendaBoard: AgendaBoard = { show() {} };
