// How the posts of some days went out: as planned, by week and by platform. From the performance records alone.
import { by } from '#shared/base/ordering';
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
  const platforms = [...new Set(shown.map(({ platform }) => platform))];
  return {
    all: kpisOf(shown, zone),
    weeks: weeklyKpis(shown, zone),
    platforms: platforms
      .map((platform) => {
        const own = shown.filter((record) => record.platform === platform);
        return { platform, name: nameOf(platform), kpis: kpisOf(own, zone), engagement: meanRate(own) };
      })
      .sort(by(({ kpis, name }) => `${String(1e9 - kpis.jobs).padStart(10, '0')} ${name}`)),
  };
}

function meanRate(records: readonly PerformanceRecord[]): number | null {
  const rates = records.flatMap(({ engagementRate }) => engagementRate ?? []);
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
