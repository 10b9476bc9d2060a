// How the posting itself goes: speed, refusals, punctuality. From the performance records alone.
import { storedInstant } from '../../engine/epoch-minute';
import { type Day, plusDays, weekdayOf } from '../../time/day';
import { minutesBetween } from '../../time/instant';
import { dayAt, type ZoneId } from '../../time/zone';
import type { PerformanceRecord } from '../nouns/performance-record';

/** A post this close to its plan is punctual. */
export const PUNCTUAL_MINUTES = 15;

export interface Kpis {
  readonly jobs: number;
  /** Jobs that are not known to have failed. */
  readonly completed: number;
  /** `completed / jobs`; null without jobs. */
  readonly completionRate: number | null;
  /** Jobs between the first and the last of the records, by the hour; null when they share one moment. */
  readonly jobsPerHour: number | null;
  /** Requests whose number is known. */
  readonly requests: number;
  readonly rateLimited: number;
  /** 429 answers by request; null when no record counts requests. */
  readonly rateLimitedShare: number | null;
  /** Seconds from plan to start of the job; null when none is known. */
  readonly latency: {
    readonly p50: number;
    readonly p95: number;
    readonly worst: number;
    readonly worstOn: Day;
  } | null;
  /** Posts out within 15 minutes of plan. */
  readonly punctual: number;
  /** Posts that had a plan. */
  readonly planned: number;
  /** `punctual / planned`; null when nothing was planned. */
  readonly adherence: number | null;
}

export function kpisOf(records: readonly PerformanceRecord[], zone: ZoneId): Kpis {
  const jobs = records.length;
  const completed = records.filter((record) => record.isSuccessful !== false).length;
  const moments = records.map((record) => storedInstant(record.postedAt)).sort((a, b) => a - b);
  const hours = moments.length > 1 ? minutesBetween(moments[0]!, moments.at(-1)!) / 60 : 0;
  const counted = records.filter((record) => record.attempts !== null);
  const requests = counted.reduce((sum, record) => sum + record.attempts!, 0);
  const rateLimited = counted.reduce(
    (sum, record) => sum + Math.min(record.attempts!, record.rateLimitedCount ?? 0),
    0,
  );
  const planned = records.filter((record) => record.plannedAt !== null);
  const punctual = planned.filter(
    (record) => minutesOffPlan(record) <= PUNCTUAL_MINUTES && record.isSuccessful !== false,
  );
  return {
    jobs,
    completed,
    completionRate: jobs === 0 ? null : completed / jobs,
    jobsPerHour: hours === 0 ? null : jobs / hours,
    requests,
    rateLimited,
    rateLimitedShare: requests === 0 ? null : rateLimited / requests,
    latency: latencyOf(planned, zone),
    punctual: punctual.length,
    planned: planned.length,
    adherence: planned.length === 0 ? null : punctual.length / planned.length,
  };
}

/** The KPIs week by week, oldest first, weeks without jobs included; `from` is the Monday. */
export function weeklyKpis(
  records: readonly PerformanceRecord[],
  zone: ZoneId,
): { readonly from: Day; readonly kpis: Kpis }[] {
  const weeks = new Map<Day, PerformanceRecord[]>();
  for (const record of records) {
    const monday = mondayOf(dayAt(zone, storedInstant(record.postedAt)));
    const week = weeks.get(monday);
    if (week) week.push(record);
    else weeks.set(monday, [record]);
  }
  const mondays = [...weeks.keys()].sort();
  const last = mondays.at(-1);
  const course: { from: Day; kpis: Kpis }[] = [];
  for (let from = mondays[0]; from !== undefined && last !== undefined && from <= last; from = plusDays(from, 7)) {
    course.push({ from, kpis: kpisOf(weeks.get(from) ?? [], zone) });
  }
  return course;
}

/** The value below which a share of the sorted values lies, by nearest rank. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0;
}

function latencyOf(planned: readonly PerformanceRecord[], zone: ZoneId): Kpis['latency'] {
  const waits = planned
    .flatMap(({ startedAt, plannedAt }) => {
      if (startedAt === null || plannedAt === null) return [];
      const started = storedInstant(startedAt);
      // A job may start early; that is no wait.
      return [{ seconds: Math.max(0, (started - storedInstant(plannedAt)) / 1000), on: dayAt(zone, started) }];
    })
    .sort((a, b) => a.seconds - b.seconds);
  const worst = waits.at(-1);
  if (!worst) return null;
  const seconds = waits.map((wait) => wait.seconds);
  return { p50: percentile(seconds, 0.5), p95: percentile(seconds, 0.95), worst: worst.seconds, worstOn: worst.on };
}

function minutesOffPlan({ postedAt, plannedAt }: PerformanceRecord): number {
  return plannedAt === null ? 0 : Math.abs(minutesBetween(storedInstant(plannedAt), storedInstant(postedAt)));
}

function mondayOf(day: Day): Day {
  return plusDays(day, 1 - weekdayOf(day));
}
