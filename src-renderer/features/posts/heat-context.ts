// What stands beside the heat map's title: whose clock, and how far back the figures reach.
import { storedInstant } from '#shared/engine/epoch-minute';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import type { PlatformView } from '#shared/posts/platform-view';
import type { Instant } from '#shared/time/instant';

const MONTH = 30.44 * 86_400_000;

/** "Helsinki time, last 18 months"; while only the studies speak, their years. */
export function heatContext(
  view: Pick<PlatformView, 'platform' | 'samples' | 'source' | 'evidence'>,
  time: string,
  history: readonly PerformanceRecord[],
  now: Instant,
): string {
  const who = `${time.slice(0, 1).toUpperCase()}${time.slice(1)}`;
  if (view.samples === 0) {
    const years = [...new Set(view.evidence.map(({ year }) => year))].sort();
    return years.length === 0 ? `${who}, no study yet` : `${who}, by the studies of ${years.join(' and ')}`;
  }
  const first = history.find(({ platform }) => platform === view.platform);
  const months = first ? Math.max(1, Math.round((now - storedInstant(first.postedAt)) / MONTH)) : 1;
  const reach = months === 1 ? 'last month' : `last ${months} months`;
  return `${who}, ${reach}${view.source === 'forest' ? ', by the forest' : ''}`;
}
