import { expect, it } from 'vitest';
import { problemOfWorkspace } from '#shared/planning/problem-of-workspace';
import { parseWorkspace } from '#shared/workspace/document';
import { okValue } from '../../../helpers/ok-value';
import { inForce } from '../../../helpers/tournament-day';
import { courts, entries, matches, tournament } from '../../../helpers/tournament-documents';

it('[TRN-95] own matches that are still ahead take time like events of a calendar that always blocks', () => {
  const cup = tournament({
    id: 'cup',
    me: ['p1'],
    courts: courts('A'),
    participants: entries(3),
    matches: matches('m1 1 p1 p2', 'm2 2 W:m1 p3'),
    timetable: inForce('m1 09:00 A -', 'm2 10:15 A -'),
  });
  const problem = (results: object[]) =>
    problemOfWorkspace(
      okValue(
        parseWorkspace(
          JSON.stringify({
            format: 'daywright.workspace',
            version: 1,
            settings: { timeZone: 'UTC', horizonDays: 7 },
            tournaments: [{ ...cup, results }],
          }),
        ),
      ),
      { now: '2026-11-27T09:00:00Z' },
    );
  const ahead = problem([]);
  expect(ahead.calendars.map(({ name, blocks }) => `${name} ${blocks}`)).toEqual(['Tournaments true']);
  expect(ahead.events.map(({ title, start, end, busy }) => `${title} ${start} ${end} ${busy}`)).toEqual([
    'SF v p2 2026-11-28T09:00:00Z 2026-11-28T10:00:00Z true',
    'F if SF won 2026-11-28T10:15:00Z 2026-11-28T11:15:00Z true',
  ]);
  expect(problem([{ match: 'm1', winner: 'p2' }]).events).toEqual([]);
});
