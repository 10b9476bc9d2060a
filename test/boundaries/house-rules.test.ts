// What style alone cannot keep: names, switched-off rules, tests without sources, numbered behaviour without tests.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT } from './source-tree';

const sources = ['src-shared', 'src-main', 'src-renderer'].flatMap((folder) => filesBelow(folder, ['.ts', '.tsx']));
const tests = filesBelow('test', ['.ts', '.tsx']);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the house', () => {
  it('has exactly these top-level folders', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      // Made by tools, never committed.
      .filter((name) => !['.git', 'node_modules', 'out', 'test-results', 'playwright-report'].includes(name));
    expect(folders.sort()).toEqual(['.ci', 'resources', 'src-main', 'src-renderer', 'src-shared', 'test']);
  });

  it('names files for their concept, in kebab case', () => {
    const vague = /(^|\/)(utils?|helpers?|common|types?|constants?|misc)\.tsx?$/;
    const kebab = /(^|\/)[a-z0-9]+([-.][a-z0-9]+)*\.tsx?$/;
    expect(sources.filter((path) => vague.test(path) || !kebab.test(path))).toEqual([]);
  });

  it('switches no type or lint rule off', () => {
    const off = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable|\bas any\b|: any\b/;
    expect(sources.filter((path) => off.test(read(path)))).toEqual([]);
  });

  it('has no test switched off or left alone, and none that sleeps', () => {
    // Assembled, so that this line does not find itself.
    const off = new RegExp(`\\b(it|test|describe)\\.(${['on' + 'ly', 'to' + 'do'].join('|')})\\(`);
    const sleeps = new RegExp(`${'waitFor' + 'Timeout'}\\(`);
    expect(tests.filter((path) => off.test(read(path)) || sleeps.test(read(path)))).toEqual([]);
  });

  it('says where the code is no absolute path', () => {
    const absolute = /["'`(\s]\/(work|home|root|tmp|farm)\/[a-z]/;
    const files = [
      ...sources,
      ...tests,
      ...filesBelow('.', ['.md', '.json', '.mjs']).filter(
        (path) => !/^(node_modules|out|test-results|\.git)\//.test(path),
      ),
    ];
    expect(files.filter((path) => !path.endsWith('package-lock.json') && absolute.test(read(path)))).toEqual([]);
  });

  it('keeps a unit test beside the path of its source', () => {
    const orphans = tests
      .filter((path) => path.startsWith('test/unit/'))
      .filter((path) => /\.test\.tsx?$/.test(path))
      .filter((path) => {
        const stem = path.slice('test/unit/'.length).replace(/\.test\.tsx?$/, '');
        return !['.ts', '.tsx', '/index.ts'].some((ending) => existsSync(join(ROOT, stem + ending)));
      });
    expect(orphans).toEqual([]);
  });

  it('pins every Mantine package to one exact version', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const mantine = Object.entries(dependencies).filter(([name]) => name.startsWith('@mantine/'));
    expect(mantine.length).toBeGreaterThanOrEqual(4);
    expect(new Set(mantine.map(([, version]) => version))).toEqual(new Set(['9.6.3']));
  });
});

describe('numbered behaviour', () => {
  const specs = filesBelow('src-shared', ['SPEC.md']);
  const testTexts = tests
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .map(read)
    .join('\n');
  const cited = new Set([...testTexts.matchAll(/\[([A-Z]+-\d+)\]/g)].map((match) => match[1]));

  it('exists', () => {
    expect(specs.length).toBeGreaterThanOrEqual(2);
  });

  it.each(specs)('%s: every id has a test, none is given twice', (spec) => {
    const ids = [...read(spec).matchAll(/^- \*\*\[([A-Z]+-\d+)\]\*\*/gm)].map((match) => match[1] as string);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !cited.has(id))).toEqual([]);
  });

  it('is cited only where it is written', () => {
    const written = new Set(
      specs.flatMap((spec) => [...read(spec).matchAll(/\*\*\[([A-Z]+-\d+)\]\*\*/g)].map((match) => match[1])),
    );
    expect([...cited].filter((id) => !written.has(id))).toEqual([]);
  });
});
