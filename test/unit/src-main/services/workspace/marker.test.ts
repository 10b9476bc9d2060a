import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markerHandlers } from '#main/services/workspace/marker';
import { okValue } from '../../../../helpers/ok-value';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

describe('marker', () => {
  it('remembers whether there was data', async () => {
    const marker = markerHandlers({ dataFolder: await temporaryFolder() });
    expect(okValue(await marker['marker.read']())).toEqual({ hadData: false });
    await marker['marker.write']({ hadData: true });
    expect(okValue(await marker['marker.read']())).toEqual({ hadData: true });
    await marker['marker.write']({ hadData: false });
    expect(okValue(await marker['marker.read']())).toEqual({ hadData: false });
  });

  it('says so when it cannot be written', async () => {
    const dataFolder = join(await temporaryFolder(), 'a-file');
    await writeFile(dataFolder, '');
    expect(await markerHandlers({ dataFolder })['marker.write']({ hadData: true })).toMatchObject({
      kind: 'failed',
      error: { code: 'refused', message: expect.stringContaining('had-data.json cannot be written') },
    });
  });

  it('counts as data when it cannot be understood', async () => {
    const dataFolder = await temporaryFolder();
    await writeFile(join(dataFolder, 'had-data.json'), '');
    expect(okValue(await markerHandlers({ dataFolder })['marker.read']())).toEqual({ hadData: true });
  });
});
