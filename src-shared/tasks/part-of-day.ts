import { parseTimeOfDay } from '../time/wall-time';
import type { Task } from './task';

const PARTS = {
  morning: { from: 5 * 60, to: 12 * 60 },
  afternoon: { from: 12 * 60, to: 17 * 60 },
  evening: { from: 17 * 60, to: 22 * 60 },
} as const;

/** The preferred window in minutes after midnight; an end at or before the start reaches into the next day. */
export function partWindow(part: Task['partOfDay']): { readonly from: number; readonly to: number } | null {
  if (part === null) return null;
  if (typeof part === 'string') return PARTS[part];
  return { from: parseTimeOfDay(part.from) ?? 0, to: parseTimeOfDay(part.to) ?? 0 };
}

/** The window in words, for explanations. */
export function partName(part: Task['partOfDay']): string {
  if (part === null) return 'no preferred part of the day';
  return typeof part === 'string' ? `the ${part}` : `${part.from} to ${part.to}`;
}
