import { type Infer, s } from '../../base/schema';
import { audienceZoneField } from './audience-zone';

const share = s.number().min(0).max(1);

/** Who sees the posts of a platform. Shares need not add up to 1: what is unknown is left out, the rest is weighed among itself. */
export const audienceSchema = s.looseObject({
  /** `25-34` or `55+` -> share. */
  ageCohorts: s.record(s.string(), share).default({}),
  /** `mobile`, `desktop`, … -> share. */
  deviceSplit: s.record(s.string(), share).default({}),
  /** UTC offset or IANA zone -> share. Nobody said: the file's own zone. */
  timeZoneWeights: s.record(audienceZoneField, share).default({}),
});

export type Audience = Infer<typeof audienceSchema>;

export const UNKNOWN_AUDIENCE: Audience = { ageCohorts: {}, deviceSplit: {}, timeZoneWeights: {} };

/** The shares scaled to a sum of 1, zero ones dropped; empty when there is nothing to weigh. */
export function weighted(shares: Readonly<Record<string, number>>): (readonly [string, number])[] {
  const given = Object.entries(shares).filter(([, value]) => value > 0);
  const sum = given.reduce((total, [, value]) => total + value, 0);
  return given.map(([name, value]) => [name, value / sum] as const);
}
