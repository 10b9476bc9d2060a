import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, eventSchema } from '#shared/calendar/event';
import { verdictOn } from '#shared/calendar/reimport';
import { writeCalendar } from '#shared/calendar/write';
import { type Placement, placementSchema } from '#shared/engine/plan';
import { type Post, postSchema } from '#shared/posts/nouns/post';
import { type PostPlacement, postPlacementSchema } from '#shared/posts/plan/posting-plan';
import { dayFromNumber } from '#shared/time/day';
import { formatInstant, instant } from '#shared/time/instant';
import { instantAtMinute, parseZone } from '#shared/time/zone';
import { calendarOfPlan } from '#shared/workspace/calendar-of-plan';
import { readText } from '../../helpers/read-fixture';
import { matches, tournament } from '../../helpers/tournament-documents';

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** Milliseconds: many runs, on machines of any speed. */
const PATIENCE = 60_000;

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Etc/UTC',
];
const FIRST_DAY = 20_500;
const WINDOW = { from: '2026-01-01T00:00:00Z', to: '2028-06-01T00:00:00Z' };

/** Any text a person may type, line breaks included; carriage returns and control characters are not kept. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) =>
    [...text].every((character) => character.codePointAt(0)! >= 32 && character.codePointAt(0) !== 127),
  );
const title = fc.oneof(
  words,
  fc.constantFrom('a, b; c\\d', 'two\nlines', 'BEGIN:VEVENT', '会議 '.repeat(30), '\\n', 'quote " colon :'),
);
const zone = fc.constantFrom(...ZONES).map((name) => parseZone(name)!);
/** Minutes of two years, start and length. */
const time = fc.tuple(fc.integer({ min: 0, max: 800 * 1440 }), fc.integer({ min: 0, max: 3 * 1440 }));

test(
  '[CAL-80] read(write(plan)) is the plan, and writing again changes nothing',
  () => {
    fc.assert(
      fc.property(zone, fc.array(fc.tuple(title, time), { maxLength: 8 }), (name, list) => {
        const entries = list.map(([text, [start, length]], index) => ({
          title: text,
          placement: placementSchema.parse({
            kind: 'task',
            id: `t${index}`,
            start: formatInstant(instant((FIRST_DAY * 1440 + start) * 60_000)),
            end: formatInstant(instant((FIRST_DAY * 1440 + start + length) * 60_000)),
          }),
        }));
        const write = (now: string): string => writeCalendar({ entries, events: [], zone: name, now });
        const file = readText(write('2026-11-21T06:00:00Z'), { ...WINDOW, zone: name });
        expect(file.report).toEqual([]);
        const read = file.items
          .flatMap((item) => item.occurrences)
          .map(({ uid, title: text, start, end }) => [uid, text, start, end]);
        expect(read.sort()).toEqual(
          entries
            .map(({ title: text, placement: { id, start, end } }) => [`task-${id}@daywright`, text, start, end])
            .sort(),
        );
        const stored = new Map(file.items.map((item) => [item.uid, item]));
        const again = readText(write('2026-11-22T06:00:00Z'), { ...WINDOW, zone: name }).items;
        expect(again.map((item) => verdictOn(stored.get(item.uid), item))).toEqual(entries.map(() => 'unchanged'));
      }),
      { numRuns: 80 },
    );
  },
  PATIENCE,
);

