import { describe, expect, it } from 'vitest';
import { minuteFloor } from '#shared/engine/epoch-minute';
import { habitSchema } from '#shared/habits/habit';
import { NOTHING_SAID, type NoticeMemory } from '#shared/habits/notice-memory';
import { decideNotices } from '#shared/habits/notices';
import type { HabitAgenda, OpenHabit } from '#shared/habits/open-habit';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

/** A minute of Monday 23 November 2026 in Berlin (UTC+1). */
const at = (time: string, day = 23) =>
  minuteFloor(parseInstant(`2026-11-${String(day).padStart(2, '0')}T${time}:00+01:00`)!);

/** 30 minutes, free 8:00 to 20:00, planned at 12:15: last start 19:30, last call 19:15, tight from 18:46. */
function spanish(more: Partial<OpenHabit> = {}): OpenHabit {
  return {
    habitId: 'spanish',
    day: '2026-11-23' as Day,
    title: 'Spanish',
    minutes: 30,
    minMinutes: 15,
    notify: 'all',
    place: { start: at('12:15'), end: at('12:45') },
    free: [{ start: at('08:00'), end: at('20:00') }],
    windowEnd: at('20:00'),
    ...more,
  };
}
function agenda(open: OpenHabit[], more: Partial<HabitAgenda> = {}): HabitAgenda {
  return {
    timeZone: parseZone('Europe/Berlin')!,
    gridMinutes: 15,
    notices: true,
    open,
    meetings: [],
    slipping: [],
    ...more,
  };
}

/** Looks each minute and lists what was said: "12:10 Spanish at 12:15". */
function said(
  of: (now: number) => HabitAgenda,
  from: number,
  to: number,
  memory: NoticeMemory = NOTHING_SAID,
  step = 1,
): { lines: string[]; memory: NoticeMemory } {
  const lines: string[] = [];
  let remembered = memory;
  for (let now = from; now <= to; now += step) {
    const decided = decideNotices(of(now), remembered, now);
    remembered = decided.memory;
    for (const notice of decided.notices) {
      const minute = (now + 60) % 1440;
      const clock = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
      lines.push(`${clock} ${notice.title} | ${notice.body} [${notice.actions.join(' ')}]`);
    }
  }
  return { lines, memory: remembered };
}
const day = (more: Partial<OpenHabit> = {}, rest: Partial<HabitAgenda> = {}) =>
  said(() => agenda([spanish(more)], rest), at('07:00'), at('23:00')).lines;

