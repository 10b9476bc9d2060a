// How the posts of some days went out: as planned, by week and by platform. From the performance records alone.
import { groupBy } from '#shared/base/group-by';
import { by, descending, inOrder } from '#shared/base/ordering';
import { storedInstant } from '#shared/engine/epoch-minute';
import { type Kpis, kpisOf, weeklyKpis } from '#shared/posts/adaptive/kpis';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import type { Day } from '#shared/time/day';
import { dayAt, type ZoneId } from '#shared/time/zone';

export interface PlatformDelivery {
  readonly platform: string;
  readonly name: string;
  readonly kpis: Kpis;
  /** Mean of the posts whose rate is known, 0.045 = 4.5 %; null where none is. */
  readonly engagement: number | null;
}

export interface PostDelivery {
  readonly all: Kpis;
  /** Oldest first, from Monday to Monday; weeks without posts are there too. */
  readonly weeks: ReturnType<typeof weeklyKpis>;
  /** Busiest first. */
  readonly platforms: readonly PlatformDelivery[];
}

interface DeliverySources {
  readonly records: readonly PerformanceRecord[];
  readonly nameOf: (platform: string) => string;
  readonly zone: ZoneId;
}

/** Posts of the days from `firstDay` to `lastDay`, both included. */
export function postDelivery({ records, nameOf, zone }: DeliverySources, firstDay: Day, lastDay: Day): PostDelivery {
  const shown = records.filter(({ postedAt }) => {
    const day = dayAt(zone, storedInstant(postedAt));
    return firstDay <= day && day <= lastDay;
  });
  return {
    all: kpisOf(shown, zone),
    weeks: weeklyKpis(shown, zone),
    platforms: [...groupBy(shown, ({ platform }) => platform)]
      .map(([platform, own]) => ({
        platform,
        name: nameOf(platform),
        kpis: kpisOf(own, zone),
        engagement: meanRate(own),
      }))
      .sort(
        inOrder<PlatformDelivery>(
          descending(by(({ kpis }) => kpis.jobs)),
          by(({ name }) => name),
        ),
      ),
  };
}

function meanRate(records: readonly PerformanceRecord[]): number | null {
  const rates = records.flatMap(({ engagementRate }) => engagementRate ?? []);
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
