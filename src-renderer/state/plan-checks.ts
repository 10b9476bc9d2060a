// What a plan that is about to be stored is held against. The planner proved it; but a preview may have been unticked in part,
// and what the user locked may lie anywhere. Pure.
import { blocksTime } from '#shared/calendar/blocking';
import type { CalendarEvent } from '#shared/calendar/event';
import { type MinuteSpan, outerMinutes, subtractMinutes, totalMinutes } from '#shared/engine/epoch-minute';
import type { Placement } from '#shared/engine/plan';
import { workingWindows } from '#shared/engine/working-windows';
import { plusDays } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { PlanChecks } from '../db/rows';
import { placementKey } from './placement-key';
import type { WorkspaceState } from './workspace';

/** `events`: all that share time with a placement. */
export function planChecks(
  state: Pick<WorkspaceState, 'settings' | 'calendars' | 'placements'>,
  placements: readonly Placement[],
  events: readonly CalendarEvent[],
): PlanChecks {
  return {
    overlaps: overlapsOf(placements, blockingSpans(state, events)),
    lockedMoved: lockedMoved(state.placements, placements),
    outsideMinutes: outsideMinutes(state, placements),
  };
}

function blockingSpans(
  { settings, calendars }: Pick<WorkspaceState, 'settings' | 'calendars'>,
  events: readonly CalendarEvent[],
): MinuteSpan[] {
  const known = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return events
    .filter((event) => {
      const calendar = known.get(event.calendarId);
      return calendar !== undefined && blocksTime(event, calendar, settings);
    })
    .map((event) => outerMinutes(event.start, event.end));
}

/** A sweep by start: what begins before the time taken so far has ended, shares time with it. Events may overlap events. */
function overlapsOf(placements: readonly Placement[], events: readonly MinuteSpan[]): number {
  const ours = placements.map((placement) => ({ ...outerMinutes(placement.start, placement.end), ours: true }));
  const all = [...ours, ...events.map((span) => ({ ...span, ours: false }))].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const overlapping = new Set<(typeof all)[number]>();
  let last: (typeof all)[number] | null = null;
  let lastOfOurs: (typeof all)[number] | null = null;
  for (const span of all) {
    const against = span.ours ? last : lastOfOurs;
    if (against && span.start < against.end && span.start < span.end) {
      overlapping.add(span.ours ? span : against);
    }
    if (!last || span.end > last.end) last = span;
    if (span.ours && (!lastOfOurs || span.end > lastOfOurs.end)) lastOfOurs = span;
  }
  return overlapping.size;
}

function lockedMoved(before: readonly Placement[], after: readonly Placement[]): number {
  const starts = new Map(after.map((placement) => [placementKey(placement), parseInstant(placement.start)]));
  return before.filter((placement) => {
    const start = starts.get(placementKey(placement));
    return placement.pinned && start !== undefined && start !== parseInstant(placement.start);
  }).length;
}

function outsideMinutes({ settings }: Pick<WorkspaceState, 'settings'>, placements: readonly Placement[]): number {
  const work = placements
    .filter((placement) => placement.kind === 'task')
    .map((placement) => outerMinutes(placement.start, placement.end))
    .sort((a, b) => a.start - b.start);
  const first = placements.length === 0 ? null : earliest(placements);
  if (first === null || work.length === 0) return 0;
  const { timeZone } = settings;
  const last = latest(placements);
  const windows = workingWindows(settings, dayAt(timeZone, first), plusDays(dayAt(timeZone, last), 1));
  return work.reduce((sum, span) => sum + totalMinutes(subtractMinutes([span], windows)), 0);
}

function earliest(placements: readonly Placement[]) {
  return parseInstant(placements.reduce((least, { start }) => (start < least ? start : least), placements[0]!.start))!;
}

function latest(placements: readonly Placement[]) {
  return parseInstant(placements.reduce((most, { end }) => (end > most ? end : most), placements[0]!.end))!;
}
