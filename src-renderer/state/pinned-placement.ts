import type { Task } from '#shared/tasks/task';
import { parseInstant, plusMinutes } from '#shared/time/instant';
import type { Change } from '../db/change';
import { barePlacement } from './bare-placement';
import { placementRows } from './placement-rows';
import { slackOf } from './slack';
import type { WorkspaceState } from './workspace';

/** What the plan in force says of a task whose fixed start or length was changed; split tasks wait for the next plan. */
export function pinnedPlacement(
  state: WorkspaceState,
  before: Task | undefined,
  after: Task,
): Pick<NonNullable<Change['puts']>, 'placements'> {
  const placed = state.placements.filter((one) => one.kind === 'task' && one.id === after.id);
  if (placed.some((one) => one.chunk !== null)) return {};
  if (after.pinnedStart === null) {
    if (before?.pinnedStart == null) return {};
    return { placements: placementRows(placed.map((one) => ({ ...one, pinned: false }))) };
  }
  const unchanged = before?.pinnedStart === after.pinnedStart && before.durationMinutes === after.durationMinutes;
  const start = parseInstant(after.pinnedStart);
  if (unchanged || start === null || after.durationMinutes === 0) return {};
  const end = plusMinutes(start, after.durationMinutes);
  const due = after.dueAt === null ? null : parseInstant(after.dueAt);
  return {
    placements: placementRows([
      {
        ...barePlacement({ kind: 'task', id: after.id }, start, end),
        ...slackOf(due, end, state.settings.bufferMinutes),
      },
    ]),
  };
}
