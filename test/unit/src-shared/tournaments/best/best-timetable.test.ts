import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import type { Timetable } from '#shared/tournaments/timetable';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import {
  clock,
  courts,
  entries,
  type Json,
  matches,
  tournament,
  umpires,
} from '../../../../helpers/tournament-documents';
import { secondOpinion } from '../../../../helpers/tournament-validator';

async function schedule(fields: Json): Promise<Timetable> {
  const document = tournament(fields);
  const outcome = await bestTimetable(document);
  if (outcome.kind !== 'ok') throw new Error('cancelled');
  const opinion = secondOpinion(document, timetableOutput(outcome.value));
  expect(opinion.problems).toEqual([]);
  expect(outcome.value.violations).toEqual([]);
  return outcome.value;
}

const startsOf = ({ matches: rows }: Timetable): Record<string, string> =>
  Object.fromEntries(rows.map(({ match, start }) => [match.id, clock(start)]));
const day = (from: string, to: string): Json => ({ from: `2026-11-28T${from}`, to: `2026-11-28T${to}` });

describe('the best timetable', () => {
  it('[TRN-41] reaches the bound of the rounds: eight players on two courts', async () => {
    const { quality, ...timetable } = await schedule({
      type: 'knockout',
      courts: courts('A', 'B'),
      umpires: umpires('u1', 'u2'),
      participants: entries(8),
    });
    // 4 matches in two waves until 11:00, then 2 of which one has to rest until 11:15, then a rest and the final.
    expect(quality.makespanMinutes).toBe(120 + 15 + 60 + 15 + 60);
    expect(quality.bound).toEqual({
      minutes: 270,
      reason: 'rounds',
      detail: 'The rounds of 4 + 2 + 1 matches need 270 min one after the other.',
    });
    expect(startsOf({ quality, ...timetable }).r3m1).toBe('12:30');
  });

  it('[TRN-41] needs no more than courts allow where nobody has to rest', async () => {
    const { quality } = await schedule({
      restMinutes: 0,
      courts: courts('A', 'B', 'C'),
      participants: entries(20),
      matches: matches(...Array.from({ length: 10 }, (_, at) => `m${at} 1 p${at * 2 + 1} p${at * 2 + 2}`)),
    });
    // Ten matches on three courts: four waves.
    expect(quality.makespanMinutes).toBe(240);
    expect(quality.bound?.minutes).toBe(240);
  });

  it('[TRN-41] waits for umpires as for courts, and adds the changeover to courts alone', async () => {
    const four = matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 1 p7 p8');
    const fields = { changeoverMinutes: 10, participants: entries(8), matches: four };
    const byUmpires = await schedule({ ...fields, courts: courts('A', 'B', 'C', 'D'), umpires: umpires('u1', 'u2') });
    expect(byUmpires.quality.makespanMinutes).toBe(120);
    const byCourts = await schedule({ ...fields, courts: courts('A', 'B'), umpires: umpires('u1', 'u2', 'u3') });
    expect(byCourts.quality.makespanMinutes).toBe(130);
    expect(byCourts.quality.bound?.minutes).toBe(130);
  });

  it('[TRN-42] knows the longest chain of one player', async () => {
    const { quality } = await schedule({
      courts: courts('A', 'B', 'C'),
      options: { rounds: 'dependency' },
      participants: entries(4),
      matches: matches('m1 1 p1 p2', 'm2 1 p1 p3', 'm3 1 p1 p4'),
    });
    expect(quality.bound).toMatchObject({ minutes: 210, reason: 'player' });
    expect(quality.makespanMinutes).toBe(210);
  });

  it('[TRN-42] counts what one player may still have to play, in both of two draws', async () => {
    const { quality } = await schedule({
      courts: courts('A', 'B', 'C', 'D'),
      options: { rounds: 'dependency' },
      categories: [
        { id: 'WS', type: 'knockout' },
        { id: 'XD', type: 'knockout' },
      ],
      participants: [
        ...['ada', 'bea', 'cleo', 'dora'].map((id) => ({ id, category: 'WS' })),
        { id: 'ada-ben', category: 'XD', players: ['ada', 'ben'] },
        { id: 'eva-cem', category: 'XD', players: ['eva', 'cem'] },
      ],
    });
    // Two rounds of singles and the mixed final of Ada: three matches and two rests.
    expect(quality.bound).toEqual({
      minutes: 210,
      reason: 'player',
      detail: 'Up to 3 matches of ada with rests need 210 min.',
    });
    expect(quality.makespanMinutes).toBe(210);
  });

  it('[TRN-43] has the fewest breaches: greedy would use up the only neutral umpire', async () => {
    // m1 could have uY or uZ, m2 only uY; whoever gives uY to m1 breaks neutrality.
    const { quality, ...timetable } = await schedule({
      courts: courts('A', 'B'),
      umpires: umpires('uY:Y', 'uZ:Z'),
      participants: entries(4, ['X', 'X', 'X', 'Z']),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
    });
    expect(quality).toMatchObject({ neutralityBreaches: 0, fewestBreaches: 0 });
    expect(timetable.matches.map(({ umpire }) => umpire)).toEqual(['uZ', 'uY']);
  });

  it('[TRN-43] chooses which matches share a wave so that umpires can be neutral', async () => {
    // Two matches X-Y and two Z-W with umpires of X and Z: side by side only one of each kind works.
    const { quality } = await schedule({
      courts: courts('A', 'B'),
      umpires: umpires('uX:X', 'uZ:Z'),
      participants: entries(8, ['X', 'Y', 'X', 'Y', 'Z', 'W', 'Z', 'W']),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 1 p7 p8'),
    });
    expect(quality).toMatchObject({ neutralityBreaches: 0, makespanMinutes: 120, umpireLoadRange: 0 });
  });

  it('[TRN-43] gives every match of the source round robin a neutral umpire', async () => {
    for (const clubs of ['XYZXYZ', 'XXYYZZ']) {
      const { quality } = await schedule({
        type: 'roundRobin',
        courts: courts('A', 'B'),
        umpires: umpires('uX:X', 'uY:Y', 'uZ:Z'),
        participants: entries(6, [...clubs]),
      });
      expect(quality).toMatchObject({ neutralityBreaches: 0, umpireLoadRange: 0 });
    }
  });

  it('[TRN-43] looks at no club when neutrality is not asked for', async () => {
    const { quality, warnings } = await schedule({
      courts: courts('A'),
      umpires: umpires('uX:X'),
      participants: entries(2, ['X']),
      matches: matches('m1 1 p1 p2'),
      options: { respectClubNeutrality: false },
    });
    expect(quality.neutralityBreaches).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('[TRN-44] evens out loads over the whole event, across waves', async () => {
    // u1 is the only one who can take the X matches of the second wave; looking ahead he gets nothing in the first.
    const { quality } = await schedule({
      courts: courts('A', 'B'),
      umpires: umpires('u1:A', 'u2:X', 'u3:Y'),
      participants: entries(12, ['B', 'C', 'B', 'C', 'X', 'Y', 'C', 'C', 'X', 'Y', 'C', 'B']),
      matches: matches('a 1 p1 p2', 'b 1 p3 p4', 'c 1 p5 p6', 'd 1 p7 p8', 'e 1 p9 p10', 'f 1 p11 p12'),
    });
    expect(quality).toMatchObject({ neutralityBreaches: 0, umpireLoadRange: 0, makespanMinutes: 180 });
  });

  it('[TRN-46] lets a match start when its own feeders are over where rounds are no rule', async () => {
    const fields = {
      courts: courts('A', 'B'),
      restMinutes: 0,
      participants: entries(6),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 2 W:m1 W:m2'),
    };
    expect((await schedule({ ...fields, options: { rounds: 'dependency' } })).quality.makespanMinutes).toBe(120);
    expect((await schedule(fields)).quality.makespanMinutes).toBe(180);
  });

  it('[TRN-47] plays within the hours of days and courts and around breaks', async () => {
    const timetable = await schedule({
      restMinutes: 0,
      courts: [{ id: 'A' }, { id: 'B', open: [day('10:00', '11:00')] }],
      days: [day('09:00', '12:30'), { from: '2026-11-29T09:00', to: '2026-11-29T12:00' }],
      breaks: [day('10:00', '10:30')],
      participants: entries(8),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 1 p7 p8'),
    });
    expect(startsOf(timetable)).toEqual({ m1: '09:00', m2: '10:30', m3: '11:30', m4: '09:00' });
    expect(timetable.matches.at(-1)!.court).toBe('A');
  });

  it('[TRN-47] says what has no place, and lets a match go without an umpire before that', async () => {
    const fields = { restMinutes: 0, participants: entries(4), matches: matches('m1 1 p1 p2', 'm2 1 p3 p4') };
    const short = await schedule({ ...fields, courts: courts('A'), days: [day('09:00', '10:30')] });
    expect(short.quality.unplaced).toBe(1);
    expect(short.warnings).toContainEqual({
      kind: 'unplaced',
      match: 'm2',
      who: [],
      when: null,
      message: 'Match m2 has no time: no court is open long enough for it.',
      alternative: null,
    });
    const early = await schedule({
      ...fields,
      courts: courts('A'),
      umpires: [{ id: 'u1', available: [day('09:00', '10:00')] }],
    });
    expect(early.quality).toMatchObject({ unplaced: 0, withoutUmpire: 1 });
    expect(early.warnings.map(({ kind }) => kind)).toEqual(['noUmpire']);
  });

  it('[TRN-68] places every match of the sample, whichever of its courts is lost', async () => {
    const sample = JSON.parse(readFileSync('resources/sample-tournament.json', 'utf8'));
    // 36 matches on four courts with twelve times each; somebody has seven matches, which take the whole day.
    for (const lost of ['court-1', 'court-5']) {
      const { quality } = await schedule({
        ...sample,
        timeZone: 'UTC',
        courts: sample.courts.filter(({ id }: Json) => id !== lost),
      });
      expect(quality).toMatchObject({ unplaced: 0, withoutUmpire: 0, makespanMinutes: 585, neutralityBreaches: 0 });
    }
  });

  it('[TRN-48] leaves pins where they are and plans around them', async () => {
    const timetable = await schedule({
      restMinutes: 0,
      courts: courts('A'),
      umpires: umpires('u1', 'u2'),
      participants: entries(6),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6'),
      pins: [
        { match: 'm1', start: '2026-11-28T10:00:00Z', court: 'A' },
        { match: 'm2', umpire: 'u2' },
      ],
    });
    expect(startsOf(timetable)).toEqual({ m1: '10:00', m2: '09:00', m3: '11:00' });
    expect(timetable.matches.find(({ match }) => match.id === 'm2')!.umpire).toBe('u2');
  });

  it('[TRN-48] reports pins that contradict each other instead of moving them', async () => {
    const outcome = await bestTimetable(
      tournament({
        courts: courts('A'),
        participants: entries(4),
        matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
        pins: ['m1', 'm2'].map((match) => ({ match, start: '2026-11-28T09:00:00Z', court: 'A' })),
      }),
    );
    expect(outcome.kind === 'ok' && outcome.value.violations.map(({ rule }) => rule)).toEqual([
      'tournament.oneMatchPerCourt',
    ]);
  });

  it('[TRN-49] is the same every time, whatever the caller lends', async () => {
    const document = tournament({
      type: 'knockout',
      courts: courts('A', 'B', 'C'),
      umpires: umpires('u1:X', 'u2:Y', 'u3:Z'),
      participants: entries(23, ['X', 'Y', 'Z', 'W']),
    });
    const phases: number[] = [];
    const first = await bestTimetable(document);
    const second = await bestTimetable(document, {
      onProgress: ({ fraction }) => phases.push(fraction),
      pause: async () => {},
      isCancelled: () => false,
    });
    expect(second).toEqual(first);
    expect(phases.at(-1)).toBe(1);
    expect(phases).toEqual([...phases].sort((one, other) => one - other));
  });

  it('[TRN-62] stops when it is told to, with nothing', async () => {
    const document = tournament({ type: 'knockout', courts: courts('A'), participants: entries(40) });
    expect(await bestTimetable(document, { isCancelled: () => true })).toEqual({ kind: 'cancelled' });
  });

  it('[TRN-63] lets players umpire, but never what they may reach nor beside their own matches', async () => {
    const timetable = await schedule({
      type: 'roundRobin',
      restMinutes: 0,
      courts: courts('A', 'B'),
      umpires: ['p1', 'p2', 'p3', 'p4', 'p5'].map((player) => ({ id: `u-${player}`, player })),
      participants: entries(5),
    });
    expect(timetable.quality).toMatchObject({ unplaced: 0, withoutUmpire: 0 });
    // Two matches take four of the five; only one is left to umpire, so every match stands alone.
    expect(timetable.quality.makespanMinutes).toBe(600);
    const everyone = await schedule({
      type: 'knockout',
      courts: courts('A'),
      umpires: [{ id: 'u1', player: 'p1' }],
      participants: entries(2),
    });
    expect(everyone.quality).toMatchObject({ unplaced: 0, withoutUmpire: 1 });
  });

  it('[TRN-64] leaves court and umpire open where there are none', async () => {
    const timetable = await schedule({ participants: entries(4), matches: matches('m1 1 p1 p2', 'm2 1 p3 p4') });
    expect(timetable.matches).toMatchObject([
      { court: null, umpire: null },
      { court: null, umpire: null },
    ]);
    expect(startsOf(timetable)).toEqual({ m1: '09:00', m2: '09:00' });
  });

  it('[TRN-65] does not leave an umpire without a pause for longer than he should, if another can take over', async () => {
    const { quality } = await schedule({
      restMinutes: 0,
      courts: courts('A'),
      umpires: umpires('u1', 'u2'),
      options: { umpireMaxInRow: 2 },
      participants: entries(16),
      matches: matches(...Array.from({ length: 8 }, (_, at) => `m${at} 1 p${at * 2 + 1} p${at * 2 + 2}`)),
    });
    expect(quality).toMatchObject({ umpireLoadRange: 0, umpireRowExcess: 0 });
  });
});
