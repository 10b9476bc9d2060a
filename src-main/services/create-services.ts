import type { Handlers } from '#shared/ipc/handlers';
import type { Log } from '../ports/log';
import { type AgendaPorts, agendaHandlers } from './agenda/agenda';
import { calendarHandlers } from './calendar/calendar';
import { watchHandlers } from './calendar/watch';
import { type HostPorts, hostHandlers } from './host/host';
import { type PlanningPorts, planningHandlers } from './planning/planning';
import { type PostsPorts, postsHandlers } from './posts/posts';
import { tournamentHandlers } from './tournaments/tournaments';
import { backupHandlers } from './workspace/backups';
import { markerHandlers } from './workspace/marker';

/** What the services need from a front door. */
export interface ServicePorts extends HostPorts, AgendaPorts, PlanningPorts, PostsPorts {
  readonly log: Log;
}

/** The same services for every front door. */
export function createServices(ports: ServicePorts): Handlers {
  return {
    ...hostHandlers(ports),
    ...agendaHandlers(ports),
    ...calendarHandlers(ports),
    ...watchHandlers(),
    ...planningHandlers(ports),
    ...tournamentHandlers(ports),
    ...postsHandlers(ports),
    ...backupHandlers(ports),
    ...markerHandlers(ports),
  } satisfies Handlers;
}
