// The rules of one platform as text fields, and back. An empty field means the general value.
import { failed, ok, type Result } from '#shared/base/result';
import { type Constraint, quotaOf } from '#shared/posts/nouns/constraint';
import type { TimeWindow } from '#shared/posts/nouns/time-window';
import { readWindowText, windowText } from './window-text';

export interface ConstraintForm {
  readonly minGapHours: string;
  readonly maxConcurrentPosts: string;
  readonly maxUrgentConcurrentPosts: string;
  readonly dailyCap: string;
  readonly quotaPosts: string;
  readonly quotaHours: string;
  readonly preferred: readonly string[];
  readonly preferredOnly: boolean;
  readonly prohibited: readonly string[];
}

export type ConstraintProblems = Partial<Record<keyof ConstraintForm, string>>;

export function constraintFormOf(constraint: Constraint | null): ConstraintForm {
  const quota = quotaOf(constraint?.apiQuota ?? null);
  return {
    minGapHours: text(constraint?.minGapHours),
    maxConcurrentPosts: text(constraint?.maxConcurrentPosts),
    maxUrgentConcurrentPosts: text(constraint?.maxUrgentConcurrentPosts),
    dailyCap: text(constraint?.dailyCap),
    quotaPosts: text(quota?.posts),
    quotaHours: text(quota?.perHours),
    preferred: (constraint?.preferredWindows ?? []).map(windowText),
    preferredOnly: constraint?.preferredOnly ?? false,
    prohibited: (constraint?.prohibitedWindows ?? []).map(windowText),
  };
}

/** Fields nobody knows are taken from `known`, the constraint as it stands; an emptied field is `undefined`. */
export function readConstraintForm(
  form: ConstraintForm,
  platform: string,
  known: Constraint | null,
): Result<Constraint, ConstraintProblems> {
  const problems: ConstraintProblems = {};
  const read = (field: keyof ConstraintForm, least: number, most: number, whole: boolean): number | undefined => {
    const typed = String(form[field]).trim();
    if (typed === '') return undefined;
    const value = Number(typed.replace(',', '.'));
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    problems[field] = `${whole ? 'A whole number' : 'A number'} from ${least} to ${most}.`;
    return undefined;
  };
  const windows = (field: 'preferred' | 'prohibited'): TimeWindow[] => {
    const found = form[field].map(readWindowText);
    const wrong = found.find((one) => !one.ok);
    if (wrong && !wrong.ok) problems[field] = wrong.error;
    return found.flatMap((one) => (one.ok ? [one.value] : []));
  };
  const numbers = {
    minGapHours: read('minGapHours', 0, 720, false),
    maxConcurrentPosts: read('maxConcurrentPosts', 1, 1000, true),
    maxUrgentConcurrentPosts: read('maxUrgentConcurrentPosts', 1, 1000, true),
  };
  const dailyCap = read('dailyCap', 0, 1000, true) ?? null;
  const posts = read('quotaPosts', 0, 100_000, true);
  const perHours = read('quotaHours', 0.1, 8784, false) ?? 24;
  if (posts === undefined && form.quotaHours.trim() !== '' && !problems.quotaPosts) {
    problems.quotaPosts = 'How many posts in that time?';
  }
  const quota = posts === undefined ? null : { posts, perHours };
  const { preferredOnly } = form;
  const preferredWindows = windows('preferred');
  const prohibitedWindows = windows('prohibited');
  if (form.preferredOnly && form.preferred.length === 0) problems.preferred = 'Name a window, or allow others.';
  if (Object.keys(problems).length > 0) return failed(problems);
  return ok({
    ...known,
    platform,
    ...numbers,
    dailyCap,
    apiQuota: quota,
    preferredWindows,
    preferredOnly,
    prohibitedWindows,
  });
}

function text(value: number | null | undefined): string {
  return value == null ? '' : String(value);
}
