import type { MinuteSpan } from '../engine/epoch-minute';

const MOST_ALTERNATIVES = 5;
const LEAST_APART_MINUTES = 60;

/** The best few that really differ: least late first, then by score, each at least an hour (or its own length) away from `own` and from those already chosen. */
export function chooseApart<T extends MinuteSpan & { readonly late: number; readonly score: number }>(
  slots: readonly T[],
  own: MinuteSpan,
): T[] {
  const apart = Math.max(LEAST_APART_MINUTES, own.end - own.start);
  const chosen: T[] = [];
  for (const slot of [...slots].sort((a, b) => a.late - b.late || b.score - a.score || a.start - b.start)) {
    if (chosen.length === MOST_ALTERNATIVES) break;
    if ([own, ...chosen].every((other) => Math.abs(other.start - slot.start) >= apart)) chosen.push(slot);
  }
  return chosen;
}

/** A length of time as people say it: "45 min", "2 h", "3 days". */
export function lengthInWords(minutes: number): string {
  const rounded = Math.round(minutes);
  if (rounded < 90) return `${rounded} min`;
  const hours = Math.round(rounded / 60);
  if (hours < 36) return `${hours} h`;
  return `${Math.round(hours / 24)} days`;
}
