import { describe, expect, it } from 'vitest';
import {
  type PlatformForm,
  platformFormOf,
  readPlatformForm,
  withNewType,
} from '#renderer/features/posts/platform-form';
import { PLATFORM_CATALOG } from '#shared/posts/nouns/platform-catalog';

const problemsOf = (patch: Partial<PlatformForm>) => {
  const read = readPlatformForm({ ...platformFormOf(null), name: 'Mastodon', ...patch }, null, PLATFORM_CATALOG);
  return read.ok ? {} : read.error;
};

describe('a platform as a form', () => {
  it('[POST-04] comes back as it was, every built-in one', () => {
    for (const platform of PLATFORM_CATALOG) {
      expect(readPlatformForm(platformFormOf(platform), platform, PLATFORM_CATALOG)).toEqual({
        ok: true,
        value: platform,
      });
    }
  });

  it('[POST-04] is new with a name, a gap and a type; ids are made of the names and are free', () => {
    const types = withNewType(platformFormOf(null).types).map((row, index) => ({
      ...row,
      name: ['Post', 'Post with pictures'][index]!,
      sensitivity: ['100', '50'][index]!,
    }));
    const form = { name: 'Pixel Fed', gapHours: '6,5', types };
    const value = {
      id: 'pixel_fed',
      name: 'Pixel Fed',
      minGapHours: 6.5,
      contentTypes: [
        { id: 'pixel_fed_post', name: 'Post', timeSensitivity: 1 },
        { id: 'pixel_fed_post_with_pictures', name: 'Post with pictures', timeSensitivity: 0.5 },
      ],
    };
    expect(readPlatformForm(form, null, PLATFORM_CATALOG)).toEqual({ ok: true, value });
    // Another name, the same id: the next free one.
    const other = readPlatformForm({ ...form, name: 'Pixel-Fed' }, null, [...PLATFORM_CATALOG, value]);
    expect(other.ok && other.value.id).toBe('pixel_fed_2');
  });

  it('says what is wrong at its field', () => {
    expect(problemsOf({ name: ' ' }).name).toBe('A platform needs a name.');
    expect(problemsOf({ name: 'linkedin' }).name).toBe('There is a platform called “LinkedIn” already.');
    expect(problemsOf({ gapHours: '-1' }).gapHours).toBe('A number from 0 to 720.');
    expect(problemsOf({ types: [] }).types).toBe('Name at least one content type.');
    const twice = [1, 2].map((key) => ({ key, known: null, name: 'Post', sensitivity: '100' }));
    expect(problemsOf({ types: twice }).types).toBe('“Post” stands twice.');
    expect(problemsOf({ types: [{ ...twice[0]!, sensitivity: '120' }] }).types).toContain('is “120”');
  });
});
