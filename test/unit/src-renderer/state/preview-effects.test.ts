import { describe, expect, it } from 'vitest';
import { previewEffects } from '#renderer/state/preview-effects';
import { problemWith } from '../../../helpers/planning-problem';
import { placed, planOf } from '../../../helpers/sample-plan';

const at = (day: number, time: string) => `2027-03-${String(day).padStart(2, '0')}T${time}:00Z`;
const problem = (present: ReturnType<typeof placed>[]) => ({
  ...problemWith({
    tasks: [
      { id: 'a', durationMinutes: 60, dueAt: at(3, '12:00') },
      { id: 'b', durationMinutes: 30, dueAt: at(4, '12:00') },
      { id: 'c', durationMinutes: 30 },
    ],
  }),
  now: at(1, '06:00'),
  present,
});

describe('effects of a plan', () => {
  // a ends 26 h before its due, b 24 h after.
  const before = [
    placed('task', 'a', at(2, '09:00'), at(2, '10:00')),
    placed('task', 'b', at(5, '11:30'), at(5, '12:00')),
  ];
  // Both touch: 90 minutes in one stretch; they end 26 h and 49 h 30 before their due.
  const after = [
    placed('task', 'a', at(2, '09:00'), at(2, '10:00')),
    placed('task', 'b', at(2, '10:00'), at(2, '10:30')),
  ];

  it('tell the longest stretch and the mean slack in words, and which way is better', () => {
    const effects = previewEffects(problem(before), planOf('p', after));
    expect(effects.find(({ name }) => name === 'Longest focus stretch')).toEqual({
      name: 'Longest focus stretch',
      before: '1 h',
      after: '1 h 30',
      better: true,
    });
    expect(effects.find(({ name }) => name === 'Mean slack')).toEqual({
      name: 'Mean slack',
      before: '1 h',
      after: '1 d 13 h',
      better: true,
    });
    const back = previewEffects(problem(after), planOf('p', before));
    expect(back.find(({ name }) => name === 'Mean slack')?.better).toBe(false);
  });
});
