import type { CalendarEvent } from '#shared/calendar/event';
import type { ImportedFile } from '#shared/calendar/imported';
import type { Outcome } from '#shared/ipc/outcome';
import { type Instant, instant, MILLISECONDS_PER_DAY } from '#shared/time/instant';
import type { Workspace } from '#shared/workspace/document';
import { BadInput } from './bad-input';
import { readCalendars } from './calendar-files';
import { readWorkspace } from './input-files';
import type { Terminal } from './terminal';

/** Events are read a little beyond the horizon, for buffers and overnight windows at its edges. */
const MARGIN_DAYS = 2;

export interface NamedFiles {
  readonly workspace: string;
  readonly calendars: readonly string[];
  /** Files of the verb's own beside the workspace, in their order. */
  readonly others: readonly string[];
}

/** Tells the files apart: those named after `--ics` or ending in .ics are calendars, the first of the rest is the workspace. */
export function sortFiles(
  verb: string,
  files: readonly string[],
  calendars: readonly string[],
  others: readonly string[],
): NamedFiles {
  const isCalendar = (path: string): boolean => /\.ics$/i.test(path);
  const [workspace, ...rest] = files.filter((path) => !isCalendar(path));
  const expected = `expected ${['WORKSPACE.json', ...others].join(' and ')}`;
  if (workspace === undefined) throw new BadInput(`${verb} was given no workspace: ${expected}`);
  if (rest.length < others.length) throw new BadInput(`${verb} was given no ${others[rest.length]}: ${expected}`);
  if (rest.length > others.length) throw new BadInput(`${verb} was given ${rest[others.length]} as well: ${expected}`);
  return { workspace, calendars: [...calendars, ...files.filter(isCalendar)], others: rest };
}

/** The workspace with the events of the calendar files in it, each file as a calendar of its own that blocks. */
export async function readWorkspaceWith(
  files: NamedFiles,
  horizon: (workspace: Workspace) => { readonly from: Instant; readonly days: number },
  terminal: Terminal,
): Promise<Outcome<Workspace>> {
  const workspace = await readWorkspace(files.workspace);
  const { from, days } = horizon(workspace);
  if (files.calendars.length === 0) return { kind: 'ok', value: workspace };
  const { timeZone, ownAddresses } = workspace.settings;
  const window = {
    from: instant(from - MARGIN_DAYS * MILLISECONDS_PER_DAY),
    to: instant(from + (days + MARGIN_DAYS) * MILLISECONDS_PER_DAY),
  };
  const read = await readCalendars(files.calendars, { window, zone: timeZone, ownAddresses }, terminal);
  return read.kind === 'ok' ? { kind: 'ok', value: withCalendars(workspace, read.value) } : read;
}

function withCalendars(workspace: Workspace, files: readonly ImportedFile[]): Workspace {
  const calendars = [...workspace.calendars];
  const events: CalendarEvent[] = [...workspace.events];
  files.forEach((file, index) => {
    const calendarId = `ics-${index + 1}`;
    calendars.push({ id: calendarId, name: file.calendarName, blocks: true, color: 'work', visible: true });
    let count = 0;
    for (const occurrence of file.items.flatMap((item) => item.occurrences)) {
      count += 1;
      events.push({ ...occurrence, id: `${calendarId}-${count}`, calendarId });
    }
  });
  return { ...workspace, calendars, events };
}
