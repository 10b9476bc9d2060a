import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

// One main build holds the three composition roots and the pool's worker: they share chunks, and the boundary test
// follows each root's chunks to prove that the browser and command line roots never reach `electron`.
export default defineConfig({
  main: {
    plugins: [
      {
        name: 'command line is executable',
        closeBundle() {
          chmodSync(resolve(root, 'out/main/main.cli.js'), 0o755);
        },
      },
    ],
    build: {
      outDir: 'out/main',
      // Bundled: from few files they load faster, and the command line and every worker pay that at their start.
      externalizeDeps: { exclude: ['zod', 'rrule', 'windows-iana'] },
      rollupOptions: {
        input: {
          'main.desktop': resolve(root, 'src-main/main.desktop.ts'),
          'main.browser': resolve(root, 'src-main/main.browser.ts'),
          'main.cli': resolve(root, 'src-main/main.cli.ts'),
          'pool-worker': resolve(root, 'src-main/workers/entry/pool-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file.
      rollupOptions: {
        input: { preload: resolve(root, 'src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      // electron-vite leaves this off; the page is parsed at every start.
      minify: true,
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
});
