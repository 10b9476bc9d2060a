import { describe, expect, it } from 'vitest';
import { audienceOffsetMinutes, parseFixedOffset, zoneNameOfOffset } from '#shared/posts/nouns/audience-zone';
import { parsePostsFile } from '#shared/posts/posts-file';
import { parseInstant } from '#shared/time/instant';

describe('zones of an audience', () => {
  it.each([
    ['UTC', 0],
    ['UTC-5', -300],
    ['UTC+5:30', 330],
    ['UTC+0530', 330],
    ['GMT+1', 60],
    ['UTC-0', 0],
    ['UTC+14', 840],
    ['UTC+15', null],
    ['UTC5', null],
    ['Europe/Berlin', null],
  ])('[POST-11] %s lies %s minutes east', (text, minutes) => {
    expect(parseFixedOffset(text)).toBe(minutes);
  });

  it('[POST-11] have a name where they are whole hours, for a file as well', () => {
    expect(['UTC-5', 'UTC+14', 'GMT', 'UTC+5:30', 'UTC-13', 'Europe/Berlin'].map(zoneNameOfOffset)).toEqual([
      'Etc/GMT+5',
      'Etc/GMT-14',
      'UTC',
      null,
      null,
      null,
    ]);
    const file = parsePostsFile({ format: 'daywright.posts', version: 1, timeZone: 'UTC-5' });
    expect(file.ok && file.value.timeZone).toBe('Etc/GMT+5');
    expect(audienceOffsetMinutes('Etc/GMT+5', parseInstant('2026-07-01T00:00:00Z')!)).toBe(-300);
  });

  it('[POST-11] know daylight saving by name', () => {
    const summer = parseInstant('2026-07-01T00:00:00Z')!;
    expect(audienceOffsetMinutes('Europe/Berlin', summer)).toBe(120);
    expect(audienceOffsetMinutes('UTC+1', summer)).toBe(60);
  });
});
