// Moves by hand teach; what was learned is shown in Settings and can be forgotten.
import type { Result } from '#shared/base/result';
import type { Placement } from '#shared/engine/plan';
import { energyBands } from '#shared/tasks/energy-bands';
import { learnFromMove, learningKeys } from '#shared/tasks/learning';
import type { Task } from '#shared/tasks/task';
import { daysBetween } from '#shared/time/day';
import { type Instant, minutesBetween, parseInstant } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import type { Change } from '../db/change';
import { SETTINGS_ID } from '../db/rows';
import { commit } from './commit';
import { type DemandRef, placementKey } from './placement-key';
import type { WorkspaceState } from './workspace';

/** The change of a move with what it teaches; a move to the same place, a lock, teaches nothing. */
export function withLesson(state: WorkspaceState, ref: DemandRef, start: Instant, change: Change): Change {
  const task = ref.kind === 'task' ? state.tasks.find((one) => one.id === ref.id) : undefined;
  const moved = change.puts?.placements?.find((row) => row.key === placementKey(ref))?.placement;
  const before = state.placements.find((placement) => placementKey(placement) === placementKey(ref));
  if (!task || !moved || learningKeys(task).length === 0) return change;
  if (before && parseInstant(before.start) === start) return change;
  const { settings } = state;
  const minutes = minutesBetween(start, parseInstant(moved.end)!);
  const minuteOfDay = Math.floor(minuteOfDayAt(settings.timeZone, start) + minutes / 2) % 1440;
  const band = energyBands(settings).find(({ from, to }) =>
    from < to ? from <= minuteOfDay && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to,
  );
  const learned = learnFromMove(settings.learned ?? {}, task, {
    minuteOfDay,
    energy: band?.level ?? null,
    daysAfter: daysAfter(task, start, before, settings.timeZone),
  });
  return { ...change, puts: { ...change.puts, settings: [{ id: SETTINGS_ID, value: { ...settings, learned } }] } };
}

/** A move within the day says nothing of days. */
function daysAfter(task: Task, start: Instant, before: Placement | undefined, zone: ZoneId): number | null {
  const day = dayAt(zone, start);
  if (task.createdAt === null || (before && dayAt(zone, parseInstant(before.start)!) === day)) return null;
  return Math.max(0, daysBetween(dayAt(zone, parseInstant(task.createdAt)!), day));
}

/** Forgets one project or tag, or everything. */
export function forgetLearned(key: string | null): Promise<Result<void, string>> {
  return commit(key === null ? 'Forget what was learned' : 'Forget what one project or tag taught', (state) => {
    const kept = Object.entries(state.settings.learned ?? {}).filter(([name]) => key !== null && name !== key);
    const value = { ...state.settings, learned: Object.fromEntries(kept) };
    return { puts: { settings: [{ id: SETTINGS_ID, value }] } };
  });
}
