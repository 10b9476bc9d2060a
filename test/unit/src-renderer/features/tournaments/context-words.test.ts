import { expect, it } from 'vitest';
import { contextWords } from '#renderer/features/tournaments/context-words';
import { viewOf } from '../../../../helpers/tournament-screen';

it('says when, where and how much', () => {
  expect(contextWords(viewOf({ place: 'Hall B' }))).toBe('Sat 28 Nov, Hall B, 2 courts, 3 matches');
  const days = [
    { from: '2026-11-28T09:00', to: '2026-11-28T18:00' },
    { from: '2026-11-29T09:00', to: '2026-11-29T18:00' },
  ];
  expect(contextWords(viewOf({ days }))).toBe('28 Nov – 29 Nov, 2 courts, 3 matches');
});
