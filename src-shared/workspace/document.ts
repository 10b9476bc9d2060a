// Everything a user owns, as one document: the backup, the export, the test fixture and the command line's input.

import { failed, ok, type Result } from '../base/result';
import { describeProblem, type Infer, parseWith, type SchemaProblem, s } from '../base/schema';
import { calendarItemSchema, calendarSchema, eventSchema } from '../calendar/event';
import { placementSchema } from '../engine/plan';
import { settingsSchema } from '../engine/settings';
import { habitOccurrenceSchema, habitSchema } from '../habits/habit';
import { workspacePostsSchema } from '../posts/workspace-posts';
import { projectSchema, taskSchema } from '../tasks/task';
import { parseInstant } from '../time/instant';
import { tournamentSchema } from '../tournaments/document';
import { referenceProblems } from '../tournaments/read-tournament';

export const WORKSPACE_FORMAT = 'daywright.workspace';
export const WORKSPACE_VERSION = 1;

const fieldsSchema = s.looseObject({
  format: s.literal(WORKSPACE_FORMAT),
  version: s.literal(WORKSPACE_VERSION),
  settings: settingsSchema,
  calendars: s.array(calendarSchema).default([]),
  events: s.array(eventSchema).default([]),
  /** Sources of imported events; absent in a document written by hand. */
  calendarItems: s.array(calendarItemSchema).default([]),
  projects: s.array(projectSchema).default([]),
  tasks: s.array(taskSchema).default([]),
  habits: s.array(habitSchema).default([]),
  habitOccurrences: s.array(habitOccurrenceSchema).default([]),
  /** The plan in force. */
  placements: s.array(placementSchema).default([]),
  posts: workspacePostsSchema,
  tournaments: s.array(tournamentSchema).default([]),
});

/** Tables whose rows are known by their id. */
const IDENTIFIED = [
  'calendars',
  'events',
  'calendarItems',
  'projects',
  'tasks',
  'habits',
  'habitOccurrences',
] as const satisfies readonly (keyof Infer<typeof fieldsSchema>)[];

export const workspaceSchema = fieldsSchema.check(({ value, issues }) => {
  value.tournaments.forEach((tournament, index) => {
    for (const { path, expected } of referenceProblems(tournament)) {
      const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
      const own = keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
      issues.push({ code: 'custom', message: expected, path: ['tournaments', index, ...own], input: tournament });
    }
  });
  for (const [table, spans] of [
    ['events', value.events],
    ['placements', value.placements],
  ] as const) {
    spans.forEach(({ start, end }, index) => {
      if (parseInstant(end)! >= parseInstant(start)!) return;
      const message = `expected an end that is not before the start, ${start}`;
      issues.push({ code: 'custom', message, path: [table, index, 'end'], input: end });
    });
  }
  for (const table of IDENTIFIED) {
    const seen = new Set<string>();
    value[table].forEach(({ id }, index) => {
      if (seen.has(id)) {
        const path = [table, index, 'id'];
        issues.push({ code: 'custom', message: 'expected an id that no other row has', path, input: id });
      }
      seen.add(id);
    });
  }
});

export type Workspace = Infer<typeof workspaceSchema>;

/** Reads a workspace text. Problems name the path and the value; the first line of a JSON error names its position. */
export function parseWorkspace(text: string): Result<Workspace, readonly string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failed([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const parsed = parseWith(workspaceSchema, value);
  return parsed.ok ? ok(parsed.value) : failed(parsed.error.map((problem: SchemaProblem) => describeProblem(problem)));
}

export function formatWorkspace(workspace: Workspace): string {
  return `${JSON.stringify(workspace, null, 2)}\n`;
}
