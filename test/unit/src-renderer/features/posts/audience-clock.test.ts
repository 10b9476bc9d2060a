import { describe, expect, it } from 'vitest';
import { audienceClocks } from '#renderer/features/posts/audience-clock';

describe('audienceClocks', () => {
  it('says how large each part of the audience is, and how far ahead', () => {
    const zones = [
      { zone: 'Europe/Helsinki', share: 0.64, minutesAhead: 60 },
      { zone: 'America/New_York', share: 0.36, minutesAhead: -360 },
    ];
    expect(audienceClocks(zones)).toEqual([
      {
        value: 'Europe/Helsinki',
        label: 'Audience in Helsinki',
        time: 'Helsinki time',
        note: '64% of followers, 1 h ahead of you',
        aheadMinutes: 60,
      },
      {
        value: 'America/New_York',
        label: 'Audience in New York',
        time: 'New York time',
        note: '36% of followers, 6 h behind you',
        aheadMinutes: -360,
      },
      { value: 'own', label: 'Your own time', time: 'your time', note: '', aheadMinutes: 0 },
    ]);
  });

  it('knows offsets without a zone, and says when nobody named one', () => {
    const [fixed] = audienceClocks([{ zone: 'UTC+5:30', share: 1, minutesAhead: 0 }]);
    expect(fixed).toMatchObject({ label: 'Audience in UTC+5:30', note: '100% of followers, on your clock' });
    expect(audienceClocks([])[0]?.note).toBe('Nobody has said yet where the audience lives');
  });
});
