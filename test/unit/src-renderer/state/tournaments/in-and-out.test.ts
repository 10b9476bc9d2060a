import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stopWorkspace } from '#renderer/state/start';
import {
  createTournament,
  exportTournamentCalendar,
  importEntries,
  openTournamentNow,
  readEntries,
  scheduleTournament,
  setCourts,
} from '#renderer/state/tournaments';
import { closePage, start } from '../../../../helpers/started-workspace';
import { courts, tournament } from '../../../../helpers/tournament-documents';
import { schedulingHost } from '../../../../helpers/tournament-host';

const ID = 'tournament-1';
const document = () => openTournamentNow()!.document;

beforeEach(async () => {
  await start({ host: schedulingHost() });
  await createTournament({ name: 'Harbour Cup', type: 'knockout', start: '2026-11-28T09:00', matchMinutes: 60 });
});

afterEach(() => {
  stopWorkspace();
  closePage();
});

describe('entries from a spreadsheet', () => {
  it('come in with their categories, are updated by a second import, and replaced when asked', async () => {
    const read = readEntries('Name,Club,Seed,Category\nAda,Nord,1,WS\nBea,Ost,,WS\nCarl,Nord,,MS\nDan,Ost,,MS\n');
    expect(read.problems).toEqual([]);
    await importEntries(ID, read, 'add');
    expect(document().categories.map(({ id, type }) => `${id} ${type}`)).toEqual(['WS knockout', 'MS knockout']);
    await importEntries(ID, readEntries('Name,Club,Seed,Category\nBea,Ost,2,WS\nEva,West,,WS\n'), 'add');
    expect(document().participants.map(({ name, seed }) => `${name} ${seed}`)).toEqual([
      'Ada 1',
      'Bea 2',
      'Carl null',
      'Dan null',
      'Eva null',
    ]);
    await importEntries(ID, readEntries('Name,Club,Seed,Category\nZoe,Nord,,WS\n'), 'replace');
    expect(document().participants.map(({ name }) => name)).toEqual(['Zoe']);
    expect(await importEntries(ID, readEntries('\n'), 'add')).toEqual({
      ok: false,
      error: 'There is no entry to import.',
    });
  });
});

describe('calendars of a tournament', () => {
  it('hold the matches of a court or a player, under a name for the file', async () => {
    await importEntries(ID, readEntries('Name,Club\nAda,Nord\nBea,Ost\n'), 'add');
    await setCourts(ID, tournament({ courts: courts('1') }).courts);
    expect(await exportTournamentCalendar(ID, { kind: 'court', id: '1' })).toEqual({
      ok: false,
      error: '1 has no match with a time yet.',
    });
    await scheduleTournament(ID);
    const court = await exportTournamentCalendar(ID, { kind: 'court', id: '1' });
    expect(court).toMatchObject({ ok: true, value: { entries: 1, fileName: 'harbour-cup-1.ics' } });
    const player = await exportTournamentCalendar(ID, { kind: 'player', id: 'ada.nord' });
    expect(player.ok && player.value.fileName).toBe('harbour-cup-ada.ics');
    expect(player.ok && player.value.ics).toContain('SUMMARY:Ada v Bea');
  });
});
