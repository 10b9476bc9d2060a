// One typed example of every request: what the page sends and what the host answers. A request without an example does not compile.
import { emptyMetrics } from '#shared/engine/plan';
import type { RequestInput, RequestName, RequestOutput } from '#shared/ipc/contract';
import type { Day } from '#shared/time/day';
import type { WallTime } from '#shared/time/wall-time';
import type { ZoneId } from '#shared/time/zone';
import { parseZone } from '#shared/time/zone';
import { postsFile } from '../helpers/posts-file';
import { tournament } from '../helpers/tournament-documents';

const BERLIN = 'Europe/Berlin' as ZoneId;
const window = { from: 1_795_392_000_000, to: 1_798_070_400_000 };

const event = {
  id: 'e1',
  calendarId: 'work',
  uid: 'e1@example',
  title: 'Stand-up',
  start: '2026-11-23T08:00:00Z',
  end: '2026-11-23T08:15:00Z',
  allDay: false,
  busy: true,
};

const placement = {
  kind: 'task' as const,
  id: 't1',
  start: '2026-11-23T09:00:00Z',
  end: '2026-11-23T10:30:00Z',
  score: 0.8,
  factors: [{ name: 'due', value: 0.8, weight: 1, detail: '2 days before due' }],
  chunk: null,
  pinned: false,
  lateMinutes: 0,
  slack: 'ample' as const,
};

const plan = {
  planId: 'p1',
  plannedAt: '2026-11-23T07:00:00Z',
  totalMilliseconds: 12,
  placements: [placement],
  unplaced: [
    { kind: 'habit' as const, id: 'h1', reason: 'noFreeRunInWindow' as const, detail: 'full', day: '2026-11-23' },
  ],
  quality: {
    meanHabitDeltaMinutes: 0,
    shortGaps: 0,
    unplaced: 1,
    lateMinutes: 0,
    lateTasks: 0,
    preference: 0.8,
    placed: 1,
  },
  metrics: {
    ...emptyMetrics(),
    phases: { index: 1 },
    candidates: 5,
    cacheMisses: 1,
    groups: 1,
    groupSizes: [1],
    freeRuns: 3,
  },
};

const occurrence = {
  uid: 'e1@example',
  title: 'Holiday',
  start: '2026-11-22T23:00:00Z',
  end: '2026-11-23T23:00:00Z',
  allDay: true,
  startDay: '2026-11-23' as Day,
  endDay: '2026-11-24' as Day,
  busy: false,
};

const tournamentDocument = tournament({
  timeZone: 'Europe/Berlin',
  courts: [{ id: 'A' }],
  umpires: [{ id: 'u1', club: 'X' }],
  participants: [{ id: 'p1', club: 'Ä' }, { id: 'p2' }],
  matches: [{ id: 'm1', round: 1, entries: ['p1', 'p2'] }],
});

const tournamentRows = [
  { match: 'm1', court: 'A', umpire: null, start: '2026-11-28T08:00:00Z', end: '2026-11-28T09:00:00Z' },
];

const figures = Array.from({ length: 168 }, (_, hour) => 900 + hour);

const postsModel = {
  platform: 'instagram',
  trainedAt: '2026-11-23T07:00:00Z',
  fingerprint: '["reach",412]',
  card: {
    platform: 'instagram',
    metric: 'reach' as const,
    samples: 412,
    trainingSamples: 329,
    heldSamples: 83,
    r2: 0.62,
    r2Interval: { low: 0.5, high: 0.71 },
    baselines: { accountMean: 0, shrunkCells: 0.31 },
    verdict: 'forest' as const,
    unreliable: false,
    importances: [{ group: 'hour', share: 0.7 }],
  },
  usual: 1000,
  weeks: { instagram_feed: { expected: figures, low: figures, high: figures, confidence: figures } },
};

const postsDocument = postsFile({
  timeZone: BERLIN,
  posts: [
    { id: 'post_1', platform: 'instagram', contentType: 'instagram_reels', title: 'Product Demo' },
    { id: 'post_2', platform: 'instagram', title: 'Ä “story” 📅', mood: 'kept' },
  ],
  history: [{ platform: 'instagram', postedAt: '2026-11-20T11:00:00Z', reach: 1500 }],
});

const backup = { name: 'workspace-2026-11-23T08-00-00.000Z.json', savedAt: '2026-11-23T08:00:00Z', sizeBytes: 2 };

