// What is known of one post, as lines of the inspector.
import type { Post, PriorityTier } from '#shared/posts/nouns/post';
import type { Instant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatMoment } from '../../ui/format-time';
import { momentText } from './moment-text';

export interface PostFact {
  readonly name: string;
  readonly value: string;
}

export const TIER_WORDS: Readonly<Record<PriorityTier, string>> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
};

export function postFacts(post: Post, start: Instant | null, campaign: string, zone: ZoneId): PostFact[] {
  const when = start === null ? 'No place yet' : formatMoment(zone, start);
  const fact = (name: string, value: string | null): PostFact[] => (value ? [{ name, value }] : []);
  return [
    { name: post.postedAt === null ? 'Goes out' : 'Published', value: when },
    { name: 'Priority', value: TIER_WORDS[post.priority] },
    ...fact('Not before', momentText(post.earliest, zone)),
    ...fact('At the latest', momentText(post.deadline, zone)),
    ...fact('Campaign', campaign || post.campaign),
    ...fact('Says the same as', post.duplicateGroup),
  ];
}
