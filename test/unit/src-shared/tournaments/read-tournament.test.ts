import { describe, expect, it } from 'vitest';
import { categoriesOf } from '#shared/tournaments/categories';
import { parseTournament, readTournament } from '#shared/tournaments/read-tournament';
import { entries, matches, tournament } from '../../../helpers/tournament-documents';

// The example of the contract, as it stands there.
const contractExample = {
  format: 'daywright.tournament',
  version: 1,
  type: 'knockout',
  timeZone: 'Europe/Berlin',
  start: '2026-11-28T09:00',
  matchMinutes: 60,
  restMinutes: 15,
  changeoverMinutes: 0,
  courts: [{ id: 'A' }],
  umpires: [{ id: 'u1', club: 'X', player: null }],
  participants: [
    { id: 'p1', name: 'Ada', club: 'X', seed: 1, players: ['p1'] },
    { id: 'p2', name: 'Ben', club: 'Y' },
    { id: 'p3', name: 'Cleo', club: 'Z' },
  ],
  matches: [
    { id: 'r1m1', round: 1, entries: ['p1', 'p2'] },
    { id: 'r2m1', round: 2, entries: [{ winnerOf: 'r1m1' }, 'p3'] },
  ],
  options: {
    startTimeOverride: null,
    maxParallelMatchesOverride: null,
    respectClubNeutrality: true,
    rounds: 'strict',
  },
};

const problemsOf = (value: unknown): readonly string[] => {
  const read = readTournament(value);
  return read.ok ? [] : read.error;
};

describe('the tournament document', () => {
  it('[TRN-01] reads the example of the contract', () => {
    const read = parseTournament(JSON.stringify(contractExample));
    expect(read.ok && read.value).toMatchObject(contractExample);
  });

  it('[TRN-01] fills in what is left out', () => {
    const read = tournament({ participants: [{ id: 'p1' }] });
    expect(read).toMatchObject({
      changeoverMinutes: 0,
      courts: [],
      participants: [{ id: 'p1', club: null, seed: null }],
      options: {
        startTimeOverride: null,
        maxParallelMatchesOverride: null,
        respectClubNeutrality: true,
        rounds: 'strict',
      },
      results: [],
      pins: [],
      categories: [],
    });
  });

  it('[TRN-02] keeps fields it does not know', () => {
    const read = tournament({
      sponsor: 'Harbour',
      courts: [{ id: 'A', floor: 'clay' }],
      participants: entries(2),
      matches: [{ id: 'm', round: 1, entries: ['p1', { winnerOf: 'x', note: 1 }] }, ...matches('x 1 p1 p2')],
    });
    expect(read).toMatchObject({ sponsor: 'Harbour', courts: [{ floor: 'clay' }] });
    expect(read.matches[0]!.entries[1]).toEqual({ winnerOf: 'x', note: 1 });
  });

  it.each([
    ['restMinutes', -1, 'restMinutes is -1'],
    ['matchMinutes', 'long', 'matchMinutes is "long"'],
    ['start', '28.11.2026', 'start is "28.11.2026": expected a local time such as 2026-11-28T09:00'],
    ['timeZone', 'Mars', 'timeZone is "Mars": expected an IANA time zone'],
    ['type', 'ladder', 'type is "ladder"'],
    ['courts', [{ id: '' }], 'courts[0].id is ""'],
    ['breaks', [{ from: '2026-11-28T13:00', to: '2026-11-28T12:00' }], 'breaks[0] is'],
    ['options', { startTimeOverride: 'nine' }, 'options.startTimeOverride is "nine"'],
  ])('[TRN-03] refuses %s', (field, value, message) => {
    expect(problemsOf({ ...contractExample, [field]: value })[0]).toContain(message);
  });

  it('[TRN-03] refuses what is no JSON', () => {
    const read = parseTournament('{"format":');
    expect(!read.ok && read.error[0]).toMatch(/^not JSON: /);
  });

  it.each([
    [{ matches: matches('r1m1 1 p1 p9') }, 'matches[0].entries[1] is "p9": expected the id of a participant'],
    [{ matches: matches('r1m1 1 p1 W:x') }, 'matches[0].entries[1] is "x": expected the id of a match'],
    [{ matches: matches('r1m1 1 p1 p1') }, 'matches[0].entries[1] is "p1": expected another participant'],
    [{ matches: matches('a 1 p1 W:b', 'b 1 p2 W:a') }, 'expected a match that does not wait for this one itself'],
    [
      { matches: [{ id: 'm', round: 1, entries: ['p1', { group: 'A', place: 1 }] }] },
      'matches[0].entries[1] is "A": expected a group that has matches',
    ],
    [{ umpires: [{ id: 'u', player: 'nobody' }] }, 'umpires[0].player is "nobody": expected the id of a player'],
    [
      { courts: [{ id: 'A' }, { id: 'A' }] },
      'courts[1].id is "A": expected an id that courts[0] does not have already',
    ],
    [
      { categories: [{ id: 'MS', type: 'knockout' }] },
      'participants[0].category is null: expected the id of a category',
    ],
    [{ pins: [{ match: 'r1m1', court: 'Z' }] }, 'pins[0].court is "Z": expected the id of a court'],
    [{ results: [{ match: 'r9m9' }] }, 'results[0].match is "r9m9": expected the id of a match'],
  ])('[TRN-04] refuses a reference that leads nowhere: %j', (fields, message) => {
    expect(problemsOf({ ...contractExample, ...fields }).join('\n')).toContain(message);
  });

  it('[TRN-06] takes categories from the list or from the labels', () => {
    const labelled = tournament({
      type: 'knockout',
      participants: [
        { id: 'a', category: 'WS' },
        { id: 'b', category: 'MS' },
        { id: 'c', category: 'WS' },
      ],
    });
    expect(categoriesOf(labelled).map(({ id, type, participants }) => [id, type, participants.length])).toEqual([
      ['MS', 'knockout', 1],
      ['WS', 'knockout', 2],
    ]);
    const listed = tournament({
      categories: [{ id: 'XD', name: 'Mixed', type: 'roundRobin', matchMinutes: 45 }],
      participants: [{ id: 'a', category: 'XD' }],
    });
    expect(categoriesOf(listed)).toMatchObject([{ id: 'XD', name: 'Mixed', type: 'roundRobin', matchMinutes: 45 }]);
  });
});
