// A calendar of 100,000 events: time, memory and how long reading goes without a chance to report or to be cancelled.
// Each round is a process of its own, so that its memory is the reading's alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCalendarFile } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { BenchCase } from '../bench-case';
import { generateCalendar } from '../generate-calendar';

const YEAR = { from: parseInstant('2026-06-01T00:00:00Z')!, to: parseInstant('2027-06-01T00:00:00Z')! };

interface Measured {
  readonly milliseconds: number;
  readonly occurrences: number;
  readonly megabytes: number;
  readonly peakMegabytes: number;
  /** Longest stretch between two chances to report progress or to be cancelled. */
  readonly longestSilence: number;
}

/** Reads one file in this process and tells what it took. */
export function measureReading(path: string): Measured {
  const bytes = readFileSync(path);
  const started = performance.now();
  let last = started;
  let longestSilence = 0;
  const onProgress = (): void => {
    const now = performance.now();
    longestSilence = Math.max(longestSilence, now - last);
    last = now;
  };
  const options = { window: YEAR, zone: parseZone('Europe/Berlin')!, ownAddresses: [] };
  const file = readCalendarFile({ name: path, bytes }, options, { onProgress });
  const milliseconds = performance.now() - started;
  if (file.problem) throw new Error(file.problem.message);
  return {
    milliseconds,
    occurrences: file.items.reduce((sum, item) => sum + item.occurrences.length, 0),
    megabytes: Math.round(bytes.length / 1_048_576),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    longestSilence: Math.round(longestSilence),
  };
}

let folder = '';
let last: Measured | null = null;

function readInChild(): Measured {
  const script = `import(${JSON.stringify(import.meta.url)}).then((m) => console.log(JSON.stringify(m.measureReading(${JSON.stringify(join(folder, 'large.ics'))}))))`;
  last = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as Measured;
  return last;
}

export const largeIcsCase: BenchCase = {
  name: 'large-ics',
  describe: 'Read 100,000 events and expand one year',
  bar: 'within 1,024 MB of memory',
  setUp() {
    folder = mkdtempSync(join(tmpdir(), 'daywright-bench-'));
    writeFileSync(join(folder, 'large.ics'), generateCalendar({ events: 100_000, seed: 3, style: 'google' }));
  },
  tearDown() {
    rmSync(folder, { recursive: true, force: true });
  },
  variants: { 'read+expand': readInChild },
  runs: 3,
  note: () =>
    last
      ? `${last.megabytes} MB, ${last.occurrences} occurrences, peak ${last.peakMegabytes} MB of memory, longest silence ${last.longestSilence} ms`
      : '',
};
