// What would be said next if nobody marked anything until then: the host's own rules, asked at the moments at which a state can change.
import type { EpochMinute } from '../engine/epoch-minute';
import { NOTHING_SAID } from './notice-memory';
import { decideNotices, type Notice } from './notices';
import type { HabitAgenda, OpenHabit } from './open-habit';
import {
  ANNOUNCED_MINUTES,
  COOL_DOWN_MINUTES,
  lastCallDueAt,
  leftPlanAt,
  slippingDueAt,
  tightDueAt,
} from './worth-telling';

export interface NextNotice {
  readonly at: EpochMinute;
  readonly notice: Notice;
}

/** Null when nothing of the agenda's days will be said. What holds already counts as said. */
export function nextNotice(agenda: HabitAgenda, now: EpochMinute): NextNotice | null {
  // Of what slips across days the host alone knows when it was said.
  const today = { ...agenda, slipping: [] };
  let { memory } = decideNotices(today, { ...NOTHING_SAID, lastCheck: now }, now);
  for (const at of momentsAfter(agenda, now)) {
    // The host looks each minute, so none of these is an absence.
    const decided = decideNotices(today, { ...memory, lastCheck: at }, at);
    const [notice] = decided.notices;
    if (notice) return { at, notice };
    memory = decided.memory;
  }
  return null;
}

function momentsAfter(agenda: HabitAgenda, now: EpochMinute): EpochMinute[] {
  const changes = [
    ...agenda.open.flatMap((open) => changesOf(open, agenda.gridMinutes)),
    ...agenda.meetings.map((one) => one.end),
  ];
  const moments = new Set(changes.flatMap((at) => [at, at + COOL_DOWN_MINUTES]));
  return [...moments].filter((at) => at > now).sort((a, b) => a - b);
}

function changesOf(open: OpenHabit, gridMinutes: number): EpochMinute[] {
  const found = [
    open.place ? open.place.start - ANNOUNCED_MINUTES : null,
    open.place ? leftPlanAt(open) : null,
    tightDueAt(open, gridMinutes),
    lastCallDueAt(open, gridMinutes),
    slippingDueAt(open, gridMinutes),
  ];
  return found.filter((at) => at !== null);
}
