import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { redo, undo } from '#renderer/state/commit';
import { stopWorkspace } from '#renderer/state/start';
import {
  changeTournament,
  createTournament,
  drawTournamentAgain,
  duplicateTournament,
  exportTournament,
  importTournament,
  openTournamentNow,
  removeTournament,
  scheduleTournament,
  setCourts,
  setEntries,
  setUmpires,
} from '#renderer/state/tournaments';
import { workspaceNow } from '#renderer/state/workspace';
import { closePage, start } from '../../../../helpers/started-workspace';
import { courts, entries, tournament, umpires } from '../../../../helpers/tournament-documents';
import { schedulingHost } from '../../../../helpers/tournament-host';

afterEach(() => {
  stopWorkspace();
  closePage();
});

const CUP = { name: 'Cup', type: 'knockout', start: '2026-11-28T09:00', matchMinutes: 60 } as const;
const players = (count: number) => tournament({ participants: entries(count) }).participants;

async function cupOf(count: number): Promise<string> {
  const made = await createTournament({ ...CUP, participants: [...players(count)] });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

describe('the setup of a tournament', () => {
  it('is created in the user’s zone, opened, kept over a reload, and undone', async () => {
    const { host, disk } = await start();
    const made = await createTournament(CUP);
    expect(made).toEqual({ ok: true, value: 'tournament-1' });
    expect(openTournamentNow()?.document).toMatchObject({
      name: 'Cup',
      timeZone: workspaceNow().settings.timeZone,
      courts: [],
    });
    stopWorkspace();
    closePage();
    await start({ host, disk });
    expect(openTournamentNow()?.document.name).toBe('Cup');
    await undo();
    expect(workspaceNow().tournaments).toEqual([]);
    expect(openTournamentNow()).toBeNull();
    await redo();
    expect(workspaceNow().tournaments).toHaveLength(1);
  });

  it('is opened from a document and written as one, with fields it does not know', async () => {
    await start();
    const text = readFileSync('test/fixtures/tournaments/harbour-cup.json', 'utf8');
    await importTournament(text.replace('"format"', '"sponsor": "Harbour Bank", "format"'));
    const written = exportTournament('tournament-1');
    expect(written.ok && JSON.parse(written.value)).toMatchObject({ id: 'tournament-1', sponsor: 'Harbour Bank' });
  });

  it('names place and value of a document that is wrong, and stores nothing', async () => {
    await start();
    expect(await importTournament('{"format": "daywright.workspace"}')).toMatchObject({
      ok: false,
      error: expect.stringContaining('format is "daywright.workspace"'),
    });
    expect(await importTournament('{')).toMatchObject({ ok: false, error: expect.stringContaining('not JSON') });
    expect(workspaceNow().tournaments).toEqual([]);
  });

  it('keeps the draw when only names change, and drops it with the timetable when entries come or go', async () => {
    await start({ host: schedulingHost() });
    const id = await cupOf(4);
    await setCourts(id, tournament({ courts: courts('A') }).courts);
    expect(await scheduleTournament(id)).toEqual({ ok: true, value: undefined });
    const drawn = workspaceNow().tournaments[0]!;
    expect([drawn.matches.length, drawn.timetable.length]).toEqual([3, 3]);
    await setEntries(
      id,
      drawn.participants.map((entry) => ({ ...entry, name: `Player ${entry.id}` })),
    );
    expect(workspaceNow().tournaments[0]!.matches).toEqual(drawn.matches);
    await setEntries(id, players(5));
    expect(workspaceNow().tournaments[0]).toMatchObject({ matches: [], timetable: [] });
    expect(workspaceNow().tournaments[0]!.lastRun).toBeUndefined();
    await undo();
    expect(workspaceNow().tournaments[0]!.matches).toEqual(drawn.matches);
  });

  it('takes courts and umpires that are gone out of timetable, pins and closures', async () => {
    await start({ host: schedulingHost() });
    const id = await cupOf(2);
    await setCourts(id, tournament({ courts: courts('A', 'B') }).courts);
    await setUmpires(id, tournament({ umpires: umpires('u1') }).umpires);
    await scheduleTournament(id);
    expect(workspaceNow().tournaments[0]!.timetable[0]).toMatchObject({ court: 'A', umpire: 'u1' });
    await setCourts(id, tournament({ courts: courts('B') }).courts);
    await setUmpires(id, []);
    expect(workspaceNow().tournaments[0]!.timetable[0]).toMatchObject({ court: null, umpire: null });
  });

  it('draws anew in another order with a shuffle, and refuses a wrong setting', async () => {
    await start();
    const id = await cupOf(8);
    await drawTournamentAgain(id);
    const first = workspaceNow().tournaments[0]!.matches;
    await drawTournamentAgain(id, true);
    expect(workspaceNow().tournaments[0]!.matches).not.toEqual(first);
    expect(workspaceNow().tournaments[0]!.draw?.shuffleSeed).toBe(1);
    expect(await changeTournament(id, { matchMinutes: 0 })).toMatchObject({
      ok: false,
      error: expect.stringContaining('matchMinutes is 0'),
    });
    expect(workspaceNow().tournaments[0]!.matchMinutes).toBe(60);
  });

  it('is duplicated without what happened, and deleted', async () => {
    await start({ host: schedulingHost() });
    const id = await cupOf(4);
    await scheduleTournament(id);
    const copy = await duplicateTournament(id);
    expect(copy.ok && openTournamentNow()?.document).toMatchObject({ name: 'Copy of Cup', timetable: [] });
    expect(openTournamentNow()?.matches).toHaveLength(3);
    await removeTournament(id);
    expect(workspaceNow().tournaments.map((one) => one.name)).toEqual(['Copy of Cup']);
  });
});
