import { describe, expect, it } from 'vitest';
import { type PostForm, postFormOf, readPostForm } from '#renderer/features/posts/post-form';
import { campaignSchema, postSchema } from '#shared/posts/nouns/post';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
const context = { now: parseInstant('2026-11-24T09:42:00Z')!, zone };
const campaigns = [campaignSchema.parse({ id: 'c-launch', name: 'Launch' })];
const defaults = { platform: 'linkedin', contentType: 'linkedin_post' };
const FORM = postFormOf({ title: 'Hiring' }, defaults, campaigns, zone);
const problemsOf = (patch: Partial<PostForm>) => {
  const read = readPostForm({ ...FORM, ...patch }, campaigns, context);
  return read.ok ? [] : Object.keys(read.error);
};

describe('the post editor', () => {
  it('gives back every field of a post it was opened with', () => {
    const post = postSchema.parse({
      id: 'p',
      platform: 'instagram',
      contentType: 'instagram_reels',
      priority: 'urgent',
      title: 'Reel',
      text: 'Look!',
      earliest: '2026-11-25T08:00',
      deadline: '2026-11-27',
      campaign: 'c-launch',
      duplicateGroup: 'teaser',
      duplicateGapHours: 36,
    });
    const read = readPostForm(postFormOf(post, defaults, campaigns, zone), campaigns, context);
    const { id: _id, campaign: _campaign, pinnedStart: _pin, postedAt: _posted, bulkJobId: _job, ...fields } = post;
    expect(read).toEqual({ ok: true, value: { post: fields, campaign: { id: 'c-launch' } } });
  });

  it('names a campaign that is not known yet, and knows one by any case', () => {
    const campaignOf = (campaign: string) => {
      const read = readPostForm({ ...FORM, campaign }, campaigns, context);
      return read.ok ? read.value.campaign : 'problem';
    };
    expect(campaignOf('Autumn')).toEqual({ name: 'Autumn' });
    expect(campaignOf(' launch ')).toEqual({ id: 'c-launch' });
    expect(campaignOf('')).toBeNull();
  });

  it('says what is wrong at the field', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ title: ' ' })).toEqual(['title']);
    expect(problemsOf({ earliest: 'soonish' })).toEqual(['earliest']);
    expect(problemsOf({ earliest: 'fri 16:00', deadline: 'fri 15:00' })).toEqual(['deadline']);
    // A day as deadline means its end.
    expect(problemsOf({ earliest: 'fri 16:00', deadline: 'fri' })).toEqual([]);
    expect(problemsOf({ duplicateGapHours: 'long' })).toEqual(['duplicateGapHours']);
  });
});
