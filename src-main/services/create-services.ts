import type { Handlers } from '#shared/ipc/handlers';
import { sweepParts } from '../files/sweep-parts';
import type { Log } from '../ports/log';
import { type AgendaPorts, agendaHandlers } from './agenda/agenda';
import { calendarHandlers } from './calendar/calendar';
import { watchHandlers } from './calendar/watch';
import { type HostPorts, hostHandlers } from './host/host';
import { type PlanningPorts, planningHandlers } from './planning/planning';
import { type PostsPorts, postsHandlers } from './posts/posts';
import { tournamentHandlers } from './tournaments/tournaments';
import { backupFolder, backupHandlers } from './workspace/backups';
import { markerHandlers } from './workspace/marker';

/** What the services need from a front door. */
export interface ServicePorts extends HostPorts, AgendaPorts, PlanningPorts, PostsPorts {
  readonly log: Log;
}

/** The same services for every front door. */
export function createServices(ports: ServicePorts): Handlers {
  void sweepDataFolder(ports);
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

/** A part that cannot be removed costs nothing but its space. */
async function sweepDataFolder({ dataFolder, clock, log }: ServicePorts): Promise<void> {
  try {
    const swept = await sweepParts([dataFolder, backupFolder(dataFolder)], clock.now());
    if (swept > 0) log.info(`Removed ${swept} unfinished files from ${dataFolder}`);
  } catch (error) {
    log.warn(`Unfinished files in ${dataFolder} cannot be removed: ${(error as Error).message}`);
  }
}
