// Why a post has no place, and what would give it one.
import type { PostUnplacedReason } from '#shared/posts/plan/posting-plan';

interface Words {
  readonly reason: string;
  readonly advice: string;
}

const WORDS: Readonly<Record<PostUnplacedReason, Words>> = {
  windowEmpty: { reason: 'Its window holds no time', advice: 'Move its earliest time or deadline' },
  noAllowedTime: { reason: 'All its times are prohibited', advice: 'Open a window of the platform' },
  minimumGap: { reason: 'The minimum gap leaves no room', advice: 'Give it a later deadline, or lower the gap' },
  concurrency: { reason: 'Too many posts in flight', advice: 'Raise how many may run at once' },
  dailyCap: { reason: 'The daily cap is reached', advice: 'Raise the cap, or give it another day' },
  quota: { reason: 'The quota is used up', advice: 'Give it a later deadline' },
  duplicateTooClose: { reason: 'Too close to a post that says the same', advice: 'Give it a later deadline' },
  campaignTooClose: { reason: 'Too close to a post of its campaign', advice: 'Lengthen the campaign' },
  minuteTaken: { reason: 'Every minute is taken', advice: 'Give it a later deadline' },
};

export function unplacedWords(reason: PostUnplacedReason): Words {
  return WORDS[reason];
}
