import { describe, expect, it } from 'vitest';
import { readEntries } from '#shared/tournaments/entries/read-entries';

describe('entries from a spreadsheet', () => {
  it('[TRN-90] are read by the names of their columns, in any order, in English or German', () => {
    const english = readEntries('Club,Name,Seed,Category\nHafen 04,Ada Ito,1,WS\nSC Ost,Bea Weber,,WS\n');
    expect(english.problems).toEqual([]);
    expect(english.columns).toEqual(['club', 'name', 'seed', 'category']);
    expect(english.participants).toMatchObject([
      {
        id: 'WS-ada-ito.hafen-04',
        name: 'Ada Ito',
        club: 'Hafen 04',
        seed: 1,
        category: 'WS',
        players: ['ada-ito.hafen-04'],
      },
      { id: 'WS-bea-weber.sc-ost', name: 'Bea Weber', club: 'SC Ost', seed: null, category: 'WS' },
    ]);
    const german = readEntries('\uFEFFSpieler;Verein;Setzplatz;Klasse\r\nJörg Müller;TSV;2;HE\r\n');
    expect(german.participants).toMatchObject([{ name: 'Jörg Müller', club: 'TSV', seed: 2, category: 'HE' }]);
  });

  it('[TRN-90] are read as name, club, seed, category without a header', () => {
    expect(readEntries('Ada\tX\t3\tWS').participants).toMatchObject([
      { name: 'Ada', club: 'X', seed: 3, category: 'WS' },
    ]);
  });

  it('[TRN-90] know the same person in two categories, and pairs', () => {
    const { participants } = readEntries('name,partner,club,category\nAda,,X,WS\nada ,Cem,X,XD\n');
    expect(participants.map(({ players }) => players)).toEqual([['ada.x'], ['ada.x', 'cem.x']]);
    expect(participants[1]!.name).toBe('ada / Cem');
  });

  it('[TRN-91] name the line of everything that was not understood', () => {
    const text = ['name,club,seed', 'Ada,X,one', ',Y,2', 'Ben,Y,1', 'Cem,Z,1', 'ben,Y,', 'Dan,"Z,3'].join('\n');
    const { participants, problems } = readEntries(text);
    expect(problems).toEqual([
      { line: 7, message: 'A quote opens here and never closes.' },
      { line: 2, message: 'The seed "one" is no whole number from 1: Ada is not seeded.' },
      { line: 3, message: 'The name is missing.' },
      { line: 5, message: 'Seed 1 stands on line 4 already: Cem is not seeded.' },
      { line: 6, message: 'ben stands on line 4 already.' },
    ]);
    expect(participants.map(({ name, seed }) => [name, seed])).toEqual([
      ['Ada', null],
      ['Ben', 1],
      ['Cem', null],
      ['Dan', null],
    ]);
  });

  it('[TRN-92] may hold separators, quotes and line ends in quotes', () => {
    const { participants, problems } = readEntries('name;club;seed\r\n"Ada; ""the\nfast""";e;1\r\n;Y;');
    expect(participants).toMatchObject([{ name: 'Ada; "the\nfast"', club: 'e', seed: 1 }]);
    expect(problems).toEqual([{ line: 4, message: 'The name is missing.' }]);
  });
});
