import { beforeEach, describe, expect, it } from 'vitest';
import { eventRow } from '#renderer/db/event-range';
import { saveBackup } from '#renderer/state/backup';
import { commit } from '#renderer/state/commit';
import { addTask } from '#renderer/state/edit-tasks';
import { database } from '#renderer/state/store';
import { readDocument } from '#renderer/state/workspace-document';
import { calendarItemSchema, calendarSchema, eventSchema } from '#shared/calendar/event';
import type { RequestInput } from '#shared/ipc/contract';
import { formatWorkspace, parseWorkspace } from '#shared/workspace/document';
import { type Started, start } from '../../../helpers/started-workspace';

const COUNT = 1_100;
const uids = Array.from({ length: COUNT }, (_, index) => `u${index}`);
const items = uids.map((uid) => {
  const item = { id: `work/${uid}`, calendarId: 'work', uid, title: uid, ics: 'BEGIN', hash: 'h', recurring: false };
  return { id: item.id, calendarId: 'work', uid, item: calendarItemSchema.parse(item) };
});
const events = uids.map((uid) =>
  eventRow(
    eventSchema.parse({
      ...{ id: `work/${uid}@`, calendarId: 'work', uid, title: 'Ünïcode "quoted"' },
      ...{ start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' },
    }),
  ),
);

let started: Started;
let sent: Uint8Array[];

beforeEach(async () => {
  started = await start();
  sent = [];
  started.host.answer('backup.append', take);
  await addTask({ title: 'Report', durationMinutes: 90 });
  await commit('Import', async () => ({
    puts: { calendars: [calendarSchema.parse({ id: 'work', name: 'Work' })], items, events },
  }));
});

function take({ at, piece }: RequestInput<'backup.append'>) {
  sent = at === 0 ? [piece] : [...sent, piece];
  return {};
}

const together = (end: string) => `${sent.map((piece) => new TextDecoder().decode(piece)).join('')}${end}`;

describe('the backup of a large workspace', () => {
  it('goes in pieces, which together are the same document', async () => {
    expect((await saveBackup()).ok).toBe(true);
    const [saved] = started.host.inputs('backup.save');
    expect(sent.length).toBeGreaterThan(0);
    expect(saved!.after!.at).toBe(sent.reduce((sum, piece) => sum + piece.length, 0));
    const text = together(saved!.document);
    expect(text.startsWith('{"format":"daywright.workspace",')).toBe(true);
    const read = parseWorkspace(text);
    if (!read.ok) throw new Error(read.error.join());
    expect(formatWorkspace(read.value)).toBe(formatWorkspace(await readDocument(database())));
  });

  it('begins again when something was stored meanwhile', async () => {
    let interruptions = 1;
    started.host.answer('backup.append', async (input) => {
      if (interruptions-- > 0) await addTask({ title: 'Meanwhile', durationMinutes: 30 });
      return take(input);
    });
    expect((await saveBackup()).ok).toBe(true);
    const saves = started.host.inputs('backup.save');
    expect(saves).toHaveLength(1);
    expect(together(saves[0]!.document)).toContain('Meanwhile');
  });
});
