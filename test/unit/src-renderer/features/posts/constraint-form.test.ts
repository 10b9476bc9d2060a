import { describe, expect, it } from 'vitest';
import { type ConstraintForm, constraintFormOf, readConstraintForm } from '#renderer/features/posts/constraint-form';
import { constraintSchema } from '#shared/posts/nouns/constraint';

const EMPTY = constraintFormOf(null);
const problemsOf = (patch: Partial<ConstraintForm>) => {
  const read = readConstraintForm({ ...EMPTY, ...patch }, 'linkedin', null);
  return read.ok ? [] : Object.keys(read.error);
};

describe('the rules of a platform', () => {
  it('come back as they were, with what nobody knows', () => {
    const constraint = constraintSchema.parse({
      platform: 'linkedin',
      minGapHours: 12.5,
      maxConcurrentPosts: 2,
      dailyCap: 3,
      apiQuota: { posts: 25, perHours: 24 },
      preferredWindows: [{ days: [2, 3, 4], from: '08:00', to: '11:00' }],
      preferredOnly: true,
      prohibitedWindows: [{ days: [6, 7], from: '00:00', to: '24:00' }],
      ofALaterVersion: 'kept',
    });
    expect(readConstraintForm(constraintFormOf(constraint), 'linkedin', constraint)).toEqual({
      ok: true,
      value: constraint,
    });
  });

  it('fall back to the general ones where a field is empty', () => {
    expect(readConstraintForm(EMPTY, 'x', null)).toEqual({
      ok: true,
      value: {
        platform: 'x',
        dailyCap: null,
        apiQuota: null,
        preferredWindows: [],
        preferredOnly: false,
        prohibitedWindows: [],
      },
    });
    const known = constraintSchema.parse({ platform: 'x', minGapHours: 4 });
    const read = readConstraintForm({ ...constraintFormOf(known), minGapHours: '' }, 'x', known);
    expect(read.ok && read.value.minGapHours).toBeUndefined();
  });

  it('say what is wrong at the field', () => {
    expect(problemsOf({ minGapHours: '-1' })).toEqual(['minGapHours']);
    expect(problemsOf({ maxConcurrentPosts: '1.5' })).toEqual(['maxConcurrentPosts']);
    expect(problemsOf({ quotaPosts: 'many' })).toEqual(['quotaPosts']);
    expect(problemsOf({ quotaHours: '24' })).toEqual(['quotaPosts']);
    expect(problemsOf({ preferred: ['someday'] })).toEqual(['preferred']);
    expect(problemsOf({ preferredOnly: true })).toEqual(['preferred']);
    expect(problemsOf({ quotaPosts: '25', quotaHours: '24', minGapHours: '12,5' })).toEqual([]);
  });
});
