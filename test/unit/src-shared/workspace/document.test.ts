import { describe, expect, it } from 'vitest';
import { formatWorkspace, parseWorkspace } from '#shared/workspace/document';

// The example of the contract, as it stands there.
const contractExample = {
  format: 'daywright.workspace',
  version: 1,
  settings: {
    timeZone: 'Europe/Berlin',
    gridMinutes: 15,
    bufferMinutes: 10,
    leadMinutes: 15,
    horizonDays: 30,
    workingHours: { '1': [['09:00', '17:30']], '2': [['09:00', '17:30']] },
    energy: [{ from: '09:00', to: '12:00', level: 'high' }],
  },
  calendars: [{ id: 'work', name: 'Work', blocks: true }],
  events: [
    {
      id: 'e1',
      calendarId: 'work',
      uid: 'u1',
      title: 'Stand-up',
      start: '2026-11-23T08:00:00Z',
      end: '2026-11-23T08:15:00Z',
      allDay: false,
      busy: true,
    },
  ],
  tasks: [
    {
      id: 't1',
      title: 'Report',
      durationMinutes: 90,
      priority: 2,
      energy: 'high',
      dueAt: '2026-11-26T16:00:00Z',
      notBefore: null,
      partOfDay: 'morning',
      projectId: 'p1',
      dependsOn: [],
      pinnedStart: null,
      split: null,
    },
  ],
  habits: [
    {
      id: 'h1',
      title: 'Run',
      durationMinutes: 45,
      days: [1, 3, 5],
      targetTime: '18:00',
      window: ['06:00', '22:00'],
      history: [true, false, true],
    },
  ],
  posts: { audiences: [], constraints: [], queue: [], performanceHistory: [] },
  tournaments: [],
};

function problemsOf(change: (document: typeof contractExample) => unknown): readonly string[] {
  const parsed = parseWorkspace(JSON.stringify(change(structuredClone(contractExample))));
  return parsed.ok ? [] : parsed.error;
}

describe('the workspace document', () => {
  it("reads the contract's example and fills in what it leaves open", () => {
    const parsed = parseWorkspace(JSON.stringify(contractExample));
    expect(parsed.ok && parsed.value.tasks[0]).toMatchObject({
      id: 't1',
      status: 'open',
      doneMinutes: 0,
      partOfDay: 'morning',
    });
    expect(parsed.ok && parsed.value.settings).toMatchObject({
      allDayPolicy: 'whenBusy',
      firstWeekday: 1,
      workers: null,
    });
    expect(parsed.ok && parsed.value.calendars[0]).toMatchObject({ visible: true, color: 'work' });
  });

  it('names the place of a wrong reference inside a tournament', () => {
    const cup = { format: 'daywright.tournament', version: 1, type: 'given', timeZone: 'UTC', start: '2026-11-28' };
    const withCup = (fields: object) => (document: object) => ({
      ...document,
      tournaments: [{ ...cup, matchMinutes: 60, ...fields }],
    });
    expect(problemsOf(withCup({}))).toEqual([]);
    expect(problemsOf(withCup({ matches: [{ id: 'm1', round: 1, entries: ['p1', null] }] }))).toEqual([
      'tournaments[0].matches[0].entries[0] is "p1": expected the id of a participant',
    ]);
    expect(problemsOf(withCup({ restMinutes: -1 }))).toEqual([
      expect.stringContaining('tournaments[0].restMinutes is -1'),
    ]);
  });

  it('keeps fields it does not know, through reading and writing', () => {
    const document = { ...contractExample, tasks: [{ ...contractExample.tasks[0], mood: 'calm' }], plugin: { a: 1 } };
    const first = parseWorkspace(JSON.stringify(document));
    const again = first.ok ? parseWorkspace(formatWorkspace(first.value)) : first;
    expect(again).toEqual(first);
    expect(again.ok && again.value).toMatchObject({ plugin: { a: 1 }, tasks: [{ mood: 'calm' }] });
  });

  it.each([
    [
      'a zone nobody knows',
      (d: typeof contractExample) => ({ ...d, settings: { ...d.settings, timeZone: 'Europe/Bärlin' } }),
      'settings.timeZone is "Europe/Bärlin": expected an IANA time zone such as Europe/Berlin',
    ],
    [
      'a duration in words',
      (d: typeof contractExample) => ({ ...d, tasks: [{ ...d.tasks[0], durationMinutes: 'long' }] }),
      'tasks[0].durationMinutes is "long": Invalid input: expected number, received string',
    ],
    [
      'a priority out of range',
      (d: typeof contractExample) => ({ ...d, tasks: [{ ...d.tasks[0], priority: 9 }] }),
      'tasks[0].priority is 9: Invalid option: expected one of 1|2|3|4',
    ],
    [
      'an hour that does not exist',
      (d: typeof contractExample) => ({ ...d, habits: [{ ...d.habits[0], targetTime: '25:00' }] }),
      'habits[0].targetTime is "25:00": expected a time of day such as 09:00',
    ],
    [
      'an instant without a zone',
      (d: typeof contractExample) => ({ ...d, events: [{ ...d.events[0], start: '2026-11-23T08:00' }] }),
      'events[0].start is "2026-11-23T08:00": expected an ISO 8601 instant such as 2026-11-23T08:00:00Z',
    ],
    [
      'an event that ends before it starts',
      (d: typeof contractExample) => ({ ...d, events: [{ ...d.events[0], end: '2026-11-22T08:00:00Z' }] }),
      'events[0].end is "2026-11-22T08:00:00Z": expected an end that is not before the start, 2026-11-23T08:00:00Z',
    ],
    [
      'an id that two rows have',
      (d: typeof contractExample) => ({ ...d, tasks: [d.tasks[0], d.tasks[0]] }),
      'tasks[1].id is "t1": expected an id that no other row has',
    ],
    [
      'a placement at no moment',
      (d: typeof contractExample) => ({
        ...d,
        placements: [{ kind: 'task', id: 't1', start: 'noon', end: '2026-11-23T08:00:00Z' }],
      }),
      'placements[0].start is "noon": expected an ISO 8601 instant such as 2026-11-23T08:00:00Z',
    ],
    [
      'another format',
      (d: typeof contractExample) => ({ ...d, format: 'other' }),
      'format is "other": Invalid input: expected "daywright.workspace"',
    ],
    [
      'a newer version',
      (d: typeof contractExample) => ({ ...d, version: 2 }),
      'version is 2: Invalid input: expected 1',
    ],
  ])('names path and value for %s', (_what, change, message) => {
    expect(problemsOf(change)).toEqual([message]);
  });

  it('says where text stops being JSON', () => {
    const parsed = parseWorkspace('{"format": "daywright.workspace",');
    expect(parsed.ok ? [] : parsed.error[0]).toMatch(/^not JSON: /);
  });
});
