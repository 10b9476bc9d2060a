import { describe, expect, it } from 'vitest';
import { dropCheck, type StartVerdict } from '#renderer/features/posts/drop-check';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const berlin = parseZone('Europe/Berlin')!;
const at = parseInstant('2026-11-26T11:00:00Z')!;
const FRIDAY = parseInstant('2026-11-27T05:30:00Z')!;
const nameOf = (id: string) => (id === 'reel' ? 'Reel' : null);

const refused = (rule: string, amount: number, parties: string[], next: StartVerdict['next'] = FRIDAY) =>
  dropCheck(
    {
      at,
      legal: false,
      breaches: [{ rule, amount, unit: 'min', parties, message: 'The whole sentence.' }],
      why: '',
      next,
    },
    'Story',
    berlin,
    nameOf,
  );

describe('dropCheck', () => {
  it('lets a legal start be', () => {
    expect(dropCheck({ at, legal: true, breaches: [], why: '', next: at }, 'Story', berlin, nameOf)).toEqual({
      kind: 'fits',
      at,
    });
  });

  it('names the rule, the other post and the first time that would do', () => {
    expect(refused('post.keepsMinimumGap', 390, ['story', 'reel'])).toEqual({
      kind: 'refused',
      at,
      reason: '6.5 h too close to Reel',
      advice: 'Story fits from Fri 6:30',
    });
  });

  it('writes the date where the weekday alone would be taken for a nearer one', () => {
    const later = parseInstant('2026-12-08T05:30:00Z')!;
    expect(refused('post.startsByDeadline', 45, ['story'], later)).toMatchObject({
      reason: '45 min after its deadline',
      advice: 'Story fits from Tue 8 Dec 6:30',
    });
    expect(refused('post.staysInHorizon', 60, ['story'], null)).toMatchObject({
      reason: 'that time is over',
      advice: 'Story fits nowhere after that',
    });
  });

  it('falls back to the rule’s own sentence', () => {
    expect(refused('post.ofALaterVersion', 1, ['story'])).toMatchObject({ reason: 'The whole sentence.' });
    expect(
      dropCheck({ at, legal: false, breaches: [], why: 'That time is over.', next: null }, 'Story', berlin, nameOf),
    ).toMatchObject({ reason: 'That time is over.' });
  });
});
