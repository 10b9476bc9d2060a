import { expect, it } from 'vitest';
import { audienceFormOf, readAudienceForm } from '#renderer/features/posts/audience-form';
import { audienceSchema } from '#shared/posts/nouns/audience';

it('comes back as it was, with what nobody knows', () => {
  const audience = audienceSchema.parse({
    timeZoneWeights: { 'Europe/Helsinki': 0.64 },
    ageCohorts: { '25-34': 0.4 },
    deviceSplit: { mobile: 0.7 },
    ofALaterVersion: 'kept',
  });
  expect(readAudienceForm(audienceFormOf(audience), audience)).toEqual({ ok: true, value: audience });
});

it('says what is wrong part by part', () => {
  const form = audienceFormOf(null);
  const row = (name: string, percent: string) => [{ key: 0, name, percent }];
  const read = readAudienceForm({ ...form, zones: row('Moon', '5'), devices: row('mobile', 'all') }, null);
  expect(!read.ok && Object.keys(read.error)).toEqual(['zones', 'devices']);
});
