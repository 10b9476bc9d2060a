import { performance } from 'node:perf_hooks';
import { expandItem } from '#shared/calendar/expand';
import { itemParts } from '#shared/calendar/item-parts';
import { readCalendarFile } from '#shared/calendar/read';
import { unpackCalendars } from '#shared/calendar/unpack';
import { writeCalendar } from '#shared/calendar/write';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import type { JobInput, JobName, JobOutput } from '#shared/jobs/contract';
import { endingOf, type JobControl, type JobEnding } from '#shared/jobs/envelope';
import { planTaskGroup } from '#shared/tasks/plan-task-group';
import { parseInstant } from '#shared/time/instant';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { capacityOf } from '#shared/tournaments/capacity';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { repairTimetable } from '#shared/tournaments/day/repair';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';

type JobFunctions = {
  readonly [Name in JobName]: (
    input: JobInput<Name>,
    control: JobControl,
  ) => JobOutput<Name> | Promise<JobOutput<Name>>;
};

/** Finds the job's function and runs it. Never rejects: a bug is an ending too. */
export function runJob(name: string, input: unknown, control: JobControl): Promise<JobEnding> {
  return endingOf(() => {
    if (!Object.hasOwn(jobFunctions, name)) throw new Error(`There is no job named ${name}`);
    const job = jobFunctions[name as JobName] as (input: unknown, control: JobControl) => unknown;
    return job(input, control);
  });
}

const jobFunctions: JobFunctions = {
  'calendar.read': ({ name, bytes, options, inParts = false }, { progress, part, signal }) => {
    const parts = itemParts(part);
    const file = readCalendarFile({ name, bytes }, options, {
      onProgress: (fraction) => progress({ fraction, phase: `Reading ${name}` }),
      now: () => performance.now(),
      isCancelled: () => signal.aborted,
      ...(inParts ? { onItem: parts.add } : {}),
    });
    parts.end();
    return file;
  },

  'calendar.unpack': ({ name, bytes }) => unpackCalendars(name, bytes),

  'calendar.expand': ({ items, window, zone, ownAddresses }, { progress }) => ({
    items: items.map(({ id, ics }, index) => {
      if (index % 100 === 0) progress({ fraction: index / items.length, phase: 'Looking ahead' });
      return { id, occurrences: expandItem(ics, window, zone, ownAddresses) };
    }),
  }),

  'calendar.write': (calendar) => ({ ics: writeCalendar(calendar) }),

  'tournament.schedule': async ({ document, mode }, { progress, signal }) => {
    const matches = drawTournament(document);
    if (mode === 'classic') return { kind: 'ok', value: classicTimetable(document, matches) };
    return bestTimetable(
      document,
      {
        onProgress: progress,
        isCancelled: () => signal.aborted,
        pause: () => new Promise((resume) => setImmediate(resume)),
      },
      matches,
    );
  },

  'tournament.repair': ({ document, now }) =>
    repairTimetable(document, drawTournament(document), parseInstant(now)!).matches,

  'tournament.capacity': ({ document, question }) => capacityOf(document, question),

  'plan.taskGroup': (job) => planTaskGroup(job, () => performance.now()),

  'plan.habitDays': planHabitDays,
};
