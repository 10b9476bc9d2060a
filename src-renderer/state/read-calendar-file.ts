// One calendar file read by the host, its items taken as they come.
import type { ImportedFile, ImportedItem } from '#shared/calendar/imported';
import { packedItemsOfPart } from '#shared/calendar/item-parts';
import { failedWith } from '#shared/ipc/handlers';
import type { Outcome, Progress } from '#shared/ipc/outcome';
import type { ZoneId } from '#shared/time/zone';
import { rollingWindow } from './event-window';
import { host } from './host';
import { workspaceNow } from './workspace';

interface Reading {
  /** What the user chose for zone names that nothing explains. */
  readonly zones: Readonly<Record<string, ZoneId>>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export async function readCalendarFile(
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  { zones, signal, onProgress }: Reading,
): Promise<Outcome<ImportedFile>> {
  const { start, end } = rollingWindow();
  const { timeZone, ownAddresses } = workspaceNow().settings;
  const items: ImportedItem[] = [];
  let unusable: string | null = null;
  const outcome = await host().request(
    'calendar.read',
    {
      files: [{ name: file.name, bytes: file.bytes }],
      options: { window: { from: start, to: end }, zone: timeZone, ownAddresses, zoneOverrides: { ...zones } },
      inParts: true,
    },
    {
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
      onPart: (part) => {
        const taken = packedItemsOfPart(part.items);
        if (taken.ok) items.push(...taken.value);
        else unusable ??= taken.error;
      },
    },
  );
  if (outcome.kind !== 'ok') return outcome;
  const read = outcome.value.files[0];
  if (unusable !== null || !read) return failedWith('internal', unusable ?? `${file.name} yields nothing`);
  // Those that came ahead of the answer, and those in it.
  for (const item of read.items) items.push(item);
  return { kind: 'ok', value: { ...read, items } };
}
