import { beforeEach, describe, expect, it } from 'vitest';
import { importWorkspace } from '#renderer/state/backup';
import { redo, undo } from '#renderer/state/commit';
import { eventsBetween } from '#renderer/state/events';
import {
  addImportFiles,
  answerOwnAddresses,
  cancelImport,
  chooseZone,
  countTicked,
  importFiles,
  importNow,
  keepCutFile,
  leaveOutFile,
  setImportTarget,
  setPlanAfter,
  tickChanges,
} from '#renderer/state/importing';
import { database } from '#renderer/state/store';
import { workspaceNow } from '#renderer/state/workspace';
import type { ImportedFile, ImportedItem } from '#shared/calendar/imported';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { type Started, start } from '../../../helpers/started-workspace';

let started: Started;
let files: Record<string, ImportedFile>;

function item(
  uid: string,
  hash: string,
  start = '2026-11-24T09:00:00Z',
  more: Partial<ImportedItem> = {},
): ImportedItem {
  const end = start.replace(/T(\d\d)/, (_, hour: string) => `T${String(Number(hour) + 1).padStart(2, '0')}`);
  return {
    uid,
    title: uid,
    ics: `BEGIN:VCALENDAR ${uid} ${hash}`,
    sequence: 0,
    lastModified: null,
    stamp: null,
    hash,
    recurring: false,
    occurrences: [{ uid, title: uid, start, end, allDay: false, busy: true }],
    ...more,
  };
}

function file(name: string, items: ImportedItem[], more: Partial<ImportedFile> = {}): ImportedFile {
  return { name, sizeBytes: 100, source: 'google', calendarName: 'Work', items, report: [], problem: null, ...more };
}

const open = (...names: string[]) => addImportFiles(names.map((name) => ({ name, bytes: new Uint8Array([1]) })));
const events = async () =>
  (await eventsBetween(parseInstant('2026-11-01T00:00:00Z')!, parseInstant('2026-12-01T00:00:00Z')!)).map((event) => [
    event.title,
    event.start.slice(11, 16),
  ]);

beforeEach(async () => {
  cancelImport();
  setPlanAfter(false);
  started = await start();
  files = {};
  started.host.answer('calendar.read', ({ files: asked }) => ({ files: asked.map(({ name }) => files[name]!) }));
  started.host.answer('calendar.expand', ({ items }) => ({ items: items.map(({ id }) => ({ id, occurrences: [] })) }));
});

describe('a large import', () => {
  const uids = Array.from({ length: 450 }, (_, index) => `u${(index * 7) % 450}`);
  const stored = async () => ({ items: await database().items.toArray(), events: await database().events.toArray() });

  it('is stored part by part as one step, taken back and done again', async () => {
    files['work.ics'] = file(
      'work.ics',
      uids.map((uid) => item(uid, '1')),
    );
    await open('work.ics');
    expect(await importFiles()).toBe(true);
    const full = await stored();
    expect([full.items.length, full.events.length]).toEqual([450, 450]);
    expect(full.items[0]).toMatchObject({ uid: 'u0', item: { title: 'u0', hash: '1' } });
    await undo();
    expect(await stored()).toEqual({ items: [], events: [] });
    expect(workspaceNow().calendars).toEqual([]);
    await redo();
    expect(await stored()).toEqual(full);
  });

  it('of two files with the same events keeps the last, and undo brings back what was there before both', async () => {
    files['work.ics'] = file(
      'work.ics',
      // Most of them are not in the new files, so that these remove nothing.
      ['u3', 'a', 'b', 'c'].map((uid) => item(uid, '0', '2026-11-20T09:00:00Z')),
    );
    await open('work.ics');
    await importFiles();
    const before = await stored();
    const [target] = workspaceNow().calendars.map(({ id }) => ({ kind: 'existing' as const, calendarId: id }));
    for (const [name, hash, hour] of [
      ['one.ics', '1', '10'],
      ['two.ics', '2', '11'],
    ] as const) {
      files[name] = file(
        name,
        uids.map((uid) => item(uid, hash, `2026-11-24T${hour}:00:00Z`)),
      );
    }
    await open('one.ics', 'two.ics');
    for (const { id } of importNow().files) await setImportTarget(id, target!);
    expect(await importFiles()).toBe(true);
    const after = await stored();
    expect([after.items.length, after.events.length]).toEqual([453, 453]);
    expect(new Set(after.items.map(({ item: { hash } }) => hash))).toEqual(new Set(['2', '0']));
    expect(new Set(after.events.map(({ event }) => event.start.slice(11, 13)))).toEqual(new Set(['11', '09']));
    await undo();
    expect(await stored()).toEqual(before);
  });
});

