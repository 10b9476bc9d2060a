// What a plan would change, as rows that can be unticked, and what the plan becomes when some are. Pure.
import type { Placement } from '#shared/engine/plan';
import type { IdentifiedPlan, PlanningProblem } from '#shared/planning/problem';
import { type Day, parseDay } from '#shared/time/day';
import { type Instant, minutesBetween, parseInstant } from '#shared/time/instant';
import { overlaps, type Span } from '#shared/time/span';
import { placementKey } from './placement-key';
import { previewEffects } from './preview-effects';
import { reasonForMove, reasonForNew } from './preview-reason';

export interface PreviewRow {
  /** `placementKey` of the demand. */
  readonly key: string;
  readonly kind: 'moved' | 'new' | 'unplaced';
  readonly demandKind: Placement['kind'];
  readonly id: string;
  readonly day?: Day | undefined;
  readonly title: string;
  readonly projectName: string | null;
  readonly before: Instant | null;
  readonly after: Instant | null;
  /** Of the block after, or before where it is no longer placed. */
  readonly durationMinutes: number;
  readonly reason: string;
  readonly slack: Placement['slack'];
  /** From the new end to the due; negative when late; null without a due. */
  readonly slackMinutes: number | null;
  readonly lateMinutes: number;
}

export interface PreviewEffect {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Null: neither better nor worse. */
  readonly better: boolean | null;
}

export interface PlanPreview {
  readonly plan: IdentifiedPlan;
  /** What the plan was asked. */
  readonly problem: PlanningProblem;
  readonly rows: readonly PreviewRow[];
  readonly effects: readonly PreviewEffect[];
  /** Placed demands that stay where they are, and how many of them are locked. */
  readonly stay: number;
  readonly locked: number;
  /** Number of the newest user action that it knows of. */
  readonly madeFrom: number;
  /** What the user did since the last plan, newest first. */
  readonly since: readonly string[];
}

export function previewOf(
  problem: PlanningProblem,
  plan: IdentifiedPlan,
  projects: ReadonlyMap<string, string>,
): Omit<PlanPreview, 'madeFrom' | 'since'> {
  const before = new Map(problem.present.map((placement) => [placementKey(placement), placement]));
  const after = new Map(plan.placements.map((placement) => [placementKey(placement), placement]));
  const rows: PreviewRow[] = [];
  let stay = 0;
  let locked = 0;
  const row = rowMaker(problem, projects);
  for (const [key, placement] of after) {
    const old = before.get(key);
    if (old && old.start === placement.start && old.end === placement.end) {
      stay += 1;
      if (placement.pinned) locked += 1;
    } else if (old) {
      rows.push(row('moved', key, old, placement, reasonForMove(problem, plan, old, placement)));
    } else {
      rows.push(row('new', key, null, placement, reasonForNew(problem, placement)));
    }
  }
  const at = parseInstant(problem.now)!;
  for (const [key, old] of before) {
    if (after.has(key) || parseInstant(old.end)! <= at) continue;
    const unplaced = plan.unplaced.find((x) => x.kind === old.kind && x.id === old.id && x.day === old.day);
    if (unplaced) rows.push(row('unplaced', key, old, null, unplaced.detail));
  }
  const order = { moved: 0, new: 1, unplaced: 2 };
  rows.sort((a, b) => order[a.kind] - order[b.kind] || (a.after ?? a.before ?? 0) - (b.after ?? b.before ?? 0));
  return { plan, problem, rows, effects: previewEffects(problem, plan), stay, locked };
}

/**
 * The plan with only the kept rows applied. A row left out stays as it was; a kept row whose new place is then taken
 * stays as it was too, and so on until nothing overlaps: the present plan has no overlaps, so this ends.
 */
export function keepRows(
  preview: Pick<PlanPreview, 'plan' | 'rows'>,
  present: readonly Placement[],
  keep: ReadonlySet<string>,
): { readonly placements: readonly Placement[]; readonly heldBack: readonly string[] } {
  const before = new Map(present.map((placement) => [placementKey(placement), placement]));
  const after = new Map(preview.plan.placements.map((placement) => [placementKey(placement), placement]));
  const refused = new Set(preview.rows.filter((row) => !keep.has(row.key)).map((row) => row.key));
  const heldBack: string[] = [];
  for (;;) {
    const staying = [...refused].map((key) => before.get(key)).filter((x) => x !== undefined);
    const pushed = preview.rows.find((row) => {
      const placement = after.get(row.key);
      return !refused.has(row.key) && placement && staying.some((other) => overlaps(spanOf(placement), spanOf(other)));
    });
    if (!pushed) break;
    refused.add(pushed.key);
    heldBack.push(pushed.key);
  }
  const placements = [...after].filter(([key]) => !refused.has(key)).map(([, placement]) => placement);
  for (const key of refused) {
    const old = before.get(key);
    if (old) placements.push(old);
  }
  return { placements, heldBack };
}

function rowMaker(problem: PlanningProblem, projects: ReadonlyMap<string, string>) {
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  const habits = new Map(problem.habits.map((habit) => [habit.id, habit]));
  return (
    kind: PreviewRow['kind'],
    key: string,
    old: Placement | null,
    next: Placement | null,
    reason: string,
  ): PreviewRow => {
    const shown = (next ?? old)!;
    const task = shown.kind === 'task' ? tasks.get(shown.id) : undefined;
    const due = task?.dueAt ? parseInstant(task.dueAt) : null;
    const span = spanOf(shown);
    return {
      key,
      kind,
      demandKind: shown.kind,
      id: shown.id,
      day: (shown.day === undefined ? null : parseDay(shown.day)) ?? undefined,
      title: task?.title ?? habits.get(shown.id)?.title ?? shown.id,
      projectName: task?.projectId ? (projects.get(task.projectId) ?? null) : null,
      before: old ? spanOf(old).start : null,
      after: next ? spanOf(next).start : null,
      durationMinutes: minutesBetween(span.start, span.end),
      reason,
      slack: next?.slack ?? 'none',
      slackMinutes: next && due !== null ? minutesBetween(span.end, due) : null,
      lateMinutes: next?.lateMinutes ?? 0,
    };
  };
}

/** The span of a placement; its texts were checked when it was stored or sent. */
export function spanOf(placement: Pick<Placement, 'start' | 'end'>): Span {
  return { start: parseInstant(placement.start)!, end: parseInstant(placement.end)! };
}
