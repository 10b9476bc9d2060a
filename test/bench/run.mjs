// `npm run bench [-- NAME…]`: medians of interleaved runs, as a table and as JSON (test-results/bench.json).
// The cases are bundled first, because a module runner's instrumentation would be measured too.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const wanted = process.argv.slice(2);
const DEFAULT_RUNS = 15;

const cases = (await loadCases()).filter(
  (one) => wanted.length === 0 || wanted.some((name) => one.name.startsWith(name)),
);
if (cases.length === 0) {
  console.error(
    `No benchmark is named ${wanted.join(' ')}. There are: ${(await loadCases()).map((one) => one.name).join(', ')}`,
  );
  process.exit(2);
}

const report = [];
for (const one of cases) {
  const result = await measure(one);
  report.push(result);
  print(result);
}
mkdirSync(join(root, 'test-results'), { recursive: true });
writeFileSync(join(root, 'test-results', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log('\nJSON: test-results/bench.json');
process.exit(0);

async function loadCases() {
  const files = readdirSync(join(here, 'cases')).filter((name) => name.endsWith('.ts'));
  // Below the root, so that the bundle's bare imports find node_modules.
  const outDir = join(root, 'out', 'bench');
  rmSync(outDir, { recursive: true, force: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      rollupOptions: {
        input: {
          ...Object.fromEntries(files.map((name) => [basename(name, '.ts'), join(here, 'cases', name)])),
          // Run by its case in a process of its own, so that its memory is its own.
          'year-alone': join(here, 'year-alone.ts'),
        },
        // All in one folder of the depth of the sources: what finds its files relative to itself still does.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name]-[hash].mjs' },
      },
    },
  });
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(outDir, `${basename(name, '.ts')}.mjs`)).href)),
  );
  return modules.flatMap((module) =>
    Object.values(module).filter((value) => typeof value === 'object' && value !== null && 'variants' in value),
  );
}

async function measure(one) {
  await one.setUp?.();
  const names = Object.keys(one.variants);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  const runs = one.runs ?? DEFAULT_RUNS;
  for (let round = one.warmUp === false ? 0 : -1; round < runs; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Rotated, so that no variant always runs behind the same other.
      const name = names[(turn + Math.max(round, 0)) % names.length];
      const milliseconds = await time(one.variants[name]);
      if (round >= 0) samples[name].push(milliseconds);
    }
  }
  const rows = names.map((name) => ({ variant: name, ...summary(samples[name]) }));
  const median = Object.fromEntries(rows.map((row) => [row.variant, row.medianMs]));
  const ratios = (one.ratios ?? []).map(([top, bottom]) => ({
    ratio: `${top} / ${bottom}`,
    value: median[top] / median[bottom],
  }));
  const verdicts = (one.bars ?? []).map((bar) => {
    const measured = bar.measured((variant) => median[variant]);
    const met =
      (bar.atMost === undefined || measured <= bar.atMost) && (bar.atLeast === undefined || measured >= bar.atLeast);
    return { bar: bar.what, measured, unit: bar.unit, atMost: bar.atMost, atLeast: bar.atLeast, met };
  });
  const note = one.note?.();
  await one.tearDown?.();
  return { name: one.name, describe: one.describe, bar: one.bar, runs, rows, ratios, verdicts, note };
}

async function time(work) {
  const started = performance.now();
  const result = await work();
  const elapsed = performance.now() - started;
  return typeof result?.milliseconds === 'number' ? result.milliseconds : elapsed;
}

function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { medianMs: at(0.5), minMs: sorted[0], p95Ms: at(0.95) };
}

function print(result) {
  console.log(`\n${result.name}: ${result.describe}${result.bar ? ` (bar: ${result.bar})` : ''}`);
  console.table(
    Object.fromEntries(
      result.rows.map((row) => [
        row.variant,
        { 'median ms': round(row.medianMs), 'min ms': round(row.minMs), 'p95 ms': round(row.p95Ms), runs: result.runs },
      ]),
    ),
  );
  for (const { ratio, value } of result.ratios) console.log(`  ${ratio} = ${value.toFixed(2)}`);
  for (const { bar, measured, unit, atMost, atLeast, met } of result.verdicts) {
    const limit = atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`;
    console.log(`  ${met ? 'MET   ' : 'MISSED'} ${bar}: ${measured.toFixed(2)} ${unit} (bar ${limit} ${unit})`);
  }
  if (result.note) console.log(`  ${result.note}`);
}

function round(value) {
  return Number(value.toFixed(2));
}