describe('importing', () => {
  it('stores nothing before it is confirmed, then everything in one step', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1'), item('b', '1', '2026-11-25T10:00:00Z')]);
    await open('work.ics');
    expect(importNow().files[0]).toMatchObject({ phase: 'ready', target: { kind: 'new', name: 'Work' } });
    expect(countTicked(importNow())).toBe(2);
    expect(workspaceNow().calendars).toEqual([]);
    expect(await importFiles()).toBe(true);
    expect(workspaceNow().calendars).toMatchObject([{ name: 'Work', color: 'work', blocks: true }]);
    expect(await events()).toEqual([
      ['a', '09:00'],
      ['b', '10:00'],
    ]);
    expect(importNow().files).toEqual([]);
    expect(workspaceNow().undoLabel).toBe('Import 2 changes');
    await undo();
    expect(workspaceNow().calendars).toEqual([]);
    expect(await events()).toEqual([]);
    expect(await database().items.count()).toBe(0);
  });

  it('changes nothing when the same file comes again, into the same calendar', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1')]);
    await open('work.ics');
    await importFiles();
    files['renamed.ics'] = file('renamed.ics', [item('a', '1')], { calendarName: 'Something else' });
    await open('renamed.ics');
    const [read] = importNow().files;
    expect(read?.target).toEqual({ kind: 'existing', calendarId: workspaceNow().calendars[0]!.id });
    expect(read?.diff).toMatchObject({ changes: [], unchanged: 1 });
    expect(countTicked(importNow())).toBe(0);
    expect(await importFiles()).toBe(false);
  });

  it('updates, adds and removes with a new export', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1'), item('b', '1'), item('c', '1')]);
    await open('work.ics');
    await importFiles();
    files['work.ics'] = file('work.ics', [item('a', '2', '2026-11-24T13:00:00Z'), item('b', '1'), item('d', '1')]);
    await open('work.ics');
    expect(importNow().files[0]?.diff?.changes.map((change) => [change.kind, change.key])).toEqual([
      ['updated', 'a'],
      ['added', 'd'],
      ['removed', 'c'],
    ]);
    await importFiles();
    expect((await events()).sort()).toEqual([
      ['a', '13:00'],
      ['b', '09:00'],
      ['d', '09:00'],
    ]);
    await undo();
    expect((await events()).sort()).toEqual([
      ['a', '09:00'],
      ['b', '09:00'],
      ['c', '09:00'],
    ]);
  });

  it('imports only what is ticked', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1'), item('b', '1')]);
    await open('work.ics');
    tickChanges(importNow().files[0]!.id, ['a'], false);
    await importFiles();
    expect(await events()).toEqual([['b', '09:00']]);
  });

  it('imports several files at once, two of one new calendar into one', async () => {
    files['one.ics'] = file('one.ics', [item('a', '1')]);
    files['two.ics'] = file('two.ics', [item('b', '1')]);
    files['club.ics'] = file('club.ics', [item('c', '1')], { calendarName: 'Club' });
    await open('one.ics', 'two.ics', 'club.ics');
    await importFiles();
    expect(workspaceNow().calendars.map((calendar) => [calendar.name, calendar.color])).toEqual([
      ['Club', 'family'],
      ['Work', 'work'],
    ]);
    expect(workspaceNow().undoLabel).toBe('Import 3 changes');
  });

  it('lets another calendar be chosen', async () => {
    await importWorkspace(
      JSON.stringify({
        format: 'daywright.workspace',
        version: 1,
        settings: { timeZone: 'UTC' },
        calendars: [{ id: 'home', name: 'Home' }],
      }),
    );
    files['work.ics'] = file('work.ics', [item('a', '1')]);
    await open('work.ics');
    await setImportTarget(importNow().files[0]!.id, { kind: 'existing', calendarId: 'home' });
    await importFiles();
    expect(await database().items.toCollection().primaryKeys()).toEqual(['home/a']);
    expect(workspaceNow().calendars.map((calendar) => calendar.name)).toEqual(['Home']);
  });

  it('keeps a file that cannot be read in its row and imports the others', async () => {
    files['page.ics'] = file('page.ics', [], {
      problem: { code: 'webPage', message: 'page.ics is a web page, not a calendar' },
    });
    files['work.ics'] = file('work.ics', [item('a', '1')]);
    await open('page.ics', 'work.ics');
    expect(importNow().files.map((entry) => [entry.phase, entry.problem])).toEqual([
      ['failed', 'page.ics is a web page, not a calendar'],
      ['ready', null],
    ]);
    expect(await importFiles()).toBe(true);
    expect(importNow().files.map((entry) => entry.name)).toEqual(['page.ics']);
  });

  it('asks before it keeps what stands before a cut, and removes nothing for it', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1'), item('b', '1')]);
    await open('work.ics');
    await importFiles();
    files['work.ics'] = file('work.ics', [item('a', '2', '2026-11-24T13:00:00Z')], {
      problem: { code: 'truncated', message: 'Stops at line 2,210' },
    });
    await open('work.ics');
    const [cut] = importNow().files;
    expect(cut).toMatchObject({ phase: 'cut', problem: 'Stops at line 2,210' });
    expect(countTicked(importNow())).toBe(0);
    keepCutFile(cut!.id);
    expect(countTicked(importNow())).toBe(1);
    await importFiles();
    expect((await events()).sort()).toEqual([
      ['a', '13:00'],
      ['b', '09:00'],
    ]);
  });

  it('stores nothing of a file that is left out while it is read', async () => {
    started.host.answer(
      'calendar.read',
      (_, { signal }) =>
        new Promise((resolve) => {
          signal?.addEventListener('abort', () => resolve({ kind: 'cancelled' }));
        }),
    );
    const reading = open('work.ics');
    await expect.poll(() => started.host.inputs('calendar.read').length).toBe(1);
    leaveOutFile(importNow().files[0]!.id);
    await reading;
    expect(importNow().files).toEqual([]);
    expect(workspaceNow().undoLabel).toBeNull();
  });

  it('says when its calendar is gone, and stores nothing', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1')]);
    await open('work.ics');
    await setImportTarget(importNow().files[0]!.id, { kind: 'existing', calendarId: 'gone' });
    expect(await importFiles()).toBe(false);
    expect(importNow().problem).toBe('The calendar for work.ics was deleted meanwhile. Choose another one.');
    expect(importNow().files).toHaveLength(1);
  });
});

