import { writeCalendar } from '#shared/calendar/write';
import { formatInstant } from '#shared/time/instant';
import { BadInput } from './bad-input';
import { readWorkspace } from './input-files';
import { readOptions } from './options';
import { writeOutput } from './output-file';
import { readPlan } from './plan-file';
import { sortFiles } from './problem-input';
import { EXIT, type Terminal, type Verb } from './terminal';

export const exportVerb: Verb = {
  summary: 'write a plan as an .ics file',
  usage: `Usage: daywright export WORKSPACE.json PLAN.json --ics OUT.ics
  --ics OUT.ics  the file to write; one that is there is replaced
A second import of a newer export updates the entries instead of doubling them.
`,
  run: runExport,
};

async function runExport(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { ics: 'text' });
  const { workspace: workspacePath, others } = sortFiles('export', given.files, [], ['PLAN.json']);
  const planPath = others[0]!;
  const out = given.text('ics');
  if (!out) throw new BadInput('--ics is missing: expected the file to write');

  const workspace = await readWorkspace(workspacePath);
  const plan = await readPlan(planPath);
  const titles = new Map([...workspace.tasks, ...workspace.habits].map(({ id, title }) => [id, title]));
  const entries = plan.placements.map((placement, index) => {
    const title = titles.get(placement.id);
    if (title !== undefined) return { placement, title };
    const place = `${planPath}: placements[${index}].id is ${JSON.stringify(placement.id)}`;
    throw new BadInput(`${place}: expected the id of a task or habit in ${workspacePath}`);
  });

  const now = formatInstant(terminal.clock.now());
  const ics = writeCalendar({ entries, events: [], zone: workspace.settings.timeZone, now });
  await writeOutput(out, ics, [workspacePath, planPath], terminal);
  terminal.note(`Wrote ${entries.length} entries to ${out}`);
  return EXIT.done;
}
