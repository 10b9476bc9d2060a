// The one contract between page and host. Three transports carry it: desktop bridge, loopback socket, in-memory.
import type { Infer } from '../base/schema';
import { agendaEvents, agendaRequests } from './agenda';
import { calendarRequests } from './calendar';
import { hostEvents, hostRequests } from './host';
import { planRequests } from './plan';
import { postsRequests } from './posts';
import { tournamentRequests } from './tournament';
import { workspaceRequests } from './workspace';

export const requests = {
  ...calendarRequests,
  ...planRequests,
  ...tournamentRequests,
  ...postsRequests,
  ...workspaceRequests,
  ...hostRequests,
  ...agendaRequests,
} as const;
export const events = { ...hostEvents, ...agendaEvents } as const;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = Infer<(typeof requests)[Name]['input']>;
export type RequestOutput<Name extends RequestName> = Infer<(typeof requests)[Name]['output']>;
export type RequestPart<Name extends RequestName> = Infer<(typeof requests)[Name]['part']>;
export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = Infer<(typeof events)[Name]>;
