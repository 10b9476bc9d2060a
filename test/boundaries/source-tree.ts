import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** The checkout, found from here, so that the test works wherever it is cloned. */
export const ROOT = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** From the root, with forward slashes: `src-shared/time/zone.ts`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, statically, dynamically or as a type, as written. */
  readonly imports: readonly string[];
}

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** All files below a folder of the root whose names end so. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readSources(folder: string): SourceFile[] {
  return filesBelow(folder, ['.ts', '.tsx']).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, imports: importsOf(text) };
  });
}

export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** Where an import leads inside the tree, without its ending; null for packages. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('#shared/')) return `src-shared/${specifier.slice('#shared/'.length)}`;
  if (specifier.startsWith('#main/')) return `src-main/${specifier.slice('#main/'.length)}`;
  if (specifier.startsWith('#renderer/')) return `src-renderer/${specifier.slice('#renderer/'.length)}`;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return null;
}

/** The package of a bare import: `@mantine/core` of `@mantine/core/styles.css`. */
export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('#')) return null;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? `${parts[0]}/${parts[1]}` : (parts[0] ?? null);
}

/** Code with its comments blanked, so that prose about `Date.now` is not taken for a call. Strings stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/g, (_all, before: string | undefined) => before ?? '');
}
