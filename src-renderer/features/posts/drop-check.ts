// What is said of a post that is held over its lane: where it would start, or the rule that refuses and the first time that would do.
import type { Violation } from '#shared/engine/plan';
import type { Instant } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { formatDayShort, formatTime, weekdayShort } from '../../ui/format-time';

/** As the rules answer for a start. */
export interface StartVerdict {
  /** On the grid. */
  readonly at: Instant;
  readonly legal: boolean;
  readonly breaches: readonly Violation[];
  /** The first rule in a sentence. */
  readonly why: string;
  /** The first legal start at or after it. */
  readonly next: Instant | null;
}

export type DropCheck =
  | { readonly kind: 'fits'; readonly at: Instant }
  | {
      readonly kind: 'refused';
      readonly at: Instant;
      /** "6.5 h too close to Reel". */
      readonly reason: string;
      /** "Story fits from Fri 6:30". */
      readonly advice: string;
    };

/** `nameOf` knows the title of another post by its id. */
export function dropCheck(
  verdict: StartVerdict,
  title: string,
  zone: ZoneId,
  nameOf: (id: string) => string | null,
): DropCheck {
  const { at, legal, breaches, why, next } = verdict;
  if (legal) return { kind: 'fits', at };
  const [first] = breaches;
  return {
    kind: 'refused',
    at,
    reason: first ? breachWords(first, nameOf) : why,
    advice: next === null ? `${title} fits nowhere after that` : `${title} fits from ${momentAfter(zone, at, next)}`,
  };
}

/** "Fri 6:30"; with its date where the weekday alone would be taken for a nearer one. */
function momentAfter(zone: ZoneId, from: Instant, next: Instant): string {
  const isNear = next - from < 6 * 86_400_000;
  return isNear ? shortMoment(zone, next) : `${formatDayShort(dayAt(zone, next))} ${formatTime(zone, next)}`;
}

/** "Fri 6:30". */
export function shortMoment(zone: ZoneId, at: Instant): string {
  return `${weekdayShort(dayAt(zone, at))} ${formatTime(zone, at)}`;
}

function breachWords(breach: Violation, nameOf: (id: string) => string | null): string {
  const other = nameOf(breach.parties[1] ?? '') ?? 'an earlier post';
  const short = hours(breach.amount);
  switch (breach.rule) {
    case 'post.keepsMinimumGap':
      return `${short} too close to ${other}`;
    case 'post.keepsDuplicatesApart':
      return `${short} too close to ${other}, which says the same`;
    case 'post.keepsCampaignGap':
      return `${short} too close to ${other} of the same campaign`;
    case 'post.avoidsProhibitedWindows':
      return 'inside a prohibited window';
    case 'post.staysInPreferredWindows':
      return 'outside the only windows allowed';
    case 'post.startsAfterEarliest':
      return `${short} before its earliest time`;
    case 'post.startsByDeadline':
      return `${short} after its deadline`;
    case 'post.staysInHorizon':
      return 'that time is over';
    case 'post.staysInCampaign':
      return 'outside its campaign';
    case 'post.neverFloodsAMinute':
      return 'another post starts in the same minute';
    case 'post.keepsDailyCap':
      return 'the daily cap is reached';
    case 'post.keepsQuota':
      return 'the quota is used up';
    case 'post.keepsConcurrency':
      return 'too many posts in flight at once';
    default:
      return breach.message;
  }
}

/** "45 min", "6 h", "6.5 h". */
function hours(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  return `${Math.round(minutes / 6) / 10} h`;
}
