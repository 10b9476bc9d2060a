import { describe, expect, it } from 'vitest';
import { isoOfMinute } from '#shared/engine/epoch-minute';
import { type HabitSuggestion, habitSuggestions } from '#shared/planning/habit-suggestions';
import { openHabitsOf } from '#shared/planning/open-habits';
import { situationOf } from '#shared/planning/situation';
import { type Day, plusDays } from '#shared/time/day';
import { MONDAY, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

function lines(fields: ProblemFields): string[] {
  const situation = situationOf(problemWith({ settings: { horizonDays: 28 }, ...fields }));
  const [habit] = situation.problem.habits;
  const open = openHabitsOf(situation, 1).find((one) => one.habitId === habit!.id);
  const own = situation.problem.habitOccurrences.filter((one) => one.habitId === habit!.id);
  return habitSuggestions(situation, habit!, own, open!).map(line);
}
function line(one: HabitSuggestion): string {
  const what =
    'place' in one ? isoOfMinute(one.place.start).slice(5, 16) : one.kind === 'fewerDays' ? `${one.weekday}` : '';
  const minutes = 'place' in one ? ` ${one.place.end - one.place.start}` : '';
  return `${one.kind} ${what}${minutes} | ${one.evidence}`.replace('  |', ' |');
}
const passed = [{ kind: 'habit' as const, id: 'h', day: MONDAY, start: monday('08:30'), end: monday('09:00') }];
const recorded = (date: number, state: 'done' | 'missed', start: string | null = null) => {
  const day = plusDays('2026-10-01' as Day, date);
  return {
    id: `h@${day}`,
    habitId: 'h',
    day,
    state,
    start: start && `${day}T${start}:00Z`,
    end: start && `${day}T${start}:00Z`,
  };
};

describe('[HABIT-45] suggestions, the smallest step first', () => {
  const walk = { id: 'w', title: 'Lunch walk', targetTime: '12:00', window: ['12:00', '12:30'] as [string, string] };

  it('are the nearest slot today, the shortest length, another day, and a skip', () => {
    const fields: ProblemFields = {
      now: monday('11:20'),
      habits: [{ id: 'h', title: 'Spanish', targetTime: '08:30', minMinutes: 15, days: [1, 3] }, walk],
      events: [{ id: 'e', title: 'Call', start: monday('11:00'), end: monday('11:50') }],
      present: [...passed, { kind: 'habit', id: 'w', day: MONDAY, start: monday('12:00'), end: monday('12:30') }],
    };
    expect(lines(fields)).toEqual([
      'slotToday 11-23T12:30 30 | 12:30, right after Lunch walk',
      'shorter 11-23T12:30 15 | 12:30, right after Lunch walk',
      'otherDay 11-24T08:30 30 | Its own time is free then',
      'skip | Streak pauses, strength stays at 0%',
    ]);
  });

  it('leave the slot out while a place is ahead, and the short one where there is none', () => {
    const ahead = [{ kind: 'habit' as const, id: 'h', day: MONDAY, start: monday('18:00'), end: monday('18:30') }];
    const kinds = (fields: ProblemFields) => lines(fields).map((one) => one.split(' ')[0]);
    expect(kinds({ habits: [{ id: 'h', minMinutes: 10 }], present: ahead })).toEqual(['shorter', 'skip']);
    const full = [{ id: 'e', start: monday('00:00'), end: monday('23:59') }];
    expect(kinds({ habits: [{ id: 'h', minMinutes: 10 }], events: full })).toEqual(['skip']);
  });

  it('say what the hour kept before', () => {
    const before = [0, 1, 2, 3, 4].map((date) => ({
      ...recorded(date, date === 2 ? 'missed' : 'done', '12:30'),
      day: plusDays(MONDAY as Day, date - 10),
    }));
    const habitOccurrences = before.map((one) => ({
      ...one,
      id: `h@${one.day}`,
      start: `${one.day}T12:30:00Z`,
      end: `${one.day}T13:00:00Z`,
    }));
    const problem = problemWith({
      now: monday('12:30'),
      habits: [{ id: 'h', targetTime: '08:30' }],
      present: passed,
      settings: { horizonDays: 8 },
    });
    const situation = situationOf({
      ...problem,
      habitOccurrences: habitOccurrences.map((one) => ({ ...one, pinned: false, completedAt: null, amount: null })),
    });
    const [open] = openHabitsOf(situation, 1);
    const [first] = habitSuggestions(
      situation,
      situation.problem.habits[0]!,
      situation.problem.habitOccurrences,
      open!,
    );
    expect(line(first!)).toBe('slotToday 11-23T12:30 30 | You kept 4 of 5 at this hour');
  });

  it('give a weekday up only where it is seldom kept and the calendar goes on blocking it', () => {
    const mondays = [3, 10, 17, 24, 31].map((date, index) => {
      const day = plusDays('2026-10-16' as Day, date);
      return {
        id: `h@${day}`,
        habitId: 'h',
        day,
        state: index === 0 ? ('done' as const) : ('missed' as const),
        start: null,
        end: null,
        pinned: false,
        completedAt: null,
        amount: null,
      };
    });
    const blocked = [0, 7, 14].map((days) => {
      const day = plusDays(MONDAY as Day, days);
      return { id: `e${days}`, start: `${day}T12:00:00Z`, end: `${day}T13:00:00Z` };
    });
    const fewer = (events: typeof blocked) => {
      const problem = problemWith({ habits: [{ id: 'h' }], events, settings: { horizonDays: 28 } });
      const situation = situationOf(problem);
      const [open] = openHabitsOf(situation, 1);
      return habitSuggestions(situation, problem.habits[0]!, mondays, open!)
        .map(line)
        .filter((one) => one.startsWith('fewer'));
    };
    expect(mondays.map((one) => one.day)).toEqual([
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
    ]);
    expect(fewer(blocked)).toEqual([
      'fewerDays 1 | Kept 1 of 5 Mondays, and an event lies at its time on 3 of the next 4',
    ]);
    expect(fewer(blocked.slice(0, 1))).toEqual([]);
  });
});
