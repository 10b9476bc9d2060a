import type { PlanningProblem } from '#shared/planning/problem';
import { problemOfWorkspace } from '#shared/planning/problem-of-workspace';
import { planQuality } from '#shared/planning/quality';
import { verifyPlan } from '#shared/planning/verify';
import { formatInstant, type Instant, MILLISECONDS_PER_DAY, parseInstant, plusMinutes } from '#shared/time/instant';
import type { Workspace } from '#shared/workspace/document';
import { EARLIEST_NOW, nowOption, readOptions } from './options';
import { type Asked, type PlanFile, readPlan } from './plan-file';
import { readWorkspaceWith, sortFiles } from './problem-input';
import { EXIT, type Terminal, type Verb } from './terminal';

export const checkVerb: Verb = {
  summary: 'prove a plan: every hard rule, by a checker of its own',
  usage: `Usage: daywright check WORKSPACE.json PLAN.json [--ics FILE...] [--now ISO]
  --ics FILE  the calendar files that the plan was made around
  --now ISO   the moment the plan was made from (default: what the plan says, else just before its first placement)
Prints {"violations","quality"}. Exit code 1 when there are violations.
`,
  run: runCheck,
};

async function runCheck(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { ics: 'texts', now: 'text' });
  const files = sortFiles('check', given.files, given.texts('ics'), ['PLAN.json']);
  const plan = await readPlan(files.others[0]!);
  const nowText = given.text('now');

  let asked: Asked | null = null;
  const read = await readWorkspaceWith(
    files,
    (workspace) => {
      const now = nowText === null ? null : nowOption(nowText, workspace.settings.timeZone);
      asked = questionOf(plan, workspace, now);
      return { from: parseInstant(asked.now)!, days: asked.days };
    },
    terminal,
  );
  if (read.kind === 'cancelled') return EXIT.cancelled;
  if (read.kind === 'failed') throw new Error(read.error.message);

  const problem: PlanningProblem = problemOfWorkspace(read.value, asked!);
  const violations = verifyPlan(problem, plan);
  const quality = planQuality(problem, plan.placements, plan.unplaced);
  await terminal.print(`${JSON.stringify({ violations, quality }, null, 2)}\n`);
  return violations.length > 0 ? EXIT.notFine : EXIT.done;
}

/** The question that the plan answers: as it says itself, or the smallest one that its placements fit. */
function questionOf(plan: PlanFile, workspace: Workspace, now: Instant | null): Asked {
  const said = plan.metrics?.asked;
  if (said) return now === null ? said : { ...said, now: formatInstant(now) };
  const starts = plan.placements.map(({ start }) => parseInstant(start)!);
  const ends = plan.placements.map(({ end }) => parseInstant(end)!);
  const { leadMinutes, horizonDays } = workspace.settings;
  const first = plusMinutes(starts.length > 0 ? (Math.min(...starts) as Instant) : (0 as Instant), -leadMinutes);
  const from = now ?? (Math.max(first, EARLIEST_NOW) as Instant);
  const reach = ends.length > 0 ? Math.ceil((Math.max(...ends) - from) / MILLISECONDS_PER_DAY) + 1 : 1;
  const days = Math.min(366, Math.max(horizonDays, reach));
  return { now: formatInstant(from), days, only: kindsIn(plan), seed: 1, algorithm: 'best' };
}

/** A plan that says nothing of habits at all is no wrong plan for habits; one that says nothing at all is judged whole. */
function kindsIn(plan: PlanFile): Asked['only'] {
  const kinds = new Set([...plan.placements, ...plan.unplaced].map((line) => line.kind));
  const named = (['task', 'habit'] as const).filter((kind) => kinds.has(kind)).map((kind) => `${kind}s` as const);
  return named.length > 0 ? named : ['tasks', 'habits'];
}
