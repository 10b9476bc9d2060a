import { performance } from 'node:perf_hooks';
import { ok } from '#shared/base/result';
import { expandItem } from '#shared/calendar/expand';
import { itemParts } from '#shared/calendar/item-parts';
import { readCalendarFile } from '#shared/calendar/read';
import { unpackCalendars } from '#shared/calendar/unpack';
import { writeCalendar } from '#shared/calendar/write';
import { storedInstant } from '#shared/engine/epoch-minute';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import type { JobInput, JobName, JobOutput } from '#shared/jobs/contract';
import { endingOf, type JobControl, type JobEnding } from '#shared/jobs/envelope';
import { followChange } from '#shared/planning/follow-change';
import { importTable } from '#shared/posts/import/import-table';
import { runSteps } from '#shared/posts/learning/train-platform';
import { planPostsFile } from '#shared/posts/plan-posts-file';
import { platformsOf } from '#shared/posts/posts-file';
import { trainFile } from '#shared/posts/train-posts-file';
import { packResults, unpackGroups } from '#shared/tasks/packed-groups';
import { planTaskGroup } from '#shared/tasks/plan-task-group';
import { formatInstant, parseInstant } from '#shared/time/instant';
import { searchTimetable } from '#shared/tournaments/best/best-timetable';
import { capacityOf } from '#shared/tournaments/capacity';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { repairTimetable } from '#shared/tournaments/day/repair';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { workClock } from './work-clock';

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
      now: workClock(),
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

  'tournament.schedule': async ({ document, mode, lanes }, { progress, signal }) => {
    const matches = drawTournament(document);
    if (mode === 'classic') {
      const { matches: rows, quality } = classicTimetable(document, matches);
      return { kind: 'ok', value: { rows, quality } };
    }
    return searchTimetable(
      document,
      {
        onProgress: progress,
        isCancelled: () => signal.aborted,
        pause: () => new Promise((resume) => setImmediate(resume)),
      },
      matches,
      lanes,
    );
  },

  'tournament.repair': ({ document, now }) =>
    repairTimetable(document, drawTournament(document), parseInstant(now)!).matches,

  'tournament.capacity': ({ document, question }) => capacityOf(document, question),

  'plan.taskGroups': (groups) =>
    packResults(unpackGroups(groups).map((job) => planTaskGroup(job, () => performance.now()))),

  'plan.follow': ({ problem, change }) => followChange(problem, change, { now: () => performance.now() }),

  'plan.habitDays': planHabitDays,

  'posts.plan': ({ file, models, now, seed }, { progress, signal }) => {
    const planned = planPostsFile(file, {
      now: storedInstant(now),
      seed,
      models,
      onProgress: progress,
      isCancelled: () => signal.aborted,
    });
    if (!planned.ok) return planned;
    const { plan, violations, from, until } = planned.value;
    return ok({ plan, violations, from: formatInstant(from), until: formatInstant(until) });
  },

  'posts.train': ({ file, platform, now, seed }, { progress, signal }) => {
    const name = platformsOf(file).find(({ id }) => id === platform)?.name ?? platform;
    const model = runSteps(
      trainFile(file, { now: storedInstant(now), seed, platform }),
      (fraction) => progress({ fraction, phase: `Learning from your ${name} posts` }),
      () => signal.aborted,
    );
    // Whoever asked has gone: nobody looks at this.
    if (model === null) throw new Error('The training was cancelled');
    return model;
  },

  'posts.import': (table) => importTable(table) as JobOutput<'posts.import'>,
};
