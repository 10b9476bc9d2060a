import { join } from 'node:path';
import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import { readIfThere } from '../../files/read-if-there';
import { writePrivately } from '../../files/write-atomically';

/** One small file beside the store: whether there was data, so that an emptied IndexedDB is noticed at start. */
export function markerHandlers({ dataFolder }: { readonly dataFolder: string }) {
  const path = join(dataFolder, 'had-data.json');
  return {
    async 'marker.read'() {
      const text = await readIfThere(path);
      // An unreadable marker counts as "there was data": offering a restore too often is harmless, too rarely is not.
      return succeeded({ hadData: text !== null && !/"hadData"\s*:\s*false/.test(text) });
    },
    async 'marker.write'({ hadData }) {
      try {
        await writePrivately(path, `${JSON.stringify({ hadData })}\n`);
      } catch (error) {
        return failedWith('refused', `${path} cannot be written: ${(error as Error).message}`);
      }
      return succeeded({});
    },
  } satisfies Pick<Handlers, 'marker.read' | 'marker.write'>;
}
