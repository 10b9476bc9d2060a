// What a platform's recent "429 too many requests" mean for the next plan: fewer of its posts side by side, in proportion, and fading.
import { storedInstant } from '../../engine/epoch-minute';
import type { Instant } from '../../time/instant';
import type { PerformanceRecord } from '../nouns/performance-record';

/** After so long a refusal counts half. */
const HALF_LIFE_DAYS = 7;
/** Older jobs tell of other limits. */
const LATEST_DAYS = 56;
/** So many answered requests are taken for granted, so that one refusal of a few jobs is chance. */
const TRUSTED_REQUESTS = 10;

/** Share of the requests before `at` that were refused, 0 to 1; newer ones count more, and few say little. Records of one platform. */
export function rateLimitPressure(records: readonly PerformanceRecord[], at: Instant): number {
  let refused = 0;
  let requests = 0;
  for (const { postedAt, attempts, rateLimitedCount } of records) {
    const days = (at - storedInstant(postedAt)) / 86_400_000;
    if (attempts === null || days < 0 || days > LATEST_DAYS) continue;
    const weight = 0.5 ** (days / HALF_LIFE_DAYS);
    requests += weight * attempts;
    refused += weight * Math.min(attempts, rateLimitedCount ?? 0);
  }
  return refused / (requests + TRUSTED_REQUESTS);
}

/** How many may run side by side under a pressure; one always may. */
export function relievedConcurrency(most: number, pressure: number): number {
  return Math.max(1, Math.round(most * (1 - pressure)));
}
