// Who may import whom. The compiler sees the layers (composite projects); this sees what it cannot. There are no exemptions.
import { describe, expect, it } from 'vitest';
import { packageOf, readSources, resolveImport, type SourceFile, withoutComments } from './source-tree';

const shared = readSources('src-shared');
const main = readSources('src-main');
const renderer = readSources('src-renderer');
const all = [...shared, ...main, ...renderer];

/** Each package has one owner: a folder or a file. React, Mantine and its icons are free inside the renderer. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  zod: ['src-shared/base/schema'],
  papaparse: ['src-shared/base/csv', 'src-shared/base/papaparse'],
  'temporal-polyfill': ['src-shared/time/'],
  'ical.js': ['src-shared/calendar/'],
  fflate: ['src-shared/calendar/'],
  rrule: ['src-shared/calendar/'],
  'windows-iana': ['src-shared/calendar/'],
  piscina: ['src-main/workers/'],
  ws: ['src-main/hosts/browser/'],
  open: ['src-main/hosts/browser/'],
  electron: ['src-main/hosts/desktop/', 'src-main/main.desktop', 'src-main/preload/'],
  dexie: ['src-renderer/db/'],
  zustand: ['src-renderer/state/'],
  dayjs: ['src-renderer/features/calendar/'],
  recharts: ['src-renderer/ui/'],
  react: ['src-renderer/'],
  'react-dom': ['src-renderer/'],
  '@mantine/core': ['src-renderer/'],
  '@mantine/hooks': ['src-renderer/'],
  '@mantine/dates': ['src-renderer/'],
  '@mantine/schedule': ['src-renderer/'],
  '@mantine/spotlight': ['src-renderer/'],
  '@tabler/icons-react': ['src-renderer/'],
  '@fontsource-variable/inter': ['src-renderer/app/'],
};

/** Inside src-shared arrows point towards base. A folder may import itself and what stands here. */
const SHARED_ARROWS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  time: ['base'],
  calendar: ['base', 'time', 'engine'],
  engine: ['base', 'time'],
  tasks: ['base', 'time', 'calendar', 'engine'],
  habits: ['base', 'time', 'calendar', 'engine'],
  tournaments: ['base', 'time', 'engine'],
  posts: ['base', 'time', 'engine'],
  planning: ['base', 'time', 'calendar', 'engine', 'tasks', 'habits', 'tournaments', 'workspace'],
  workspace: ['base', 'time', 'calendar', 'engine', 'tasks', 'habits', 'tournaments', 'posts'],
  jobs: [
    'base',
    'time',
    'calendar',
    'engine',
    'tasks',
    'habits',
    'tournaments',
    'posts',
    'planning',
    'workspace',
    'ipc',
  ],
  ipc: ['base', 'time', 'calendar', 'engine', 'tasks', 'habits', 'tournaments', 'posts', 'planning', 'workspace'],
};

function violations(files: readonly SourceFile[], breaks: (file: SourceFile, specifier: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((specifier) => breaks(file, specifier)).map((specifier) => `${file.path} imports ${specifier}`),
  );
}

describe('layers', () => {
  it('src-shared imports neither src-main nor src-renderer, and those two never each other', () => {
    const layerOf = (path: string) => path.split('/')[0];
    const allowed: Readonly<Record<string, readonly string[]>> = {
      'src-shared': ['src-shared'],
      'src-main': ['src-main', 'src-shared'],
      'src-renderer': ['src-renderer', 'src-shared'],
    };
    expect(
      violations(all, (file, specifier) => {
        const target = resolveImport(file.path, specifier);
        return target !== null && !allowed[layerOf(file.path) ?? '']?.includes(layerOf(target) ?? '');
      }),
    ).toEqual([]);
  });

  it('inside src-shared arrows point towards base', () => {
    const folderOf = (path: string) => path.split('/')[1] ?? '';
    expect([...new Set(shared.map((file) => folderOf(file.path)))].sort()).toEqual(Object.keys(SHARED_ARROWS).sort());
    expect(
      violations(shared, (file, specifier) => {
        const target = resolveImport(file.path, specifier);
        if (target === null) return false;
        const from = folderOf(file.path);
        const to = folderOf(target);
        return from !== to && !SHARED_ARROWS[from]?.includes(to);
      }),
    ).toEqual([]);
  });

  it('each third-party package is imported by its owner only', () => {
    expect(
      violations(all, (file, specifier) => {
        const name = packageOf(specifier);
        if (name === null || specifier.startsWith('node:')) return false;
        return !(OWNERS[name] ?? []).some((owner) => file.path.startsWith(owner));
      }),
    ).toEqual([]);
  });

  it('only src-main uses Node', () => {
    expect(violations([...shared, ...renderer], (_file, specifier) => specifier.startsWith('node:'))).toEqual([]);
  });

  it('features never import features', () => {
    const featureOf = (path: string) => /^src-renderer\/features\/([^/]+)/.exec(path)?.[1];
    expect(
      violations(renderer, (file, specifier) => {
        const from = featureOf(file.path);
        const target = resolveImport(file.path, specifier);
        const to = target === null ? undefined : featureOf(target);
        return from !== undefined && to !== undefined && from !== to;
      }),
    ).toEqual([]);
  });

  it('a feature is entered through its index, and nothing below app imports app', () => {
    expect(
      violations(renderer, (file, specifier) => {
        const target = resolveImport(file.path, specifier);
        if (target === null) return false;
        const deepFeature = /^src-renderer\/features\/[^/]+\/./.test(target) && !target.endsWith('/index');
        const fromOutside = file.path.startsWith('src-renderer/app/') && deepFeature;
        const towardsApp = target.startsWith('src-renderer/app/') && !file.path.startsWith('src-renderer/app/');
        return fromOutside || towardsApp;
      }),
    ).toEqual([]);
  });

  it('ui knows no planner: it imports only ui, base and time', () => {
    const ui = renderer.filter((file) => file.path.startsWith('src-renderer/ui/'));
    expect(
      violations(ui, (file, specifier) => {
        const target = resolveImport(file.path, specifier);
        return target !== null && !/^src-renderer\/ui\/|^src-shared\/(base|time)\//.test(target);
      }),
    ).toEqual([]);
  });
});

describe('pureness of src-shared', () => {
  it.each([
    ['Date.now', /\bDate\.now\b/],
    ['new Date() of now', /\bnew Date\(\s*\)/],
    ['Math.random', /\bMath\.random\b/],
    ['performance.now', /\bperformance\.now\b/],
    ['timers', /\b(setTimeout|setInterval|setImmediate)\(/],
    ['crypto', /\bcrypto\.(randomUUID|getRandomValues)\b/],
  ])('never calls %s', (_name, pattern) => {
    expect(shared.filter((file) => pattern.test(withoutComments(file.text))).map((file) => file.path)).toEqual([]);
  });
});
