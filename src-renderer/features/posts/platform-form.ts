// A platform as text fields, and back: its name, its usual gap, what can be published there.
import { failed, ok, type Result } from '#shared/base/result';
import type { ContentType, Platform } from '#shared/posts/nouns/platform';
import { nextKey } from './row-key';
import { plainNumber } from './typed-number';

export interface TypeRow {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  /** As it is stored; null for a new one. */
  readonly known: ContentType | null;
  readonly name: string;
  /** How much the hour matters, in percent. */
  readonly sensitivity: string;
}

export interface PlatformForm {
  readonly name: string;
  readonly gapHours: string;
  readonly types: readonly TypeRow[];
}

export type PlatformProblems = Partial<Record<keyof PlatformForm, string>>;

export function platformFormOf(platform: Platform | null): PlatformForm {
  if (!platform) return { name: '', gapHours: '12', types: withNewType([]).map((row) => ({ ...row, name: 'Post' })) };
  return {
    name: platform.name,
    gapHours: String(platform.minGapHours),
    types: platform.contentTypes.map((known, key) => ({
      key,
      known,
      name: known.name,
      sensitivity: String(Math.round(known.timeSensitivity * 1000) / 10),
    })),
  };
}

export function withNewType(rows: readonly TypeRow[]): TypeRow[] {
  return [...rows, { key: nextKey(rows), known: null, name: '', sensitivity: '100' }];
}

/** `known` is the platform as it stands, null for a new one; ids are made of the names and differ from those of `others`. */
export function readPlatformForm(
  form: PlatformForm,
  known: Platform | null,
  others: readonly Platform[],
): Result<Platform, PlatformProblems> {
  const problems: PlatformProblems = {};
  const name = form.name.trim();
  const taken = others.find((one) => one.id !== known?.id && one.name.toLowerCase() === name.toLowerCase());
  if (name === '') problems.name = 'A platform needs a name.';
  else if (taken) problems.name = `There is a platform called “${taken.name}” already.`;
  const gap = Number(form.gapHours.replace(',', '.'));
  if (form.gapHours.trim() === '' || !(gap >= 0 && gap <= 720)) problems.gapHours = 'A number from 0 to 720.';
  const wrong = typesProblem(form.types);
  if (wrong !== '') problems.types = wrong;
  if (Object.keys(problems).length > 0) return failed(problems);
  const id = known?.id ?? freeId(idOf(name, 'platform'), new Set(others.map((one) => one.id)));
  const ids = new Set(form.types.flatMap((row) => row.known?.id ?? []));
  const contentTypes = form.types.map((row): ContentType => {
    const typeId = row.known?.id ?? freeId(`${id}_${idOf(row.name, 'type')}`, ids);
    ids.add(typeId);
    return { ...row.known, id: typeId, name: row.name.trim(), timeSensitivity: percentOf(row.sensitivity) / 100 };
  });
  return ok({ ...known, id, name, minGapHours: gap, contentTypes });
}

function typesProblem(rows: readonly TypeRow[]): string {
  if (rows.length === 0) return 'Name at least one content type.';
  const names = new Set<string>();
  for (const row of rows) {
    const name = row.name.trim().toLowerCase();
    if (name === '') return 'A content type needs a name.';
    if (names.has(name)) return `“${row.name.trim()}” stands twice.`;
    names.add(name);
    const share = percentOf(row.sensitivity);
    if (row.sensitivity.trim() === '' || !(share >= 0 && share <= 100)) {
      return `How much the hour matters to “${row.name.trim()}” is “${row.sensitivity}”: 0 to 100% was expected.`;
    }
  }
  return '';
}

function percentOf(text: string): number {
  return Number(plainNumber(text));
}

/** "Pixel Fed" -> "pixel_fed". */
function idOf(name: string, otherwise: string): string {
  const id = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
  return id || otherwise;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}_${number}`;
  return id;
}
