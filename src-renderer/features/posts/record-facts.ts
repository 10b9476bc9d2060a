// How a published post did, as lines. What nobody measured is left out.
import { percent } from '#shared/base/percent';
import { storedInstant } from '#shared/engine/epoch-minute';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { minutesBetween } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatDuration, formatMoment } from '../../ui/format-time';
import { FIGURES } from './figures-form';
import type { PostFact } from './post-facts';

export function recordFacts(record: PerformanceRecord, zone: ZoneId): PostFact[] {
  const figures = FIGURES.flatMap(([name, label]): PostFact[] => {
    const value = record[name];
    if (value === null) return [];
    return [
      name === 'engagementRate'
        ? { name: 'Engagement', value: percent(value, 1) }
        : {
            name: label.replace(/,.*/, ''),
            value: value.toLocaleString('en') + (name === 'watchTimeMinutes' ? ' min' : ''),
          },
    ];
  });
  const planned: PostFact[] =
    record.plannedAt === null ? [] : [{ name: 'Against plan', value: againstPlan(record.plannedAt, record.postedAt) }];
  const retries: PostFact[] =
    record.attempts === null
      ? []
      : [{ name: 'Requests', value: `${record.attempts}, ${record.rateLimitedCount ?? 0} with 429` }];
  const when = { name: 'Posted', value: formatMoment(zone, storedInstant(record.postedAt)) };
  const none: PostFact[] = figures.length === 0 ? [{ name: 'Figures', value: 'None recorded yet' }] : [];
  return [when, ...planned, ...figures, ...none, ...retries];
}

function againstPlan(planned: string, posted: string): string {
  const late = Math.round(minutesBetween(storedInstant(planned), storedInstant(posted)));
  if (late === 0) return 'On the minute';
  return `${formatDuration(Math.abs(late))} ${late > 0 ? 'late' : 'early'}`;
}
