// The rules of a posting plan; all are hard. After them come the levels: unplaced by tier, then score by tier, preferred windows first.
import type { PostRule } from './post-plan-view';
import { avoidsProhibitedWindows } from './rules/avoids-prohibited-windows';
import { isPlacedOnce } from './rules/is-placed-once';
import { keepsCampaignGap } from './rules/keeps-campaign-gap';
import { keepsConcurrency } from './rules/keeps-concurrency';
import { keepsDailyCap } from './rules/keeps-daily-cap';
import { keepsDuplicatesApart } from './rules/keeps-duplicates-apart';
import { keepsMinimumGap } from './rules/keeps-minimum-gap';
import { keepsQuota } from './rules/keeps-quota';
import { leavesFixedPosts } from './rules/leaves-fixed-posts';
import { neverFloodsAMinute } from './rules/never-floods-a-minute';
import { startsAfterEarliest } from './rules/starts-after-earliest';
import { startsByDeadline } from './rules/starts-by-deadline';
import { staysInCampaign } from './rules/stays-in-campaign';
import { staysInHorizon } from './rules/stays-in-horizon';
import { staysInPreferredWindows } from './rules/stays-in-preferred-windows';

export const postRules: readonly PostRule[] = [
  keepsMinimumGap,
  keepsConcurrency,
  keepsDailyCap,
  keepsQuota,
  avoidsProhibitedWindows,
  staysInPreferredWindows,
  startsAfterEarliest,
  startsByDeadline,
  staysInHorizon,
  staysInCampaign,
  keepsCampaignGap,
  keepsDuplicatesApart,
  neverFloodsAMinute,
  isPlacedOnce,
  leavesFixedPosts,
];
