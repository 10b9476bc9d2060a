import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '#main/hosts/cli/cli';
import { tournamentVerb } from '#main/hosts/cli/tournament-verb';
import { temporaryFolder } from '../../../../helpers/temporary-folder';
import { testTerminal } from '../../../../helpers/test-terminal';

const HARBOUR_CUP = resolve(import.meta.dirname, '../../../../fixtures/tournaments/harbour-cup.json');

interface Printed {
  readonly matches: readonly {
    id: string;
    round: number;
    entries: readonly unknown[];
    court: string | null;
    umpire: string | null;
    start: string | null;
    warnings: readonly { kind: string }[];
  }[];
  readonly warnings: readonly { kind: string; match: string }[];
  readonly quality: { makespanMinutes: number; neutralityBreaches: number; bound: { minutes: number } | null };
}

async function run(...args: string[]): Promise<{ code: number; printed: string; notes: readonly string[] }> {
  const terminal = testTerminal();
  const code = await runCli(['tournament', ...args], { tournament: async () => tournamentVerb }, '1.2.3', terminal);
  return { code, printed: terminal.printed(), notes: terminal.notes };
}

const line = ({ id, start, court, umpire }: Printed['matches'][number]): string => `${id} ${start} ${court} ${umpire}`;

describe('tournament on the command line', () => {
  it('[TRN-94] prints the classic timetable', async () => {
    const { code, printed } = await run(HARBOUR_CUP, '--mode', 'classic');
    expect(code).toBe(0);
    const { matches, warnings, quality } = JSON.parse(printed) as Printed;
    // Nine o'clock in Berlin; slots of 45 + 15 minutes, three matches at once.
    expect(matches.map(line)).toEqual([
      'r1m1 2026-11-28T08:00:00Z 1 brenner',
      'r1m2 2026-11-28T08:00:00Z 2 haddad',
      'r2m1 2026-11-28T09:00:00Z 3 sommer',
      'r2m2 2026-11-28T09:00:00Z 1 brenner',
      'third 2026-11-28T10:00:00Z 2 haddad',
      'r3m1 2026-11-28T10:00:00Z 3 sommer',
    ]);
    expect(matches.flatMap((match) => match.warnings)).toEqual(warnings);
    expect(quality.bound).toBeNull();
  });

  it('[TRN-94] prints the order of play as text', async () => {
    const { code, printed } = await run(HARBOUR_CUP, '--order-of-play', 'time');
    expect(code).toBe(0);
    expect(printed.split('\n').slice(0, 4)).toEqual([
      'Harbour Cup',
      '',
      '2026-11-28',
      expect.stringMatching(/^09:00 {2}1 {2}QF 1 {3}\S.* v .*$/),
    ]);
    expect(await run(HARBOUR_CUP, '--order-of-play', 'wall')).toMatchObject({ code: 2 });
  });

  it('[TRN-94] repairs the timetable in force from a moment on, and prints what changes', async () => {
    const row = (match: string, start: string, end: string) => ({ match, court: 'A', umpire: null, start, end });
    const day = {
      format: 'daywright.tournament',
      version: 1,
      type: 'given',
      timeZone: 'UTC',
      start: '2026-11-28T09:00',
      matchMinutes: 60,
      courts: [{ id: 'A' }],
      participants: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }, { id: 'p4' }],
      matches: [
        { id: 'm1', round: 1, entries: ['p1', 'p2'] },
        { id: 'm2', round: 1, entries: ['p3', 'p4'] },
      ],
      timetable: [
        row('m1', '2026-11-28T09:00:00Z', '2026-11-28T10:00:00Z'),
        row('m2', '2026-11-28T10:00:00Z', '2026-11-28T11:00:00Z'),
      ],
      results: [{ match: 'm1', kind: 'running', start: '2026-11-28T09:00:00Z', end: '2026-11-28T10:20:00Z' }],
    };
    const path = join(await temporaryFolder(), 'day.json');
    await writeFile(path, JSON.stringify(day));
    const { code, printed } = await run(path, '--repair-from', '2026-11-28T10:05:00Z');
    expect(code).toBe(0);
    const repaired = JSON.parse(printed) as Printed & { readonly changes: readonly object[] };
    expect(repaired.matches.map(line)).toEqual(['m1 2026-11-28T09:00:00Z A null', 'm2 2026-11-28T10:20:00Z A null']);
    expect(repaired.changes).toEqual([
      {
        match: 'm2',
        from: { start: '2026-11-28T10:00:00Z', court: 'A', umpire: null },
        to: { start: '2026-11-28T10:20:00Z', court: 'A', umpire: null },
        movedMinutes: 20,
        time: true,
        court: false,
        umpire: false,
      },
    ]);
    expect(await run(HARBOUR_CUP, '--repair-from', '2026-11-28T10:05:00Z', '--mode', 'classic')).toMatchObject({
      code: 2,
      notes: ['--mode is "classic" beside --repair-from: expected best, whose rules a repair keeps'],
    });
    expect(await run(HARBOUR_CUP, '--repair-from', '2026-11-28T10:05:00Z')).toMatchObject({
      code: 2,
      notes: [expect.stringContaining('timetable in force')],
    });
  });

  it('[TRN-94] prints the best timetable, with the bound, and keeps the hours of court 3', async () => {
    const { code, printed } = await run(HARBOUR_CUP);
    expect(code).toBe(0);
    const { matches, quality } = JSON.parse(printed) as Printed;
    expect(matches).toHaveLength(6);
    expect(quality).toMatchObject({ neutralityBreaches: 0 });
    expect(quality.makespanMinutes).toBe(quality.bound!.minutes);
    const early = matches.filter(({ start }) => start! < '2026-11-28T08:45:00Z').map(({ court }) => court);
    expect(early).not.toContain('3');
  });

  it('[TRN-94] ends with 130 and prints nothing when it is interrupted', async () => {
    const terminal = testTerminal();
    terminal.interrupt.cancel();
    const verbs = { tournament: async () => tournamentVerb };
    expect(await runCli(['tournament', HARBOUR_CUP], verbs, '1.2.3', terminal)).toBe(130);
    expect(terminal.printed()).toBe('');
  });

  it('[TRN-94] names file, path and value of what is wrong, and prints nothing', async () => {
    const path = join(await temporaryFolder(), 'broken.json');
    const document = JSON.parse(await readFile(HARBOUR_CUP, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...document, matchMinutes: 0 }));
    const { code, printed, notes } = await run(path);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`${path}: matchMinutes is 0`);
    expect((await run(HARBOUR_CUP, '--mode', 'fast')).notes[0]).toContain('--mode is "fast": expected classic or best');
    expect((await run()).code).toBe(2);
  });
});
