import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of this build lie. */
export interface Installation {
  readonly rootFolder: string;
  readonly rendererFolder: string;
  readonly resourcesFolder: string;
  readonly preloadPath: string;
  readonly workerPath: string;
  readonly version: string;
}

/**
 * Finds the parts from a composition root's own address, `out/main/main.*.js`. Only a root may give its `import.meta.url`:
 * in a shared chunk it points to the chunks' folder.
 */
export function installationOf(rootModuleUrl: string): Installation {
  const mainFolder = dirname(fileURLToPath(rootModuleUrl));
  const rootFolder = resolve(mainFolder, '../..');
  const { version } = JSON.parse(readFileSync(join(rootFolder, 'package.json'), 'utf8')) as { version: string };
  return {
    rootFolder,
    rendererFolder: resolve(mainFolder, '../renderer'),
    resourcesFolder: join(rootFolder, 'resources'),
    preloadPath: resolve(mainFolder, '../preload/preload.cjs'),
    workerPath: join(mainFolder, 'pool-worker.js'),
    version,
  };
}
