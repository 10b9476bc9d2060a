// On the built output: the browser and command line roots, with every chunk they reach, know nothing of Electron.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, ROOT } from './source-tree';

/** The files a built root reaches through relative imports, itself included, and the packages it names. */
function reach(root: string): { files: string[]; packages: Set<string> } {
  const files: string[] = [];
  const packages = new Set<string>();
  const open = [root];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.includes(path)) continue;
    files.push(path);
    const text = readFileSync(path, 'utf8');
    for (const specifier of [...importsOf(text), ...bareCalls(text)]) {
      if (specifier.startsWith('.')) open.push(join(dirname(path), specifier));
      else packages.add(specifier);
    }
  }
  return { files, packages };
}

/** Minified output writes `import x from"y"` without blanks. */
function bareCalls(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*["']([^"']+)["']|(?:import|require)\(["']([^"']+)["']\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

describe.each(['main.browser.js', 'main.cli.js', 'pool-worker.js'])('%s', (name) => {
  const root = join(ROOT, 'out', 'main', name);

  it('is built', () => {
    expect(existsSync(root), `build first: npm run build (no ${name})`).toBe(true);
  });

  it('never mentions electron, in any chunk it reaches', () => {
    const { files, packages } = reach(root);
    expect([...packages].filter((specifier) => /electron/i.test(specifier))).toEqual([]);
    expect(files.filter((file) => /electron/i.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
