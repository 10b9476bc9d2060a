import { expect, it } from 'vitest';
import type { SearchOutcome } from '#shared/tournaments/best/best-timetable';
import { bestOf, dealtLanes, lanesFor, sharedProgress } from '#shared/tournaments/best/lanes';

it('[TRN-67] lanes depend on the size alone and are dealt to threads in their order', () => {
  expect(lanesFor(299)).toEqual([{ index: 0, of: 1 }]);
  expect(lanesFor(300).map(({ index, of }) => `${index}/${of}`)).toEqual(['0/4', '1/4', '2/4', '3/4']);
  const dealt = (threads: number) => dealtLanes(lanesFor(300), threads).map((hand) => hand.map(({ index }) => index));
  expect(dealt(1)).toEqual([[0, 1, 2, 3]]);
  expect(dealt(2)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(dealt(3)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(dealt(16)).toEqual([[0], [1], [2], [3]]);
});

it('[TRN-67] the best of all lanes wins, the first at a tie, and a cancelled one cancels', () => {
  const found = (makespanMinutes: number, name: string): SearchOutcome =>
    ({
      kind: 'ok',
      value: {
        rows: [name],
        quality: {
          unplaced: 0,
          withoutUmpire: 0,
          makespanMinutes,
          neutralityBreaches: 0,
          umpireLoadRange: 0,
          umpireRowExcess: 0,
          possibleBreaches: 0,
          courtLoadRange: 0,
          playerWaitMinutes: 0,
        },
      },
    }) as never;
  expect(bestOf([found(90, 'a'), found(60, 'b'), found(60, 'c')])).toMatchObject({ value: { rows: ['b'] } });
  expect(bestOf([found(90, 'a'), { kind: 'cancelled' }])).toEqual({ kind: 'cancelled' });
});

it('[TRN-67] progress of several searches is one, and checks only when all are done', () => {
  const told: string[] = [];
  const of = sharedProgress(2, ({ fraction, phase }) => void told.push(`${fraction} ${phase}`));
  of(0)({ fraction: 1, phase: 'Checking' });
  of(1)({ fraction: 0.5, phase: 'Scheduling' });
  of(1)({ fraction: 1, phase: 'Checking' });
  expect(told).toEqual(['0.5 Scheduling', '0.75 Scheduling', '1 Checking']);
});
