import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkVerb } from '#main/hosts/cli/check-verb';
import { runCli, type Verbs } from '#main/hosts/cli/cli';
import { eventsVerb } from '#main/hosts/cli/events-verb';
import { exportVerb } from '#main/hosts/cli/export-verb';
import { planVerb } from '#main/hosts/cli/plan-verb';
import type { Verb } from '#main/hosts/cli/terminal';
import { temporaryFolder } from '../../../../helpers/temporary-folder';
import { type TestTerminal, testTerminal } from '../../../../helpers/test-terminal';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/samples');
const WORKSPACE = resolve(import.meta.dirname, '../../../../../resources/sample-workspace.json');

const load = (verb: Verb) => async () => verb;
const verbs: Verbs = {
  events: load(eventsVerb),
  plan: load(planVerb),
  check: load(checkVerb),
  export: load(exportVerb),
  broken: load({ summary: '', usage: '', run: () => Promise.reject(new Error('kaboom')) }),
};

describe('command line', () => {
  let folder: string;
  let terminal: TestTerminal;

  beforeEach(async () => {
    folder = await temporaryFolder();
    terminal = testTerminal();
  });

  const run = (...args: string[]): Promise<number> => runCli(args, verbs, '1.2.3', terminal);
  /** Runs on a terminal of its own and gives what it printed. */
  const printedBy = async (...args: string[]): Promise<string> => {
    const own = testTerminal();
    expect(await runCli(args, verbs, '1.2.3', own), own.notes.join('\n')).toBe(0);
    return own.printed();
  };
  const inFolder = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('tells its version and explains itself', async () => {
    expect(await printedBy('--version')).toBe('1.2.3\n');
    expect(await printedBy('--help')).toContain('events   read calendar files');
    expect(await printedBy('plan', '--help')).toContain('--algorithm');
  });

  it.each(['google', 'outlook'])('[events] equals the expected occurrences of the %s sample', async (source) => {
    const window = ['--from', '2026-11-01T00:00:00Z', '--to', '2027-01-01T00:00:00Z'];
    const printed = await printedBy('events', join(FIXTURES, `${source}-export.ics`), ...window);
    const expected = await readFile(join(FIXTURES, `${source}-export.expected.jsonl`), 'utf8');
    const read = (text: string): unknown[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(read(printed)).toEqual(read(expected));
    expect(printed.split('\n')[0]).toMatch(
      /^\{"uid":"[^"]+","summary":"[^"]+","start":"[^"]+","end":"[^"]+","allDay":(true|false)\}$/,
    );
  });

  it('[events] writes a report beside it', async () => {
    const report = join(folder, 'report.json');
    await printedBy(
      'events',
      join(FIXTURES, 'google-export.ics'),
      '--from',
      '2026-11-01',
      '--to',
      '2026-11-02',
      '--report',
      report,
    );
    const [file] = (JSON.parse(await readFile(report, 'utf8')) as { files: { name: string; source: string }[] }).files;
    expect(file).toMatchObject({ name: 'google-export.ics', source: 'google' });
  });

  it('[events] takes a .zip as Google exports it, and files beside it', async () => {
    const calendar = (uid: string): string =>
      ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', `UID:${uid}`, 'DTSTART:20261124T090000Z', 'END:VEVENT', 'END:VCALENDAR'].join(
        '\n',
      );
    const zipped = zipSync({
      'Takeout/a.ics': strToU8(calendar('a')),
      'b.ics': strToU8(calendar('b')),
      'x.txt': strToU8('x'),
    });
    const zip = join(folder, 'google.zip');
    await writeFile(zip, zipped);
    const ics = await inFolder('c.ics', calendar('c'));
    const report = join(folder, 'zip.json');
    const printed = await printedBy(
      'events',
      zip,
      ics,
      '--from',
      '2026-11-01',
      '--to',
      '2026-12-01',
      '--report',
      report,
    );
    const uids = printed
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { uid: string }).uid);
    expect(uids).toEqual(['a', 'b', 'c']);
    const { files } = JSON.parse(await readFile(report, 'utf8')) as { files: { name: string }[] };
    expect(files.map(({ name }) => name)).toEqual(['a.ics', 'b.ics', 'c.ics']);
  });

  it('[events] prints what a file holds that lacks only its end, and notes the line', async () => {
    const path = await inFolder(
      'endless.ics',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261124T090000Z\nEND:VEVENT\n',
    );
    expect(await run('events', path, '--from', '2026-11-01', '--to', '2026-12-01')).toBe(0);
    expect(terminal.printed()).toContain('"uid":"a"');
    expect(terminal.notes.join('\n')).toBe(
      `${path}: Stops at line 5, after a whole component. Expected END:VCALENDAR.`,
    );
  });

  it('[events] says in the report what was noticed, by line', async () => {
    const lines = [
      'BEGIN:VCALENDAR',
      'X-WR-CALNAME:Odd',
      'BEGIN:VEVENT',
      'UID:nowhere',
      'SUMMARY:Nowhere',
      'DTSTART;TZID=Mid-Atlantis:20261124T090000',
      'DTEND;TZID=Mid-Atlantis:20261124T080000',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:undated',
      'SUMMARY:Undated',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ];
    const odd = await inFolder('odd.ics', lines.join('\r\n'));
    const report = join(folder, 'odd.json');
    const window = ['--from', '2026-11-01', '--to', '2026-12-01', '--zone', 'Europe/Berlin'];
    await printedBy('events', odd, ...window, '--report', report);
    const { files } = JSON.parse(await readFile(report, 'utf8')) as { files: { report: object[] }[] };
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      name: 'odd.ics',
      sizeBytes: lines.join('\r\n').length,
      calendarName: 'Odd',
      items: 1,
      occurrences: 1,
      counts: { repaired: 1, needsYou: 1, leftOut: 1 },
    });
    expect(files[0]!.report).toEqual([
      {
        severity: 'needsYou',
        line: 3,
        code: 'zone.byUserZone',
        message: 'Time zone “Mid-Atlantis”',
        repair: 'Europe/Berlin, your zone, because nothing explains the name',
        uid: 'nowhere',
        zoneName: 'Mid-Atlantis',
        events: 1,
      },
      expect.objectContaining({ severity: 'repaired', uid: 'nowhere' }),
      expect.objectContaining({ severity: 'leftOut', line: 9, uid: 'undated' }),
    ]);
  });

  it('[export] writes some kinds and some days of the plan', async () => {
    const plan = await printedBy('plan', WORKSPACE, '--now', '2026-11-23T07:00:00Z', '--days', '7');
    const path = await inFolder('plan.json', plan);
    const { placements } = JSON.parse(plan) as { placements: { kind: string; start: string; end: string }[] };
    const written = async (...options: string[]): Promise<number> => {
      const ics = join(folder, 'some.ics');
      await printedBy('export', WORKSPACE, path, '--ics', ics, ...options);
      return (await readFile(ics, 'utf8')).split('BEGIN:VEVENT').length - 1;
    };
    const habits = placements.filter(({ kind }) => kind === 'habit').length;
    expect(habits).toBeGreaterThan(0);
    expect(await written('--only', 'habits')).toBe(habits);
    expect(await written('--only', 'tasks,habits')).toBe(placements.length);
    const from = '2026-11-24T00:00:00Z';
    const to = '2026-11-25T00:00:00Z';
    const inRange = placements.filter(({ start, end }) => start < to && end > from).length;
    expect(inRange).toBeLessThan(placements.length);
    expect(await written('--from', from, '--to', to)).toBe(inRange);
  });

  it('[export] writes posts and matches of the workspace beside the plan, and refuses kinds that are none', async () => {
    const workspace = JSON.parse(await readFile(WORKSPACE, 'utf8')) as Record<string, unknown>;
    const post = { id: 'demo', platform: 'tiktok', contentType: 'tiktok_video', title: 'Demo; part 1' };
    const placed = { id: 'demo', platform: 'tiktok', start: '2026-11-25T17:00:00Z', score: 0.5, wave: 1 };
    const wall = { wallTime: '2026-11-25T18:00', timeZone: 'Europe/Berlin', preferred: null };
    const slot = { match: 'm1', court: 'A', umpire: null };
    const full = {
      ...workspace,
      posts: { queue: [post], placements: [{ ...placed, ...wall }] },
      tournaments: [
        {
          ...{ format: 'daywright.tournament', version: 1, type: 'given', id: 'cup', name: 'Cup', timeZone: 'UTC' },
          ...{ start: '2026-11-28T09:00', matchMinutes: 60, restMinutes: 0, courts: [{ id: 'A' }] },
          participants: [{ id: 'p1' }, { id: 'p2' }],
          matches: [{ id: 'm1', round: 1, entries: ['p1', 'p2'] }],
          timetable: [{ ...slot, start: '2026-11-28T09:00:00Z', end: '2026-11-28T10:00:00Z' }],
        },
      ],
    };
    const path = await inFolder('full.json', JSON.stringify(full));
    const task = { kind: 'task', id: (workspace.tasks as { id: string; title: string }[])[0]!.id };
    const plan = { placements: [{ ...task, start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' }] };
    const planPath = await inFolder('plan.json', JSON.stringify(plan));
    const ics = join(folder, 'all.ics');
    const exported = async (...options: string[]): Promise<string[]> => {
      await printedBy('export', path, planPath, '--ics', ics, ...options);
      const printed = await printedBy('events', ics, '--from', '2026-11-01', '--to', '2027-01-01');
      return printed
        .trim()
        .split('\n')
        .map((line) => Object.values(JSON.parse(line) as Record<string, string>).join(' | '));
    };
    const [first] = workspace.tasks as { id: string; title: string }[];
    const lines = [
      `task-${first!.id}@daywright | ${first!.title} | 2026-11-24T09:00:00Z | 2026-11-24T10:00:00Z | false`,
      'post-demo@daywright | Demo; part 1 (tiktok) | 2026-11-25T17:00:00Z | 2026-11-25T17:15:00Z | false',
      'match-cup-m1@daywright | p1 v p2 (Cup, Round 1, A) | 2026-11-28T09:00:00Z | 2026-11-28T10:00:00Z | false',
    ];
    expect(await exported()).toEqual(lines);
    expect(await exported('--only', 'posts,matches')).toEqual(lines.slice(1));
    expect(await exported('--from', '2026-11-25', '--to', '2026-11-26')).toEqual([lines[1]]);
    expect(await run('export', path, planPath, '--ics', ics, '--only', 'posts,notes')).toBe(2);
    expect(terminal.notes).toEqual(['--only is "notes": expected tasks or habits or posts or matches']);
  });

  it('[plan, check, export] plans the sample, proves it and writes it', async () => {
    const plan = await printedBy('plan', WORKSPACE, '--now', '2026-11-23T07:00:00Z', '--days', '7');
    const path = await inFolder('plan.json', plan);
    expect(Object.keys(JSON.parse(plan) as object)).toEqual(['placements', 'unplaced', 'quality', 'metrics']);
    expect(JSON.parse(await printedBy('check', WORKSPACE, path))).toMatchObject({ violations: [] });

    const ics = join(folder, 'plan.ics');
    await printedBy('export', WORKSPACE, path, '--ics', ics);
    const window = ['--from', '2026-11-23', '--to', '2026-12-01'];
    const written = (await printedBy('events', ics, ...window)).trimEnd().split('\n');
    expect(written).toHaveLength((JSON.parse(plan) as { placements: unknown[] }).placements.length);
  });

  it('[plan] plans around the events of calendar files, and check knows them too', async () => {
    const days = ['--now', '2026-11-23T07:00:00Z', '--days', '3'];
    const busy = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:b', 'SUMMARY:All of it', 'DTSTART:20261123T000000Z'];
    const ics = await inFolder(
      'busy.ics',
      [...busy, 'DTEND:20261203T000000Z', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
    );
    const plan = JSON.parse(await printedBy('plan', WORKSPACE, '--ics', ics, ...days)) as {
      placements: { kind: string }[];
    };
    expect(plan.placements.filter(({ kind }) => kind === 'task')).toEqual([]);

    const blind = await inFolder('blind.json', await printedBy('plan', WORKSPACE, ...days));
    expect(await run('check', WORKSPACE, blind, '--ics', ics)).toBe(1);
    const { violations } = JSON.parse(terminal.printed()) as { violations: unknown[] };
    expect(violations.length).toBeGreaterThan(0);
  });

  it('[check] judges a plan of the year 0', async () => {
    const placed = { kind: 'task', id: 't-hiring', start: '0000-01-01T00:00:00Z', end: '0000-01-01T00:30:00Z' };
    expect(await run('check', WORKSPACE, await inFolder('old.json', JSON.stringify({ placements: [placed] })))).toBe(1);
    expect(terminal.notes).toEqual([]);
  });

  it('[check] judges a plan made by hand without metrics', async () => {
    const placed = { kind: 'task', id: 't-hiring', start: '2026-11-24T02:00:00Z', end: '2026-11-24T02:05:00Z' };
    const path = await inFolder('hand.json', JSON.stringify({ placements: [placed] }));
    expect(await run('check', WORKSPACE, path)).toBe(1);
    expect(Object.keys(JSON.parse(terminal.printed()) as object)).toEqual(['violations', 'quality']);
  });

  it.each([
    [[], 'Say what to do: events, plan, check, export, broken. See daywright --help.'],
    [['dance'], '"dance" is no verb: expected events, plan, check, export, broken'],
    [['events'], 'events needs at least one .ics or .zip file'],
    [
      ['events', 'IN/none.zip', '--from', '2026-11-01', '--to', '2026-11-02'],
      'IN/none.zip holds no calendar: expected .ics files in it',
    ],
    [
      ['events', 'IN/missing.ics', '--from', '2026-11-01', '--to', '2026-11-02'],
      'IN/missing.ics does not exist: expected a file',
    ],
    [
      ['events', 'IN/a-folder', '--from', '2026-11-01', '--to', '2026-11-02'],
      'IN/a-folder is a folder: expected a file',
    ],
    [['events', 'IN/empty.ics', '--from', '2026-11-01', '--to', '2026-11-02'], 'IN/empty.ics is empty (0 bytes)'],
    [['events', 'IN/page.ics', '--from', '2026-11-01', '--to', '2026-11-02'], 'IN/page.ics is a web page'],
    [['events', 'IN/cut.ics', '--from', '2026-11-01', '--to', '2026-11-02'], 'IN/cut.ics: Stops at line '],
    [
      ['events', 'IN/cut.ics', '--from', 'soon', '--to', '2026-11-02'],
      '--from is "soon": expected an ISO 8601 instant',
    ],
    [['events', 'IN/cut.ics', '--from', '2026-11-01'], '--to is missing: expected an ISO 8601 instant'],
    [
      ['events', 'IN/cut.ics', '--from', '2026-11-02', '--to', '2026-11-02'],
      '--to is 2026-11-01T23:00:00Z: expected a moment after',
    ],
    [
      ['events', 'IN/cut.ics', '--zone', 'Mars/X', '--from', '2026-11-01'],
      '--zone is "Mars/X": expected an IANA time zone',
    ],
    [['events', 'IN/cut.ics', '--frm', 'x'], "Unknown option '--frm': expected --from, --to, --zone, --report"],
    [['events', 'IN/cut.ics', '--report', ''], '--report is "": expected a value'],
    [['events', '', '--from', '2026-11-01'], '"" is no file: expected a path'],
    [
      ['events', 'IN/good.ics', '--from', '2026-11-01', '--to', '2026-11-02', '--report', 'IN/good.ics'],
      'IN/good.ics is read by this command: expected another file',
    ],
    [['plan', 'WORKSPACE', '--days', '-1'], "Option '--days' argument is ambiguous: expected a value"],
    [['plan', 'WORKSPACE', '--ics'], "Option '--ics <value>' argument missing: expected a value"],
    [
      ['plan', 'WORKSPACE', '--now', '9999-12-31'],
      '--now is "9999-12-31": expected a moment in the years 1000 to 8999',
    ],
    [['plan', 'IN/twice.json'], 'IN/twice.json: projects[1].id is "p": expected an id that no other row has'],
    [['plan'], 'plan was given no workspace: expected WORKSPACE.json'],
    [['plan', 'IN/empty.json'], 'IN/empty.json is empty: expected a JSON document'],
    [['plan', 'IN/broken.json'], 'IN/broken.json line 3 column 2: not JSON'],
    [
      ['plan', 'IN/wrong.json'],
      'IN/wrong.json: settings.timeZone is "Mars/X": expected an IANA time zone such as Europe/Berlin (and 1 more)',
    ],
    [['plan', 'IN/wrong.json', 'IN/more.json'], 'plan was given IN/more.json as well'],
    [['plan', 'WORKSPACE', '--days', '0'], '--days is "0": expected a whole number from 1 to 366'],
    [['plan', 'WORKSPACE', '--workers', 'many'], '--workers is "many": expected a whole number from 1 to 64'],
    [['plan', 'WORKSPACE', '--only', 'posts'], '--only is "posts": expected tasks or habits'],
    [['plan', 'WORKSPACE', '--algorithm', 'magic'], '--algorithm is "magic": expected best or greedy'],
    [['check', 'WORKSPACE'], 'check was given no PLAN.json'],
    [['check', 'WORKSPACE', 'IN/wrong.json'], 'IN/wrong.json: placements is missing: expected array'],
    [
      ['check', 'WORKSPACE', 'IN/times.json'],
      'IN/times.json: placements[0].start is "noon": expected an ISO 8601 instant',
    ],
    [
      ['export', 'WORKSPACE', 'IN/stranger.json', '--ics', 'IN/out.ics'],
      'IN/stranger.json: placements[0].id is "nobody": expected the id',
    ],
    [
      ['export', 'WORKSPACE', 'IN/times.json', '--ics', 'IN/out.ics'],
      'IN/times.json: placements[0].start is "noon": expected an ISO 8601 instant',
    ],
    [['export', 'WORKSPACE', 'IN/stranger.json'], '--ics is missing: expected the file to write'],
    [
      ['export', 'WORKSPACE', 'IN/nothing.json', '--ics', 'IN/nothing.json'],
      'IN/nothing.json is read by this command: expected another file',
    ],
    [
      ['export', 'WORKSPACE', 'IN/nothing.json', '--ics', 'IN/link.ics'],
      'IN/link.ics is read by this command: expected another file',
    ],
    [
      ['export', 'WORKSPACE', 'IN/nothing.json', '--ics', 'IN/out.ics', '--from', '2026-11-24', '--to', '2026-11-24'],
      '--to is 2026-11-23T23:00:00Z: expected a moment after --from, 2026-11-23T23:00:00Z',
    ],
    [
      ['export', 'WORKSPACE', 'IN/nothing.json', '--ics', 'IN/a-folder'],
      'IN/a-folder is a folder: expected a file to write',
    ],
    [['export', 'WORKSPACE', 'IN/nothing.json', '--ics', 'IN/no/out.ics'], 'IN/no/out.ics cannot be written: ENOENT'],
  ])('answers bad input %j with exit code 2, one line, and nothing written', async (args, message) => {
    await mkdir(join(folder, 'a-folder'));
    await inFolder('empty.ics', '');
    await inFolder('page.ics', '<!doctype html><html><body>Sign in</body></html>');
    await writeFile(join(folder, 'none.zip'), zipSync({ 'x.txt': strToU8('x') }));
    await inFolder('cut.ics', (await readFile(join(FIXTURES, 'google-export.ics'), 'utf8')).slice(0, 5000));
    await inFolder('empty.json', '');
    await inFolder('broken.json', '{\n "a": 1,\n b');
    await inFolder(
      'wrong.json',
      '{"format":"daywright.workspace","version":1,"settings":{"timeZone":"Mars/X","gridMinutes":7}}',
    );
    const placement = { kind: 'task', id: 'nobody', start: '2026-11-23T09:00:00Z', end: '2026-11-23T10:00:00Z' };
    await inFolder('stranger.json', JSON.stringify({ placements: [placement] }));
    await inFolder('times.json', JSON.stringify({ placements: [{ ...placement, start: 'noon' }] }));
    await inFolder('good.ics', await readFile(join(FIXTURES, 'google-export.ics'), 'utf8'));
    await inFolder('nothing.json', '{"placements":[]}');
    await symlink(join(folder, 'nothing.json'), join(folder, 'link.ics'));
    await inFolder(
      'twice.json',
      JSON.stringify({
        format: 'daywright.workspace',
        version: 1,
        settings: { timeZone: 'Europe/Berlin' },
        projects: [
          { id: 'p', name: 'One' },
          { id: 'p', name: 'Two' },
        ],
      }),
    );
    const before = await readdir(folder);

    const there = args.map((argument) => argument.replace(/^IN/, folder).replace(/^WORKSPACE$/, WORKSPACE));
    expect(await run(...there)).toBe(2);
    expect(terminal.notes).toHaveLength(1);
    expect(terminal.notes[0]).not.toContain('\n');
    expect(terminal.notes[0]!.replaceAll(folder, 'IN')).toContain(message);
    expect(terminal.printed()).toBe('');
    expect(await readdir(folder)).toEqual(before);
  });

  it('cancels with exit code 130 and writes nothing', async () => {
    terminal.interrupt.cancel();
    const plan = await inFolder('plan.json', JSON.stringify({ placements: [] }));
    const window = ['--from', '2026-11-01', '--to', '2026-12-01'];
    expect(await run('events', join(FIXTURES, 'google-export.ics'), ...window, '--report', join(folder, 'r'))).toBe(
      130,
    );
    expect(await run('plan', WORKSPACE)).toBe(130);
    expect(await run('export', WORKSPACE, plan, '--ics', join(folder, 'out.ics'))).toBe(130);
    expect(terminal.printed()).toBe('');
    expect(await readdir(folder)).toEqual(['plan.json']);
  });

  it('cancels also when Ctrl-C came while its thread was busy', async () => {
    // As a signal: heard in a later turn, while the reading in this thread takes all of this one.
    setImmediate(() => terminal.interrupt.cancel());
    const window = ['--from', '2026-11-01', '--to', '2026-12-01', '--report', join(folder, 'report.json')];
    expect(await run('events', join(FIXTURES, 'google-export.ics'), ...window)).toBe(130);
    expect(terminal.printed()).toBe('');
    expect(await readdir(folder)).toEqual([]);
  });

  it('says a fault of its own plainly', async () => {
    expect(await run('broken')).toBe(1);
    expect(terminal.notes[0]).toContain('Daywright failed: Error: kaboom');
  });
});
