// A study's window as text fields, and back.
import { failed, ok, type Result } from '#shared/base/result';
import type { EvidenceWindow } from '#shared/posts/evidence/evidence-window';
import { plainNumber } from './typed-number';
import { readWholeHours, windowText } from './window-text';

export interface EvidenceForm {
  /** "Tue–Thu 8:00–11:00". */
  readonly window: string;
  readonly kind: EvidenceWindow['kind'];
  /** Percent. */
  readonly strength: string;
  readonly contentTypes: readonly string[];
  readonly source: string;
  readonly year: string;
  readonly note: string;
}

export type EvidenceProblems = Partial<Record<keyof EvidenceForm, string>>;

export function evidenceFormOf(window: EvidenceWindow | null): EvidenceForm {
  if (!window) {
    return { window: '', kind: 'peak', strength: '80', contentTypes: [], source: '', year: '', note: '' };
  }
  return {
    window: windowText({ days: window.days, from: hour(window.fromHour), to: hour(window.toHour) }),
    kind: window.kind,
    strength: String(Math.round(window.strength * 100)),
    contentTypes: window.contentTypes,
    source: window.source,
    year: String(window.year),
    note: window.note,
  };
}

/** Studies speak of whole hours of one day. Fields nobody knows are taken from `known`. */
export function readEvidenceForm(
  form: EvidenceForm,
  platform: string,
  known: EvidenceWindow | null,
): Result<EvidenceWindow, EvidenceProblems> {
  const problems: EvidenceProblems = {};
  const hours = readWholeHours(form.window);
  if (!hours.ok) problems.window = hours.error;
  const strength = Number(plainNumber(form.strength));
  if (form.strength.trim() === '' || !(strength >= 0 && strength <= 100)) problems.strength = '0 to 100%.';
  const year = Number(form.year);
  if (!(Number.isInteger(year) && year >= 2000 && year <= 2100)) problems.year = 'A year from 2000 to 2100.';
  if (form.source.trim() === '') problems.source = 'Who says so?';
  if (Object.keys(problems).length > 0 || !hours.ok) return failed(problems);
  return ok({
    ...known,
    ...hours.value,
    platform,
    contentTypes: [...form.contentTypes],
    kind: form.kind,
    strength: strength / 100,
    source: form.source.trim(),
    year,
    note: form.note.trim(),
  });
}

function hour(value: number): string {
  return `${String(value).padStart(2, '0')}:00`;
}
