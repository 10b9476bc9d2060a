import type { PlanOptions } from '#shared/planning/problem';
import { problemOfWorkspace } from '#shared/planning/problem-of-workspace';
import { formatInstant } from '#shared/time/instant';
import { makePlan } from '../../services/planning/make-plan';
import { nowOption, oneOf, readOptions, wholeNumber } from './options';
import type { Asked } from './plan-file';
import { readWorkspaceWith, sortFiles } from './problem-input';
import { EXIT, type Terminal, type Verb } from './terminal';

export const planVerb: Verb = {
  summary: 'plan the tasks and habits of a workspace',
  usage: `Usage: daywright plan WORKSPACE.json [--ics FILE...] [--now ISO] [--days N] [--only tasks,habits]
                      [--workers N] [--seed N] [--algorithm best|greedy]
  --ics FILE    plan around the events of these calendar files too
  --now ISO     plan from this moment on (default: now)
  --days N      plan so many days, 1 to 366 (default: the workspace's horizon)
  --only KINDS  tasks, habits, or both with a comma between
  --workers N   threads, 1 to 64 (default: the workspace's setting, or one less than the cores); never changes the plan
  --seed N      the seed of the search (default 1)
  --algorithm   best, or greedy: the baseline
Prints {"placements","unplaced","quality","metrics"}.
`,
  run: runPlan,
};

async function runPlan(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, {
    ics: 'texts',
    now: 'text',
    days: 'text',
    only: 'text',
    workers: 'text',
    seed: 'text',
    algorithm: 'text',
  });
  const files = sortFiles('plan', given.files, given.texts('ics'), []);
  const days = wholeNumber('--days', given.text('days'), 1, 366);
  const workers = wholeNumber('--workers', given.text('workers'), 1, 64);
  const seed = wholeNumber('--seed', given.text('seed'), -2_147_483_648, 4_294_967_295) ?? 1;
  const algorithm = oneOf('--algorithm', given.text('algorithm') ?? 'best', ['best', 'greedy']);
  const only = kindsOption(given.text('only'));
  const nowText = given.text('now');

  let now = terminal.clock.now();
  const read = await readWorkspaceWith(
    files,
    ({ settings }) => {
      if (nowText !== null) now = nowOption(nowText, settings.timeZone);
      return { from: now, days: days ?? settings.horizonDays };
    },
    terminal,
  );
  if (read.kind === 'cancelled') return EXIT.cancelled;
  if (read.kind === 'failed') throw new Error(read.error.message);
  const workspace = read.value;

  const asked: Asked = { now: formatInstant(now), days: days ?? workspace.settings.horizonDays, only, seed, algorithm };
  const jobs = terminal.pool(workers ?? workspace.settings.workers ?? undefined);
  try {
    const made = await makePlan(problemOfWorkspace(workspace, asked), {
      jobs,
      clock: terminal.clock,
      signal: terminal.signal,
      onProgress: ({ fraction, phase }) => terminal.progress(fraction, phase),
    });
    if (made.kind === 'cancelled') return EXIT.cancelled;
    if (made.kind === 'failed') {
      terminal.note(made.error.message);
      return EXIT.notFine;
    }
    const { placements, unplaced, quality, metrics } = made.value;
    const plan = { placements, unplaced, quality, metrics: { ...metrics, asked } };
    await terminal.print(`${JSON.stringify(plan, null, 2)}\n`);
    return EXIT.done;
  } finally {
    await jobs.close();
  }
}

function kindsOption(text: string | null): PlanOptions['only'] {
  if (text === null) return ['tasks', 'habits'];
  const kinds = text.split(',').map((kind) => oneOf<'tasks' | 'habits'>('--only', kind.trim(), ['tasks', 'habits']));
  return [...new Set(kinds)];
}