describe('notices of a habit', () => {
  it('[HABIT-37] are given once a state: its place, its last call, and when no room is left', () => {
    expect(day()).toEqual([
      '12:10 Spanish at 12:15 | 30 min, until 12:45. [done move skip]',
      '19:15 Spanish: last call | Begin by 19:30. 15 min count too. [done move skip]',
      '19:45 Spanish has no room left today | 15 min still fit at 19:45. Or move it, or skip it without a miss. [done move skip]',
    ]);
  });

  it('[HABIT-37] say that time gets short where the last call is not near', () => {
    // Free until 17:00 and once more from 19:30 to 20:00: from 17:00 on one start is left.
    const free = [
      { start: at('08:00'), end: at('17:00') },
      { start: at('19:30'), end: at('20:00') },
    ];
    expect(day({ place: null, free })[0]).toBe(
      '16:01 Spanish: time gets short | The last start today is at 19:30. [done move skip]',
    );
  });

  it('[HABIT-37] leave who keeps to the plan alone: its place is ahead, under way, or over for less than half an hour', () => {
    // The last start is its own place: no last call before it, and no word while it may only not be ticked off yet.
    const last = { notify: 'whenTight' as const, place: { start: at('19:30'), end: at('20:00') } };
    expect(day(last)).toEqual([]);
    // Its place was 18:45 to 19:15: the last call, due at 19:15, waits until 19:45, when it is none any more. 15 minutes fit.
    const late = { notify: 'whenTight' as const, place: { start: at('18:45'), end: at('19:15') } };
    expect(day(late)).toEqual([
      '19:45 Spanish has no room left today | 15 min still fit at 19:45. Or move it, or skip it without a miss. [done move skip]',
    ]);
    // A place that was over by 18:45 is left behind at 19:15.
    const passed = { notify: 'whenTight' as const, place: { start: at('18:15'), end: at('18:45') } };
    expect(day(passed)[0]).toMatch(/^19:15 Spanish: last call/);
  });

  it('[HABIT-37] say of a narrow window, tight from the start, nothing before it opens, however far ahead its day is', () => {
    const narrow = { place: null, free: [{ start: at('19:00'), end: at('20:00') }] };
    expect(day({ ...narrow, minMinutes: null }).map((line) => line.slice(0, 24))).toEqual(['19:15 Spanish: last call']);
    const wide = { ...narrow, minMinutes: null, free: [{ start: at('18:45'), end: at('20:00') }] };
    expect(day({ ...wide, minutes: 45 }).map((line) => line.slice(0, 24))).toEqual(['19:00 Spanish: last call']);
  });

  it('[HABIT-37] say that no room is left only where that is news', () => {
    const free = [{ start: at('08:00'), end: at('17:00') }];
    // Nobody heard a last call: a meeting was in the way until 17:10.
    const meetings = [{ start: at('16:00'), end: at('17:10') }];
    const unheard = { notify: 'whenTight' as const, place: null, free, minMinutes: null };
    expect(day(unheard, { meetings })).toEqual([
      '17:10 Spanish has no room left today | Move it to another day, or skip it without a miss. [done move skip]',
    ]);
    expect(day(unheard).map((line) => line.slice(0, 24))).toEqual(['16:15 Spanish: last call']);
  });

  it('[HABIT-38] are at most three a day and habit, half an hour apart', () => {
    // From 12:45 on it is its last call, and from 13:01 on no room is left: that waits for half an hour to pass.
    const hour = { free: [{ start: at('12:00'), end: at('13:30') }], windowEnd: at('14:00') };
    const lines = day({ ...hour, place: null, minMinutes: 10 });
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['12:45', '13:15']);
    const memory = {
      ...NOTHING_SAID,
      fired: [1, 2, 3].map((minute) => ({
        habitId: 'spanish',
        day: '2026-11-23',
        kind: 'digest' as const,
        at: at('07:00') + minute,
      })),
    };
    expect(said(() => agenda([spanish()]), at('08:00'), at('22:00'), memory).lines).toEqual([]);
  });

  it('[HABIT-38] are none when it is done, never a second time, and only the wanted ones', () => {
    const until = (done: number) => (now: number) => agenda(now < done ? [spanish()] : []);
    expect(said(until(at('12:00')), at('07:00'), at('23:00')).lines).toEqual([]);
    const first = said(() => agenda([spanish()]), at('12:05'), at('12:12'));
    expect(first.lines).toHaveLength(1);
    expect(said(() => agenda([spanish()]), at('12:13'), at('12:20'), first.memory).lines).toEqual([]);
    expect(day({ notify: 'none' })).toEqual([]);
    expect(day({ notify: 'lastCall' }).map((line) => line.slice(0, 24))).toEqual(['19:15 Spanish: last call']);
    expect(day({}, { notices: false })).toEqual([]);
  });

  it('[HABIT-38] are silent by default while the day is calm: nothing is said of a start', () => {
    expect(habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '12:00' }).notify).toBe(
      'whenTight',
    );
    expect(day({ notify: 'whenTight' }).map((line) => line.slice(0, 24))).toEqual([
      '19:15 Spanish: last call',
      '19:45 Spanish has no roo',
    ]);
    const calm = (now: number) => agenda(now < at('19:00') ? [spanish({ notify: 'whenTight' })] : []);
    expect(said(calm, at('07:00'), at('23:00')).lines).toEqual([]);
  });

  it('[HABIT-48] of several habits come together: the last calls of half an hour, and that no room is left', () => {
    const of = (title: string, minutes: number) =>
      spanish({ habitId: title, title, minutes, minMinutes: null, notify: 'whenTight', place: null });
    // Last calls at 19:00, 19:15 and 19:30 by themselves; no room from 19:16, 19:31 and 19:46 on.
    const evening = () => agenda([of('Run', 45), of('Read', 30), of('Plants', 15)]);
    expect(said(evening, at('07:00'), at('23:00')).lines).toEqual([
      '19:00 3 habits are open today | Run, begin by 19:15; Read, begin by 19:30; Plants, begin by 19:45. [done move skip]',
    ]);
    // One after the other at the end of the day: half an hour after its place the first waits for the second.
    const placed = (title: string, from: string, to: string, until: string) => ({
      ...of(title, 30),
      place: { start: at(from), end: at(to) },
      free: [{ start: at('08:00'), end: at(until) }],
      windowEnd: at('20:30'),
    });
    const late = () => agenda([placed('Run', '18:30', '19:00', '19:45'), placed('Read', '19:00', '19:30', '20:15')]);
    expect(said(late, at('07:00'), at('23:00')).lines).toEqual([
      '20:00 2 habits have no room left today | Run, Read. Move them to another day, or skip them without a miss. [done move skip]',
    ]);
    // One that wants its last call only is told with the others, and nothing is said of it afterwards.
    const quiet = () => agenda([of('Run', 45), { ...of('Plants', 15), notify: 'lastCall' }]);
    expect(said(quiet, at('07:00'), at('23:00')).lines.map((line) => line.slice(0, 22))).toEqual([
      '19:00 2 habits are ope',
    ]);
    // Each keeps its smaller option.
    const short = () => agenda([{ ...of('Run', 45), minMinutes: 20 }, of('Read', 30)]);
    expect(said(short, at('07:00'), at('23:00')).lines).toEqual([
      '19:00 2 habits are open today | Run, begin by 19:15 (20 min count too); Read, begin by 19:30. [done move skip]',
      '19:30 Run has no room left today | 20 min still fit at 19:30. Or move it, or skip it without a miss. [done move skip]',
    ]);
  });

  it('[HABIT-39] are silent in meetings and come after them while they still hold', () => {
    const meetings = [
      { start: at('12:00'), end: at('12:18') },
      { start: at('19:00'), end: at('19:25') },
    ];
    expect(day({}, { meetings }).map((line) => line.slice(0, 24))).toEqual([
      '12:18 Spanish at 12:15 |',
      '19:25 Spanish: last call',
    ]);
    // A meeting over the whole time of its place: nothing is said of it afterwards.
    expect(day({}, { meetings: [{ start: at('12:00'), end: at('13:00') }] })[0]).toMatch(/^19:15/);
  });

  it('[HABIT-40] become one digest after a sleep, as things stand then', () => {
    const read = spanish({ habitId: 'read', title: 'Read', place: { start: at('15:00'), end: at('15:30') } });
    const plants = spanish({ habitId: 'plants', title: 'Plants', free: [{ start: at('08:00'), end: at('17:00') }] });
    const both = () => agenda([spanish(), read, plants]);
    const before = said(both, at('09:00'), at('11:00'));
    expect(before.lines).toEqual([]);
    // The lid is shut from 11:00 to 19:20.
    const after = said(both, at('19:20'), at('22:00'), before.memory);
    expect(after.lines[0]).toBe(
      '19:20 3 habits are open today | Spanish, begin by 19:30 (15 min count too); Read, begin by 19:30 (15 min count too); Plants has no room left today. [done move skip]',
    );
    expect(after.lines.slice(1)).toEqual([]);
  });

  it('[HABIT-40] of a place that went by while nobody was there, with its buttons', () => {
    const before = said(() => agenda([spanish()]), at('11:00'), at('11:30'));
    const after = said(() => agenda([spanish()]), at('13:00'), at('13:30'), before.memory);
    expect(after.lines).toEqual(['13:00 A habit is open today | Spanish was at 12:15. [done move skip]']);
    // What was said before the sleep is not said again.
    const told = said(() => agenda([spanish()]), at('12:00'), at('12:30'));
    const nothing = said(() => agenda([spanish()]), at('13:00'), at('13:30'), told.memory);
    expect(nothing.lines).toEqual([]);
  });

  it('[HABIT-41] tell once that a habit slips across days, on a day it is due, and then once a week', () => {
    const slipping = [{ habitId: 'spanish', title: 'Spanish', why: 'Missed the last 2' }];
    const dayOf = (now: number) =>
      `2026-11-${String(Math.floor((now - at('00:00', 1)) / 1440) + 1).padStart(2, '0')}` as Day;
    const quiet = (now: number) =>
      spanish({
        notify: 'lastCall',
        day: dayOf(now),
        place: null,
        windowEnd: now + 9_999,
        free: [{ start: now, end: now + 9_999 }],
      });
    const week = said((now) => agenda([quiet(now)], { slipping }), at('00:00', 2), at('23:00', 24), NOTHING_SAID, 10);
    expect(week.lines).toEqual([
      '8:00 Spanish is slipping | Missed the last 2. Another time or fewer days may help. []',
      '8:00 Spanish is still slipping | Missed the last 2. Another time or fewer days may help. []',
      '8:00 Spanish is still slipping | Missed the last 2. Another time or fewer days may help. []',
      '8:00 Spanish is still slipping | Missed the last 2. Another time or fewer days may help. []',
    ]);
    // Not due: nothing is said.
    expect(said(() => agenda([], { slipping }), at('00:00', 2), at('23:00', 12), NOTHING_SAID, 10).lines).toEqual([]);
  });

  it('[HABIT-41] do not come back for a habit that recovered for less than a week', () => {
    const slipping = [{ habitId: 'spanish', title: 'Spanish', why: 'Missed the last 2' }];
    const slips = (now: number) => now < at('00:00', 4) || now >= at('00:00', 6);
    const of = (now: number) =>
      agenda(
        [
          spanish({
            day: `2026-11-0${Math.floor((now - at('00:00', 1)) / 1440) + 1}` as Day,
            notify: 'lastCall',
            place: null,
            windowEnd: now + 9_999,
            free: [{ start: now, end: now + 9_999 }],
          }),
        ],
        { slipping: slips(now) ? slipping : [] },
      );
    expect(said(of, at('00:00', 2), at('23:00', 8), NOTHING_SAID, 10).lines).toHaveLength(1);
  });

  it('survives a clock that is set back', () => {
    const { memory } = said(() => agenda([spanish()]), at('12:00'), at('12:20'));
    expect(said(() => agenda([spanish()]), at('11:00'), at('12:20'), memory).lines).toEqual([]);
  });
});
