// The numbers of scoring, learning and sending as text fields, and back. Shares are percent.
import { failed, ok, type Result } from '#shared/base/result';
import type { Parameters } from '#shared/posts/nouns/parameters';
import { plainNumber } from './typed-number';

export interface ParameterField {
  readonly name: keyof Parameters & string;
  readonly label: string;
  readonly group: 'Score' | 'Learning' | 'Sending';
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** Written in percent. */
  readonly percent?: boolean;
}

/** Bounds are those of the parameters' own schema. */
export const PARAMETER_FIELDS: readonly ParameterField[] = [
  { name: 'demographicWeight', label: 'Audience weight', group: 'Score', min: 0, max: 1 },
  { name: 'formatWeight', label: 'Format weight', group: 'Score', min: 0, max: 1 },
  { name: 'seasonWeight', label: 'Season weight', group: 'Score', min: 0, max: 1 },
  { name: 'priorStrength', label: 'Posts a study is worth', group: 'Score', min: 0, max: 1000 },
  { name: 'explorationRate', label: 'Posts that try new hours', group: 'Learning', min: 0, max: 1, percent: true },
  { name: 'smoothing', label: 'Weight of the newest value', group: 'Learning', min: 0.001, max: 1 },
  { name: 'maxConcurrentPosts', label: 'Posts at once', group: 'Sending', min: 1, max: 100, whole: true },
  { name: 'maxUrgentConcurrentPosts', label: 'With urgent ones', group: 'Sending', min: 1, max: 100, whole: true },
  { name: 'gapFactor', label: 'All gaps, times', group: 'Sending', min: 1, max: 3 },
  { name: 'duplicateGapHours', label: 'Same words apart, h', group: 'Sending', min: 0, max: 8784 },
  { name: 'initialBackoffSeconds', label: 'First retry after, s', group: 'Sending', min: 0.001, max: 3600 },
  { name: 'backoffMultiplier', label: 'Each retry, times', group: 'Sending', min: 1, max: 10 },
  { name: 'maxBackoffSeconds', label: 'Longest wait, s', group: 'Sending', min: 0.001, max: 86_400 },
];

export type ParametersForm = Readonly<Record<string, string>>;

export function parametersFormOf(parameters: Parameters): ParametersForm {
  return Object.fromEntries(
    PARAMETER_FIELDS.map(({ name, percent }) => [name, String(scaled(Number(parameters[name]), percent ? 100 : 1))]),
  );
}

/** Only what differs from the parameters in force. */
export function readParametersForm(
  form: ParametersForm,
  known: Parameters,
): Result<Partial<Parameters>, Readonly<Record<string, string>>> {
  const problems: Record<string, string> = {};
  const patch: Record<string, number> = {};
  for (const { name, min, max, whole = false, percent = false } of PARAMETER_FIELDS) {
    const typed = plainNumber(form[name] ?? '');
    const value = scaled(Number(typed), percent ? 0.01 : 1);
    if (typed === '' || !(value >= min && value <= max) || (whole && !Number.isInteger(value))) {
      const unit = percent ? '%' : '';
      problems[name] =
        `${whole ? 'A whole number' : 'A number'} from ${scaled(min, percent ? 100 : 1)} to ${scaled(max, percent ? 100 : 1)}${unit}.`;
    } else if (value !== known[name]) patch[name] = value;
  }
  return Object.keys(problems).length > 0 ? failed(problems) : ok(patch);
}

function scaled(value: number, by: number): number {
  return Math.round(value * by * 1e6) / 1e6;
}
