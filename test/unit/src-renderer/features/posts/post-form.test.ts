import { describe, expect, it } from 'vitest';
import { type PostForm, postFormOf, readPostForm } from '#renderer/features/posts/post-form';
import { campaignSchema, postSchema } from '#shared/posts/nouns/post';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
const context = { now: parseInstant('2026-11-24T09:42:00Z')!, zone };
const LAUNCH = campaignSchema.parse({ id: 'c-launch', name: 'Launch', from: '2026-11-24', minGapHours: 6 });
const campaigns = [LAUNCH];
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
    const campaign = { id: 'c-launch', name: 'Launch', from: '2026-11-24', to: null, minGapHours: 6, isChanged: false };
    expect(read).toEqual({ ok: true, value: { post: fields, campaign } });
  });

  it('makes a campaign that is not known yet, and changes the window of one that is, by any case of its name', () => {
    const campaignOf = (patch: Partial<PostForm>) => {
      const read = readPostForm({ ...FORM, ...patch }, campaigns, context);
      return read.ok ? read.value.campaign : 'problem';
    };
    expect(campaignOf({ campaign: 'Autumn', campaignTo: 'fri' })).toEqual({
      id: null,
      name: 'Autumn',
      from: null,
      to: '2026-11-27',
      minGapHours: 0,
      isChanged: true,
    });
    const known = { campaign: ' launch ', campaignFrom: 'Tue 24 Nov', campaignGapHours: '6' };
    expect(campaignOf(known)).toMatchObject({ id: 'c-launch', isChanged: false });
    expect(campaignOf({ ...known, campaignGapHours: '12' })).toMatchObject({ minGapHours: 12, isChanged: true });
    expect(campaignOf({ ...known, campaignTo: '20 nov 2026' })).toBe('problem');
    expect(campaignOf({ campaign: '' })).toBeNull();
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