describe('archives', () => {
  const ZIP = new Uint8Array([0x50, 0x4b, 3, 4]);

  it('puts the calendars of an archive on the list in its place', async () => {
    files['work.ics'] = file('work.ics', [item('a', '1')]);
    files['family.ics'] = file('family.ics', [item('b', '1')]);
    started.host.answer('calendar.unpack', () => ({
      files: ['work.ics', 'family.ics'].map((name) => ({ name, bytes: new Uint8Array([1]) })),
    }));
    await addImportFiles([{ name: 'google.zip', bytes: ZIP }]);
    expect(importNow().files.map(({ name, phase }) => [name, phase])).toEqual([
      ['work.ics', 'ready'],
      ['family.ics', 'ready'],
    ]);
    expect(importNow().shownId).toBe(importNow().files[0]?.id);
  });

  it('says what is wrong with one', async () => {
    const message = 'google.zip holds no calendar: expected .ics files in it';
    started.host.answer('calendar.unpack', () => ({
      kind: 'failed',
      error: { code: 'badInput', message, advice: '' },
    }));
    await addImportFiles([{ name: 'google.zip', bytes: ZIP }]);
    expect(importNow().files).toMatchObject([{ name: 'google.zip', phase: 'failed', problem: message }]);
  });
});

describe('repairs', () => {
  const nowhere = (repaired: boolean) => [
    {
      severity: repaired ? ('repaired' as const) : ('needsYou' as const),
      line: 4,
      code: repaired ? 'zone.byChosen' : 'zone.byUserZone',
      message: 'Time zone “Nowhere”',
      repair: '',
      zoneName: 'Nowhere',
      events: 1,
    },
  ];
  const TOKYO = parseZone('Asia/Tokyo')!;

  beforeEach(() => {
    started.host.answer('calendar.read', ({ options }) => {
      const repaired = options.zoneOverrides?.Nowhere === TOKYO;
      return { files: [file('work.ics', [item('a', repaired ? '2' : '1')], { report: nowhere(repaired) })] };
    });
  });
  const asked = () => started.host.inputs('calendar.read').map((input) => input.options.zoneOverrides);

  it('reads a file again with the zone that was chosen, and remembers it with the calendar', async () => {
    await open('work.ics');
    await chooseZone(importNow().files[0]!.id, 'Nowhere', TOKYO);
    expect(asked()).toEqual([{}, { Nowhere: TOKYO }]);
    expect(importNow().files[0]).toMatchObject({ phase: 'ready', read: { report: [{ severity: 'repaired' }] } });
    await importFiles();
    expect(workspaceNow().calendars[0]?.zoneOverrides).toEqual({ Nowhere: TOKYO });
  });

  it('asks nothing at the next import of that calendar', async () => {
    await open('work.ics');
    await chooseZone(importNow().files[0]!.id, 'Nowhere', TOKYO);
    await importFiles();
    await open('work.ics');
    expect(asked().slice(2)).toEqual([{}, { Nowhere: TOKYO }]);
    expect(importNow().files[0]).toMatchObject({ diff: { changes: [], unchanged: 1 } });
  });

  it('applies own addresses to the files on the list, and asks once', async () => {
    await open('work.ics');
    expect((await answerOwnAddresses(['me@example.com'])).ok).toBe(true);
    expect(started.host.inputs('calendar.read').map((input) => input.options.ownAddresses)).toEqual([
      [],
      ['me@example.com'],
    ]);
    expect(workspaceNow().settings.ownAddresses).toEqual(['me@example.com']);
    await answerOwnAddresses([]);
    expect(workspaceNow().settings).toMatchObject({ ownAddresses: ['me@example.com'], ownAddressesAsked: true });
  });
});