test(
  '[CAL-80] [CAL-83] [CAL-85] read(write(x)) is x for tasks, habits, posts and matches together, under one UID each',
  () => {
    const kind = fc.constantFrom('task', 'habit', 'habitDay', 'piece', 'post', 'match');
    fc.assert(
      fc.property(zone, fc.array(fc.tuple(kind, words, words, time), { maxLength: 10 }), (name, list) => {
        const expected: unknown[] = [];
        const placements: Placement[] = [];
        const titles: { task: Titled[]; habit: Titled[] } = { task: [], habit: [] };
        const posts: { placements: PostPlacement[]; queue: Post[] } = { placements: [], queue: [] };
        const games: string[] = [];
        const timetable: unknown[] = [];
        list.forEach(([what, idText, text, [from, length]], index) => {
          // Ids are any text a hand-written workspace holds; the number keeps them apart.
          const id = `${idText.trim()}${index}`;
          const start = formatInstant(instant((FIRST_DAY * 1440 + from) * 60_000));
          const end = formatInstant(instant((FIRST_DAY * 1440 + from + length + 1) * 60_000));
          if (what === 'match') {
            games.push(`m${index} 1 p1 p2`);
            timetable.push({ match: `m${index}`, court: 'A', umpire: null, start, end });
            expected.push([`match-cup-m${index}@daywright`, null, start, end, true]);
          } else if (what === 'post') {
            const [platform, wallTime, timeZone] = ['tiktok', '2026-01-01T00:00', 'UTC'];
            const placed = { id, platform, start, score: 1, wave: 1, wallTime, timeZone, preferred: null };
            posts.placements.push(postPlacementSchema.parse(placed));
            posts.queue.push(postSchema.parse({ id, platform, contentType: 'tiktok_video', title: text }));
            const shown = formatInstant(instant((FIRST_DAY * 1440 + from + 15) * 60_000));
            expected.push([`post-${id}@daywright`, `${text} (tiktok)`, start, shown, false]);
          } else {
            const of = what === 'habitDay' ? 'habit' : what === 'piece' ? 'task' : what;
            titles[of].push({ id, title: text });
            placements.push(
              placementSchema.parse({
                ...{ kind: of, id, start, end },
                ...(what === 'habitDay' ? { day: '2026-11-24' } : {}),
                ...(what === 'piece' ? { chunk: { index: 1, of: 3 } } : {}),
              }),
            );
            const part = what === 'habitDay' ? '-2026-11-24' : what === 'piece' ? '-1' : '';
            expected.push([`${of}-${id}${part}@daywright`, text, start, end, true]);
          }
        });
        const cup = tournament({
          ...{ id: 'cup', name: 'Cup', courts: [{ id: 'A' }], participants: [{ id: 'p1' }, { id: 'p2' }] },
          ...{ matches: matches(...games), timetable },
        });
        const { task: tasks, habit: habits } = titles;
        const planned = calendarOfPlan({
          placements,
          tasks,
          habits,
          posts,
          tournaments: games.length > 0 ? [cup] : [],
        });
        const text = writeCalendar({ ...planned, zone: name, now: '2026-11-21T06:00:00Z' });
        const file = readText(text, { ...WINDOW, zone: name });
        expect(file.report).toEqual([]);
        const read = file.items
          .flatMap((item) => item.occurrences)
          .map(({ uid, title: as, start, end, busy }) => [uid, uid.startsWith('match-') ? null : as, start, end, busy]);
        expect(read.sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  },
  PATIENCE,
);

test(
  '[CAL-80] read(write(events)) are the events, whole days too',
  () => {
    const marks = fc.record({ busy: fc.boolean(), tentative: fc.boolean(), allDay: fc.boolean() });
    fc.assert(
      fc.property(zone, fc.array(fc.tuple(title, title, time, marks), { maxLength: 6 }), (name, list) => {
        const events = list.map(
          ([text, location, [start, length], { busy, tentative, allDay }], index): CalendarEvent => {
            const firstDay = FIRST_DAY + Math.floor(start / 1440);
            const endDay = firstDay + 1 + Math.floor(length / 1440);
            const from = allDay
              ? instantAtMinute(name, dayFromNumber(firstDay), 0)
              : instant((FIRST_DAY * 1440 + start) * 60_000);
            const to = allDay
              ? instantAtMinute(name, dayFromNumber(endDay), 0)
              : instant((FIRST_DAY * 1440 + start + length) * 60_000);
            return eventSchema.parse({
              id: `e${index}`,
              calendarId: 'work',
              uid: `u${index}`,
              title: text,
              ...(location.trim() === '' ? {} : { location: location.trim() }),
              start: formatInstant(from),
              end: formatInstant(to),
              allDay,
              ...(allDay ? { startDay: dayFromNumber(firstDay), endDay: dayFromNumber(endDay) } : {}),
              busy,
              ...(tentative ? { tentative } : {}),
            });
          },
        );
        const text = writeCalendar({ entries: [], events, zone: name, now: '2026-11-21T06:00:00Z' });
        const read = readText(text, { ...WINDOW, zone: name }).items.flatMap((item) => item.occurrences);
        const byUid = (a: { uid: string }, b: { uid: string }): number => (a.uid < b.uid ? -1 : 1);
        expect(read.sort(byUid)).toEqual(events.map(({ id: _, calendarId: __, ...event }) => event).sort(byUid));
      }),
      { numRuns: 80 },
    );
  },
  PATIENCE,
);
