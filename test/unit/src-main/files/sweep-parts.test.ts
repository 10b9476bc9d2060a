import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepParts } from '#main/files/sweep-parts';
import { writeAtomically } from '#main/files/write-atomically';
import { parseInstant } from '#shared/time/instant';
import { temporaryFolder } from '../../../helpers/temporary-folder';

const NOW = parseInstant('2026-11-24T09:42:00Z')!;

async function withFiles(ages: Readonly<Record<string, number>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, seconds] of Object.entries(ages)) {
    await writeFile(join(folder, name), 'half');
    await utimes(join(folder, name), NOW / 1000 - seconds, NOW / 1000 - seconds);
  }
  return folder;
}

it('removes what killed writers left, and nothing else', async () => {
  const folder = await withFiles({
    'plan-journal.json': 3_600,
    'plan-journal.json.0a1b2c3d.part': 61,
    // Somebody is writing it now.
    'had-data.json.99887766.part': 59,
    // Not ours.
    'video.part': 3_600,
    'a.0a1b2c3d.partly': 3_600,
  });
  expect(await sweepParts([folder, join(folder, 'no-such-folder')], NOW)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual([
    'a.0a1b2c3d.partly',
    'had-data.json.99887766.part',
    'plan-journal.json',
    'video.part',
  ]);
});

it('knows the parts by the names the writer gives them', async () => {
  const folder = await temporaryFolder();
  // Whoever looks while it writes sees its part.
  const seen = new Set<string>();
  const writing = writeAtomically(join(folder, 'a'), 'x'.repeat(5_000_000), 0o644);
  for (let looks = 0; looks < 200 && seen.size === 0; looks += 1)
    for (const name of await readdir(folder)) if (name !== 'a') seen.add(name);
  await writing;
  const [part] = [...seen];
  expect(part).toMatch(/^a\./);
  await writeFile(join(folder, part!), 'half');
  await utimes(join(folder, part!), NOW / 1000 - 61, NOW / 1000 - 61);
  expect(await sweepParts([folder], NOW)).toBe(1);
});
