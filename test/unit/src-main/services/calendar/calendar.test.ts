import { describe, expect, it } from 'vitest';
import type { JobRunner } from '#main/ports/job-runner';
import { calendarHandlers, LARGEST_FILE_BYTES } from '#main/services/calendar/calendar';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { encodeUtf8 } from '#shared/base/utf8';
import type { ImportedPart } from '#shared/calendar/imported';
import { itemsOfPart } from '#shared/calendar/item-parts';
import { cancellation } from '#shared/ipc/cancellation';
import type { RequestContext } from '#shared/ipc/handlers';
import { parseZone } from '#shared/time/zone';
import { exchanges } from '../../../../contract/exchanges';
import { okValue } from '../../../../helpers/ok-value';

const options = { window: { from: 0, to: 4_102_444_800_000 }, zone: parseZone('Europe/Berlin')!, ownAddresses: [] };
const unheard: RequestContext<ImportedPart> = { signal: cancellation().signal, progress() {}, part() {} };
const inThisThread = inProcessRunner(() => {});

const ONE_EVENT = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:one@example',
  'DTSTART:20261123T080000Z',
  'DTEND:20261123T090000Z',
  'SUMMARY:One',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

describe('reading calendars', () => {
  it('reads the good file beside the bad ones', async () => {
    const files = [
      { name: 'one.ics', bytes: encodeUtf8(ONE_EVENT) },
      { name: 'empty.ics', bytes: new Uint8Array(0) },
      { name: 'page.ics', bytes: encodeUtf8('<!doctype html><html><body>Sign in</body></html>') },
    ];
    const read = okValue(await calendarHandlers({ jobs: inThisThread })['calendar.read']({ files, options }, unheard));
    expect(read.files.map(({ name, problem, items }) => [name, problem?.code ?? null, items.length])).toEqual([
      ['one.ics', null, 1],
      ['empty.ics', 'empty', 0],
      ['page.ics', 'webPage', 0],
    ]);
    expect(read.files[0]!.items[0]!.occurrences[0]).toMatchObject({ title: 'One', start: '2026-11-23T08:00:00Z' });
  });

  it('refuses a file over 200 MB before anything reads it', async () => {
    const bytes = new Uint8Array(LARGEST_FILE_BYTES + 1);
    const jobs: JobRunner = { ...inThisThread, run: () => Promise.reject(new Error('must not be asked')) };
    const read = await calendarHandlers({ jobs })['calendar.read'](
      { files: [{ name: 'x.ics', bytes }], options },
      unheard,
    );
    expect(okValue(read).files[0]).toMatchObject({ problem: { code: 'tooLarge' }, sizeBytes: 209_715_201, items: [] });
  });

  it.each([
    ['timedOut', 'timedOut'],
    ['workerCrashed', 'unreadable'],
    ['internal', 'unreadable'],
  ] as const)('makes a reader that fails with %s a problem of its file', async (code, problem) => {
    const jobs: JobRunner = {
      ...inThisThread,
      run: async () => ({ kind: 'failed', error: { code, message: 'it fell over', advice: '' } }),
    };
    const files = [{ name: 'x.ics', bytes: encodeUtf8(ONE_EVENT) }];
    const read = okValue(await calendarHandlers({ jobs })['calendar.read']({ files, options }, unheard));
    expect(read.files[0]!.problem?.code).toBe(problem);
  });

  it('is cancelled as a whole', async () => {
    const { signal, cancel } = cancellation();
    const handlers = calendarHandlers({
      jobs: { ...inThisThread, run: (_name, _input, { signal: own } = {}) => cancelledBy(own!) },
    });
    const outcome = handlers['calendar.read'](
      { files: [{ name: 'x.ics', bytes: encodeUtf8(ONE_EVENT) }], options },
      { ...unheard, signal },
    );
    cancel();
    expect(await outcome).toEqual({ kind: 'cancelled' });
  });

  it('gives the items in parts on demand, with the file they belong to', async () => {
    const given: [number, string[]][] = [];
    const outcome = await calendarHandlers({ jobs: inThisThread })['calendar.read'](
      {
        files: [
          { name: 'a.ics', bytes: new TextEncoder().encode('no calendar') },
          { name: 'b.ics', bytes: new TextEncoder().encode(ONE_EVENT) },
        ],
        options,
        inParts: true,
      },
      {
        ...unheard,
        part: ({ file, items }) => {
          const taken = itemsOfPart(items);
          given.push([file, taken.ok ? taken.value.map((item) => item.title) : [taken.error]]);
        },
      },
    );
    expect(okValue(outcome).files.map((file) => file.items)).toEqual([[], []]);
    expect(given).toHaveLength(1);
    expect(given[0]).toEqual([1, [expect.any(String)]]);
  });

  it('weighs the progress of several files by their size, never falling', async () => {
    const jobs: JobRunner = {
      ...inThisThread,
      async run(_name, input, { onProgress } = {}) {
        onProgress?.({ fraction: 0.5, phase: '' });
        onProgress?.({ fraction: 0.2, phase: '' });
        onProgress?.({ fraction: 1, phase: '' });
        const name = (input as { name: string }).name;
        return { kind: 'ok', value: { ...exchanges['calendar.read'].output.files[0]!, name } as never };
      },
    };
    const told: [number, string][] = [];
    await calendarHandlers({ jobs })['calendar.read'](
      {
        files: [
          { name: 'small.ics', bytes: new Uint8Array(10) },
          { name: 'large.ics', bytes: new Uint8Array(30) },
        ],
        options,
      },
      { ...unheard, progress: ({ fraction, phase }) => void told.push([fraction, phase]) },
    );
    expect(told).toEqual([
      [0.125, 'Reading small.ics'],
      [0.25, 'Reading small.ics'],
      [0.625, 'Reading large.ics'],
      [1, 'Reading large.ics'],
    ]);
  });
});

describe('expanding stored items', () => {
  it('splits many over the threads and keeps their order', async () => {
    const sizes: number[] = [];
    const jobs: JobRunner = {
      ...inThisThread,
      threads: 2,
      run(name, input, jobOptions) {
        sizes.push((input as { items: unknown[] }).items.length);
        return inThisThread.run(name, input, jobOptions);
      },
    };
    const items = Array.from({ length: 401 }, (_, index) => ({ id: `i${index}`, ics: ONE_EVENT }));
    const expanded = okValue(await calendarHandlers({ jobs })['calendar.expand']({ items, ...options }, unheard));
    expect(sizes).toEqual([201, 200]);
    expect(expanded.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(expanded.items[400]!.occurrences).toHaveLength(1);
  });
});

function cancelledBy(signal: { addEventListener(type: 'abort', listener: () => void): void }) {
  return new Promise<{ readonly kind: 'cancelled' }>((settle) => {
    signal.addEventListener('abort', () => settle({ kind: 'cancelled' }));
  });
}
