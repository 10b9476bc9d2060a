import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { exportWorkspace, importWorkspace, listBackups, saveBackup } from '#renderer/state/backup';
import { undo } from '#renderer/state/commit';
import { addTask } from '#renderer/state/edit-tasks';
import { eventsBetween } from '#renderer/state/events';
import { workspaceNow } from '#renderer/state/workspace';
import type { RequestInput } from '#shared/ipc/contract';
import { parseInstant } from '#shared/time/instant';
import { closePage, type Started, start } from '../../../helpers/started-workspace';

const DOCUMENT = {
  format: 'daywright.workspace',
  version: 1,
  madeWith: 'a later version',
  settings: { timeZone: 'Europe/Berlin', bufferMinutes: 5, mood: 'calm' },
  calendars: [{ id: 'work', name: 'Work', owner: 'me' }],
  events: [
    {
      id: 'e1',
      calendarId: 'work',
      uid: 'u1',
      title: 'Stand-up',
      start: '2026-11-23T08:00:00Z',
      end: '2026-11-23T08:15:00Z',
      room: 4,
    },
  ],
  tasks: [{ id: 't1', title: 'Report', durationMinutes: 90, colour: 'teal' }],
  habits: [{ id: 'h1', title: 'Run', durationMinutes: 45, targetTime: '18:00', history: [true] }],
  tournaments: [
    {
      format: 'daywright.tournament',
      version: 1,
      id: 'cup',
      type: 'knockout',
      timeZone: 'Europe/Berlin',
      start: '2026-11-28T09:00',
      matchMinutes: 60,
      participants: [{ id: 'p1', nickname: 'Ace' }, { id: 'p2' }],
      matches: [{ id: 'r1m1', round: 1, entries: ['p1', 'p2'] }],
      results: [{ match: 'r1m1', winner: 'p1', score: '6:4 6:4' }],
      sponsor: 'Harbour Bank',
    },
  ],
  posts: {
    audiences: [{ platform: 'x', timeZoneWeights: { 'UTC-5': 1 }, source: 'a survey' }],
    constraints: [{ platform: 'x', minGapHours: 6, prohibitedWindows: [{ from: '22:00', to: '06:00' }] }],
    queue: [{ id: 'post_1', platform: 'x', title: 'Hiring', mood: 'calm' }],
    campaigns: [{ id: 'launch', name: 'Launch' }],
    jobs: [{ bulkJobId: 'job_1', suggestedConcurrency: 2 }],
    placements: [
      {
        id: 'post_1',
        platform: 'x',
        start: '2026-11-25T09:00:00Z',
        score: 0.9,
        wave: 1,
        wallTime: '2026-11-25T10:00',
        timeZone: 'Europe/Berlin',
        preferred: null,
      },
    ],
    unplaced: [{ id: 'post_2', platform: 'x', reason: 'quota', detail: 'of 4 allowed times, closed: 4 by the quota' }],
    performanceHistory: [
      { platform: 'x', postedAt: '2026-11-01T08:00:00Z', reach: 900 },
      { platform: 'x', postedAt: '2026-11-01T08:00:00Z', reach: 700, note: 'twin' },
    ],
    evidence: [{ platform: 'x', days: [2], fromHour: 8, toHour: 9, strength: 1, source: 'Mine', year: 2026 }],
    parameters: { explorationRate: 0.2 },
    adaptive: { parameters: { explorationRate: 0.2 }, log: [] },
    exploration: 'thompson',
    gridMinutes: 30,
    mappings: [
      { id: 'newest', name: 'Newest', platform: 'x', columns: { postedAt: ['when'] } },
      { id: 'older', name: 'Older', platform: 'x', columns: {} },
    ],
    somethingLater: { kept: true },
  },
};

let started: Started;

beforeEach(async () => {
  started = await start();
});

