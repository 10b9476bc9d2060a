import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchHandlers } from '#main/services/calendar/watch';
import { decodeUtf8 } from '#shared/base/utf8';
import type { WatchedChange } from '#shared/ipc/calendar';
import { cancellation } from '#shared/ipc/cancellation';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

it('sends the files of each watched path, problems beside them, until the page cancels', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'work.ics');
  await writeFile(path, 'BEGIN:VCALENDAR');
  const looks: (() => Promise<void>)[] = [];
  let running = 0;
  const handlers = watchHandlers((work) => {
    looks.push(work);
    running += 1;
    return () => {
      running -= 1;
    };
  });
  const told: WatchedChange[] = [];
  const { signal, cancel } = cancellation();
  const watches = [
    { id: 'work', path },
    { id: 'gone', path: join(folder, 'gone.ics') },
    { id: 'vague', path: 'work.ics' },
  ];
  const watching = handlers['calendar.watch'](
    { watches },
    { signal, progress() {}, part: (change) => told.push(change) },
  );
  for (const look of [...looks, ...looks]) await look();
  await expect.poll(() => told.length).toBe(3);
  expect(
    told
      .map(({ id, files, problem }) => [id, files.map(({ name, bytes }) => `${name} ${decodeUtf8(bytes)}`), problem])
      .sort(),
  ).toEqual([
    ['gone', [], `${join(folder, 'gone.ics')} does not exist`],
    ['vague', [], '“work.ics” is not a full path: expected one from the root on'],
    ['work', ['work.ics BEGIN:VCALENDAR'], null],
  ]);
  expect(running).toBe(2);
  cancel();
  expect(await watching).toEqual({ kind: 'cancelled' });
  expect(running).toBe(0);
});
