import { writeCalendar } from '#shared/calendar/write';
import type { Placement } from '#shared/engine/plan';
import { planEntries } from '#shared/planning/plan-entries';
import { formatInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { BadInput } from './bad-input';
import { readWorkspace } from './input-files';
import { momentOption, oneOf, readOptions } from './options';
import { writeOutput } from './output-file';
import { readPlan } from './plan-file';
import { sortFiles } from './problem-input';
import { EXIT, type Terminal, type Verb } from './terminal';

export const exportVerb: Verb = {
  summary: 'write a plan as an .ics file',
  usage: `Usage: daywright export WORKSPACE.json PLAN.json --ics OUT.ics [--kinds KINDS] [--from ISO] [--to ISO]
  --ics OUT.ics  the file to write; one that is there is replaced
  --kinds KINDS  tasks, habits or both as tasks,habits (default: all of the plan)
  --from, --to   only what shares time with [from, to): instants, or dates (midnight in the workspace's zone)
A second import of a newer export updates the entries instead of doubling them.
`,
  run: runExport,
};

async function runExport(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { ics: 'text', kinds: 'text', from: 'text', to: 'text' });
  const { workspace: workspacePath, others } = sortFiles('export', given.files, [], ['PLAN.json']);
  const planPath = others[0]!;
  const out = given.text('ics');
  if (!out) throw new BadInput('--ics is missing: expected the file to write');

  const kinds = kindsOf(given.text('kinds'));
  const workspace = await readWorkspace(workspacePath);
  const plan = await readPlan(planPath);
  const demands = [...workspace.tasks, ...workspace.habits];
  const known = new Set(demands.map(({ id }) => id));
  for (const [index, { id }] of plan.placements.entries()) {
    if (known.has(id)) continue;
    const place = `${planPath}: placements[${index}].id is ${JSON.stringify(id)}`;
    throw new BadInput(`${place}: expected the id of a task or habit in ${workspacePath}`);
  }
  const zone = workspace.settings.timeZone;
  const entries = planEntries(plan.placements, demands, {
    ...(kinds ? { kinds } : {}),
    ...boundary('from', given.text('from'), zone),
    ...boundary('to', given.text('to'), zone),
  });

  const now = formatInstant(terminal.clock.now());
  const ics = writeCalendar({ entries, events: [], zone, now });
  await writeOutput(out, ics, [workspacePath, planPath], terminal);
  terminal.note(`Wrote ${entries.length} entries to ${out}`);
  return EXIT.done;
}

const KINDS = { tasks: 'task', habits: 'habit' } as const;

function kindsOf(text: string | null): readonly Placement['kind'][] | null {
  if (text === null) return null;
  return text.split(',').map((kind) => KINDS[oneOf<keyof typeof KINDS>('--kinds', kind.trim(), ['tasks', 'habits'])]);
}

function boundary(
  name: 'from' | 'to',
  text: string | null,
  zone: ZoneId,
): { readonly from?: number; readonly to?: number } {
  return text === null ? {} : { [name]: momentOption(`--${name}`, text, zone).at };
}