describe('the workspace document', () => {
  it('comes back as it went in, unknown fields included', async () => {
    // The habits of the new document are placed a moment later, by themselves: not between the two readings.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(await importWorkspace(JSON.stringify(DOCUMENT))).toEqual({ ok: true, value: undefined });
    const exported = JSON.parse(await exportWorkspace());
    expect(exported).toMatchObject(DOCUMENT);
    expect(await importWorkspace(JSON.stringify(exported))).toMatchObject({ ok: true });
    expect(JSON.parse(await exportWorkspace())).toEqual(exported);
  });

  it('replaces what was there, in one step that can be undone', async () => {
    await addTask({ title: 'Mine', durationMinutes: 30 });
    await importWorkspace(JSON.stringify(DOCUMENT));
    expect(workspaceNow().tasks.map((task) => task.title)).toEqual(['Report']);
    expect(workspaceNow()).toMatchObject({ settings: { bufferMinutes: 5 }, undoLabel: 'Open workspace' });
    await undo();
    expect(workspaceNow().tasks.map((task) => task.title)).toEqual(['Mine']);
    expect(workspaceNow()).toMatchObject({ settings: { bufferMinutes: 10 }, calendars: [] });
  });

  it('names path and value of what is wrong and stores nothing', async () => {
    const wrong = { ...DOCUMENT, tasks: [{ id: 't1', title: 'Report', durationMinutes: 'long' }] };
    const read = await importWorkspace(JSON.stringify(wrong));
    expect(read.ok).toBe(false);
    expect(!read.ok && read.error).toEqual([
      'tasks[0].durationMinutes is "long": Invalid input: expected number, received string',
    ]);
    const twice = { ...DOCUMENT, tasks: [...DOCUMENT.tasks, ...DOCUMENT.tasks] };
    expect(await importWorkspace(JSON.stringify(twice))).toEqual({
      ok: false,
      error: ['tasks[1].id is "t1": expected an id that no other row has'],
    });
    expect((await importWorkspace('{')).ok).toBe(false);
    expect(workspaceNow()).toMatchObject({ tasks: [], calendars: [], undoLabel: null });
  });

  it('lists backups newest first', async () => {
    started.host.answer('backup.list', () => ({
      folder: '/backups',
      backups: [
        { name: 'a', savedAt: '2026-11-20T08:00:00Z', sizeBytes: 9 },
        { name: 'b', savedAt: '2026-11-23T08:00:00Z', sizeBytes: 9 },
      ],
    }));
    const listed = await listBackups();
    expect(listed.ok && listed.value.backups.map((backup) => backup.name)).toEqual(['b', 'a']);
  });
});

describe('a document with sources of events', () => {
  it('has them expanded again when they are looked at', async () => {
    const occurrence = {
      uid: 'u1',
      title: 'Stand-up',
      start: '2026-11-24T08:00:00Z',
      end: '2026-11-24T08:15:00Z',
      allDay: false,
      busy: true,
    };
    started.host.answer('calendar.expand', ({ items }) => ({
      items: items.map(({ id }) => ({ id, occurrences: [occurrence] })),
    }));
    const item = { id: 'any', calendarId: 'work', uid: 'u1', title: 'Stand-up', ics: 'X', hash: 'h', recurring: true };
    await importWorkspace(JSON.stringify({ ...DOCUMENT, events: [], calendarItems: [item] }));
    const day = ['2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'].map((text) => parseInstant(text)!);
    expect((await eventsBetween(day[0]!, day[1]!)).map((event) => event.id)).toEqual(['work/u1@']);
    expect(JSON.parse(await exportWorkspace()).calendarItems).toMatchObject([{ id: 'work/u1', ics: 'X' }]);
  });
});

describe('backups on their own', () => {
  const MINUTE = 60_000;

  beforeEach(async () => {
    localStorage.clear();
    // Only what the backup waits with: the store in memory keeps its own pace.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    started = await start();
  });

  afterEach(() => {
    vi.useRealTimers();
    localStorage.clear();
  });

  const nextSave = () =>
    new Promise<RequestInput<'backup.save'>>((resolve) => {
      started.host.answer('backup.save', (input) => {
        resolve(input);
        return { name: 'b', savedAt: '2026-11-24T09:00:00Z', sizeBytes: 1 };
      });
    });

  it('are made five minutes after the first change, with all changes until then', async () => {
    const saved = nextSave();
    await addTask({ title: 'First', durationMinutes: 30 });
    vi.advanceTimersByTime(4 * MINUTE);
    await addTask({ title: 'Second', durationMinutes: 30 });
    expect(started.host.inputs('backup.save')).toEqual([]);
    vi.advanceTimersByTime(MINUTE);
    const { document } = await saved;
    expect((JSON.parse(document) as { tasks: { title: string }[] }).tasks.map((task) => task.title)).toEqual([
      'First',
      'Second',
    ]);
    vi.advanceTimersByTime(60 * MINUTE);
    expect(started.host.inputs('backup.save')).toHaveLength(1);
  });

  it('are made by the next page when the last one closed before', async () => {
    await addTask({ title: 'Short visit', durationMinutes: 30 });
    closePage();
    started = await start({ disk: started.disk });
    const saved = nextSave();
    vi.advanceTimersByTime(20_000);
    expect((await saved).document).toContain('Short visit');
    closePage();
    started = await start({ disk: started.disk });
    vi.advanceTimersByTime(60 * MINUTE);
    expect(started.host.inputs('backup.save')).toEqual([]);
  });

  it('stay owed while the host cannot write them', async () => {
    await addTask({ title: 'Kept', durationMinutes: 30 });
    started.host.answer('backup.save', () => ({
      kind: 'failed',
      error: { code: 'refused', message: 'The disk is full', advice: '' },
    }));
    expect(await saveBackup()).toEqual({ ok: false, error: 'The disk is full' });
    closePage();
    started = await start({ disk: started.disk });
    const saved = nextSave();
    vi.advanceTimersByTime(20_000);
    expect((await saved).document).toContain('Kept');
  });
});