export type Exchanges = {
  readonly [Name in RequestName]: { readonly input: RequestInput<Name>; readonly output: RequestOutput<Name> };
};

const planningProblem: RequestInput<'plan.run'> = {
  now: '2026-11-23T07:00:00Z',
  settings: {
    timeZone: BERLIN,
    gridMinutes: 15,
    bufferMinutes: 10,
    leadMinutes: 15,
    horizonDays: 30,
    workingHours: { '1': [['09:00', '17:30']] },
    energy: [],
    allDayPolicy: 'whenBusy',
    tentativeBlocks: true,
    shortGapPriceMinutes: null,
    ownAddresses: [],
    workers: null,
    firstWeekday: 1,
    theme: 'system',
    notices: true,
    singleKeyShortcuts: true,
    vacations: [],
  },
  calendars: [{ id: 'work', name: 'Work', blocks: true, color: 'work', visible: true }],
  events: [event],
  tasks: [],
  habits: [],
  habitOccurrences: [],
  present: [placement],
  options: { algorithm: 'best', only: ['tasks', 'habits'], seed: 1, stepBudget: 100 },
};

export const exchanges: Exchanges = {
  'calendar.read': {
    input: {
      files: [
        { name: 'a.ics', bytes: Uint8Array.of(66, 69, 71) },
        { name: 'empty.ics', bytes: new Uint8Array(0) },
        { name: 'b.ics', bytes: Uint8Array.of(0, 255, 128, 10) },
      ],
      options: { window, zone: BERLIN, ownAddresses: ['me@example.com'] },
    },
    output: {
      files: [
        {
          name: 'a.ics',
          sizeBytes: 3,
          source: 'google',
          calendarName: 'Ä “calendar” 📅',
          items: [
            {
              uid: 'e1@example',
              title: 'Holiday',
              ics: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
              sequence: 0,
              lastModified: null,
              stamp: null,
              hash: 'abc',
              recurring: false,
              occurrences: [occurrence],
            },
          ],
          report: [
            {
              severity: 'repaired',
              line: 12,
              code: 'zone.byOffsets',
              message: '“X”',
              repair: 'Europe/Berlin',
              events: 1,
            },
          ],
          problem: null,
        },
      ],
    },
  },
  'calendar.expand': {
    input: { items: [{ id: 'i1', ics: 'BEGIN:VCALENDAR' }], window, zone: BERLIN, ownAddresses: [] },
    output: { items: [{ id: 'i1', occurrences: [occurrence] }] },
  },
  'calendar.watch': { input: { watches: [{ id: 'work', path: '/calendars/work.ics' }] }, output: {} },
  'calendar.unpack': {
    input: { name: 'google.zip', bytes: new Uint8Array([80, 75, 5, 6]) },
    output: { files: [{ name: 'work.ics', bytes: new Uint8Array([66, 69, 71]) }] },
  },
  'calendar.write': {
    input: { entries: [{ placement, title: 'Report' }], events: [event], zone: BERLIN, now: '2026-11-23T07:00:00Z' },
    output: { ics: 'BEGIN:VCALENDAR\r\n' },
  },
  'plan.run': {
    input: planningProblem,
    output: plan,
  },
  'plan.follow': {
    input: {
      problem: { ...planningProblem, present: [placement] },
      change: { taken: [{ start: event.start, end: event.end }], wanting: ['task_1'] },
    },
    output: {
      placements: plan.placements,
      unplaced: plan.unplaced,
      quality: plan.quality,
      metrics: plan.metrics,
      scope: 'touched',
      totalMilliseconds: 6.5,
    },
  },
  'plan.pending': { input: {}, output: { plan } },
  'posts.plan': {
    input: { file: postsDocument, models: [postsModel], now: '2026-11-23T07:00:00Z', seed: 1 },
    output: {
      plan: {
        bulkJobId: null,
        placements: [
          {
            id: 'post_1',
            platform: 'instagram',
            start: '2026-11-23T11:00:00Z',
            score: 0.97,
            wave: 1,
            wallTime: '2026-11-23T12:00' as WallTime,
            timeZone: BERLIN,
            preferred: null,
            pinned: false,
          },
        ],
        unplaced: [
          { id: 'post_2', platform: 'instagram', reason: 'minimumGap', detail: 'of 4 allowed times, closed: 4' },
        ],
        waves: [{ wave: 1, start: '2026-11-23T11:00:00Z', ids: ['post_1'] }],
        quality: {
          placed: 1,
          unplaced: 1,
          worth: 1.94,
          bound: 1.94,
          optimal: true,
          meanScore: 0.97,
          outsidePreferred: 0,
        },
      },
      from: '2026-11-23T07:00:00Z',
      to: '2026-11-29T23:00:00Z',
      totalMilliseconds: 31,
    },
  },
  'posts.train': {
    input: { file: postsDocument, platforms: ['instagram'], now: '2026-11-23T07:00:00Z', seed: 1 },
    output: { models: [postsModel] },
  },
  'posts.import': {
    input: {
      name: 'export.csv',
      bytes: Uint8Array.of(68, 97, 116, 101),
      zone: BERLIN,
      remembered: [
        { id: 'mine', name: 'Mine', platform: 'x', columns: { postedAt: ['date'] }, contentTypes: {}, dateOrder: null },
      ],
      mapping: null,
    },
    output: {
      kind: 'question',
      reason: 'No header with a posting time and a figure was found',
      sample: [['Date', 'Ä']],
    },
  },
  'plan.acknowledge': { input: { planId: 'p1' }, output: {} },
  'tournament.schedule': {
    input: { document: tournamentDocument, mode: 'best' },
    output: {
      matches: tournamentDocument.matches,
      timetable: tournamentRows,
      bound: { minutes: 60, reason: 'rounds', detail: 'The rounds of 1 match need 60 min.' },
      fewestBreaches: 0,
      violations: [],
      milliseconds: 12,
    },
  },
  'tournament.repair': {
    input: { document: { ...tournamentDocument, timetable: tournamentRows }, now: '2026-11-28T08:30:00Z' },
    output: {
      timetable: tournamentRows,
      violations: [{ rule: 'r', amount: 5, unit: 'min', parties: ['m1'], message: 'late' }],
      milliseconds: 3,
    },
  },
  'tournament.capacity': {
    input: { document: tournamentDocument, question: { courts: 4, umpires: null } },
    output: { matches: 7, end: '2026-11-28T17:00:00Z', makespanMinutes: 480, unplaced: 0, bound: null },
  },
  'backup.append': { input: { id: 'b', at: 0, piece: Uint8Array.of(123) }, output: {} },
  'backup.save': { input: { document: '{}', after: { id: 'b', at: 1 } }, output: backup },
  'backup.list': { input: {}, output: { backups: [backup], folder: '/data/backups' } },
  'backup.read': { input: { name: backup.name }, output: { document: '{}' } },
  'marker.read': { input: {}, output: { hadData: true } },
  'marker.write': { input: { hadData: true }, output: {} },
  'host.describe': { input: {}, output: { door: 'test', version: '1.2.3', platform: 'linux', dataFolder: '/data' } },
  'host.samples': {
    input: { now: '2026-11-23T07:00:00Z' },
    output: {
      tournament: '{}',
      workspace: '{"$bytes":3}',
      calendars: [{ name: 'work.ics', bytes: Uint8Array.of(1, 2, 3) }],
      monday: '2026-11-23' as Day,
    },
  },
  'agenda.push': {
    input: {
      entries: [
        {
          kind: 'task',
          id: 't1',
          title: 'Report',
          start: '2026-11-23T09:00:00Z',
          end: '2026-11-23T10:30:00Z',
          done: false,
          day: null,
        },
      ],
      state: 'tight',
      habits: {
        timeZone: parseZone('Europe/Berlin')!,
        gridMinutes: 15,
        notices: true,
        open: [
          {
            habitId: 'h1',
            day: '2026-11-23' as Day,
            title: 'Run',
            minutes: 45,
            minMinutes: null,
            notify: 'all',
            place: { start: 29_920_000, end: 29_920_045 },
            free: [{ start: 29_919_000, end: 29_920_400 }],
            windowEnd: 29_920_400,
          },
        ],
        meetings: [{ start: 29_919_500, end: 29_919_560 }],
        slipping: [{ habitId: 'h1', title: 'Run', why: 'Missed 2 in a row' }],
      },
    },
    output: {},
  },
  'window.control': { input: { action: 'minimize' }, output: {} },
};
