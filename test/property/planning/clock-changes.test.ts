import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planProblem } from '#shared/planning/plan';
import { verifyPlan } from '#shared/planning/verify';
import { daily, problemWith } from '../../helpers/planning-problem';

/** The day before the clocks change, forward and back, by whole and by half hours. */
const changes = fc.constantFrom(
  ['Europe/Berlin', '2027-03-27T20:00:00Z'],
  ['Europe/Berlin', '2026-10-24T20:00:00Z'],
  ['America/New_York', '2027-03-14T01:00:00Z'],
  ['America/New_York', '2026-11-01T01:00:00Z'],
  ['Australia/Lord_Howe', '2027-04-03T10:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T10:00:00Z'],
);
const quarter = fc.integer({ min: 0, max: 95 });
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

it('[TASK-3] [TASK-12] a plan across a clock change keeps every hour of work, wherever windows open and close', async () => {
  await fc.assert(
    fc.asyncProperty(
      changes,
      fc.array(fc.tuple(quarter, quarter), { minLength: 1, maxLength: 2 }),
      fc.array(fc.constantFrom(5, 15, 30, 45, 90), { minLength: 1, maxLength: 12 }),
      async ([timeZone, now], windows, lengths) => {
        const problem = problemWith({
          now: now!,
          settings: {
            timeZone: timeZone!,
            gridMinutes: 5,
            horizonDays: 2,
            workingHours: daily(...windows.map(([from, to]): [string, string] => [clock(from), clock(to)])),
          },
          tasks: lengths.map((durationMinutes, index) => ({ id: `t${index}`, durationMinutes })),
        });
        expect(verifyPlan(problem, await planProblem(problem))).toEqual([]);
      },
    ),
    // Windows of work over the hour that came twice were once planned and refused.
    { numRuns: 60, examples: [[['America/New_York', '2026-11-01T01:00:00Z'], [[6, 14]], [90, 90, 45]]] },
  );
});
