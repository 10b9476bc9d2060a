import { describe, expect, it } from 'vitest';
import { PARAMETER_FIELDS, parametersFormOf, readParametersForm } from '#renderer/features/posts/parameters-form';
import { parametersSchema, STARTING_PARAMETERS } from '#shared/posts/nouns/parameters';

const FORM = parametersFormOf(STARTING_PARAMETERS);

describe('the numbers of all platforms', () => {
  it('come back unchanged, and only what was changed is kept', () => {
    expect(readParametersForm(FORM, STARTING_PARAMETERS)).toEqual({ ok: true, value: {} });
    const changed = { ...FORM, explorationRate: '12.5', gapFactor: '1,25' };
    expect(readParametersForm(changed, STARTING_PARAMETERS)).toEqual({
      ok: true,
      value: { explorationRate: 0.125, gapFactor: 1.25 },
    });
  });

  it('say what is wrong at the field', () => {
    const read = readParametersForm(
      { ...FORM, explorationRate: '120', maxConcurrentPosts: '2.5' },
      STARTING_PARAMETERS,
    );
    expect(!read.ok && read.error).toEqual({
      explorationRate: 'A number from 0 to 100%.',
      maxConcurrentPosts: 'A whole number from 1 to 100.',
    });
  });

  it('stand in a field each, within the bounds of the parameters themselves', () => {
    expect(PARAMETER_FIELDS.map(({ name }) => name).sort()).toEqual(Object.keys(STARTING_PARAMETERS).sort());
    for (const { name, min, max } of PARAMETER_FIELDS) {
      for (const value of [min, max]) {
        expect(parametersSchema.safeParse({ ...STARTING_PARAMETERS, [name]: value }).success, name).toBe(true);
      }
      expect(parametersSchema.safeParse({ ...STARTING_PARAMETERS, [name]: max + 1 }).success, name).toBe(false);
    }
  });
});
