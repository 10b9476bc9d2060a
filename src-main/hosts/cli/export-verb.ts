import { writeCalendar } from '#shared/calendar/write';
import type { Placement } from '#shared/engine/plan';
import { formatInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { calendarOfPlan } from '#shared/workspace/calendar-of-plan';
import { BadInput } from './bad-input';
import { readWorkspace } from './input-files';
import { momentOption, oneOf, readOptions } from './options';
import { writeOutput } from './output-file';
import { readPlan } from './plan-file';
import { sortFiles } from './problem-input';
import { EXIT, type Terminal, type Verb } from './terminal';

export const exportVerb: Verb = {
  summary: 'write a plan, its posts and its matches as an .ics file',
  usage: `Usage: daywright export WORKSPACE.json PLAN.json --ics OUT.ics [--only KINDS] [--from ISO] [--to ISO]
  --ics OUT.ics  the file to write; one that is there is replaced
  --only KINDS   some of tasks,habits,posts,matches (default: all of them)
  --from, --to   only what shares time with [from, to): instants, or dates (midnight in the workspace's zone)
Tasks and habits are those of the plan; posts and matches are those the workspace has in force.
A second import of a newer export updates the entries instead of doubling them.
`,
  run: runExport,
};

async function runExport(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { ics: 'text', only: 'text', from: 'text', to: 'text' });
  const { workspace: workspacePath, others } = sortFiles('export', given.files, [], ['PLAN.json']);
  const planPath = others[0]!;
  const out = given.text('ics');
  if (!out) throw new BadInput('--ics is missing: expected the file to write');

  const kinds = kindsOf(given.text('only'));
  const workspace = await readWorkspace(workspacePath);
  const { placements } = await readPlan(planPath);
  const known = new Set([
    ...workspace.tasks.map(({ id }) => `task ${id}`),
    ...workspace.habits.map(({ id }) => `habit ${id}`),
  ]);
  for (const [index, { kind, id }] of placements.entries()) {
    if (known.has(`${kind} ${id}`)) continue;
    const place = `${planPath}: placements[${index}].id is ${JSON.stringify(id)}`;
    throw new BadInput(`${place}: expected the id of a task or habit in ${workspacePath}`);
  }
  const { timeZone: zone } = workspace.settings;
  const { entries, events } = calendarOfPlan(
    { ...workspace, placements },
    { ...(kinds ? { kinds } : {}), ...rangeOf(given.text('from'), given.text('to'), zone) },
  );

  const now = formatInstant(terminal.clock.now());
  const ics = writeCalendar({ entries, events, zone, now });
  await writeOutput(out, ics, [workspacePath, planPath], terminal);
  terminal.note(`Wrote ${entries.length + events.length} entries to ${out}`);
  return EXIT.done;
}

const KINDS = { tasks: 'task', habits: 'habit', posts: 'post', matches: 'match' } as const;
const KIND_NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[];

function kindsOf(text: string | null): readonly Placement['kind'][] | null {
  if (text === null) return null;
  return text.split(',').map((kind) => KINDS[oneOf<keyof typeof KINDS>('--only', kind.trim(), KIND_NAMES)]);
}

function rangeOf(
  fromText: string | null,
  toText: string | null,
  zone: ZoneId,
): { readonly from?: number; readonly to?: number } {
  const from = fromText === null ? null : momentOption('--from', fromText, zone).at;
  const to = toText === null ? null : momentOption('--to', toText, zone).at;
  if (from !== null && to !== null && from >= to)
    throw new BadInput(`--to is ${formatInstant(to)}: expected a moment after --from, ${formatInstant(from)}`);
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}
