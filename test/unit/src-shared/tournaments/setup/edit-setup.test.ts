import { describe, expect, it } from 'vitest';
import {
  changeCourts,
  changeEntries,
  changeSettings,
  changeUmpires,
  redraw,
} from '#shared/tournaments/setup/edit-setup';
import { okValue } from '../../../../helpers/ok-value';
import { inForce } from '../../../../helpers/tournament-day';
import { courts, entries, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

const drawn = tournament({
  type: 'knockout',
  courts: courts('A', 'B'),
  umpires: [...umpires('u1'), { id: 'u2', player: 'p2' }],
  participants: entries(2),
  matches: matches('r1m1 1 p1 p2'),
  timetable: inForce('r1m1 09:00 A u1'),
  pins: [{ match: 'r1m1', court: 'A' }],
  closures: [{ court: 'A', from: '2026-11-28T12:00' }],
  absences: [{ who: 'u1', from: '2026-11-28T12:00' }],
  me: ['p2'],
});
const played = {
  ...drawn,
  results: [{ match: 'r1m1', winner: 'p1', kind: 'played', start: null, end: null }],
} as typeof drawn;

describe('changes of the setup', () => {
  it('[TRN-98] drop a draw that no longer fits, unless something was played', () => {
    const more = [...drawn.participants, ...tournament({ participants: [{ id: 'p3' }] }).participants];
    expect(changeEntries(drawn, more)).toMatchObject({ ok: true, value: { matches: [], timetable: [], pins: [] } });
    expect(changeEntries(played, more)).toMatchObject({
      ok: false,
      error: expect.stringContaining('1 match has a result'),
    });
    expect(changeSettings(drawn, { type: 'roundRobin' })).toMatchObject({ ok: true, value: { matches: [] } });
    expect(redraw(played)).toMatchObject({ ok: false });
  });

  it('[TRN-98] keep the draw when only names, times or the length of matches change', () => {
    const renamed = drawn.participants.map((entry) => ({ ...entry, name: 'N', seed: 1 }));
    for (const edited of [changeEntries(played, renamed), changeSettings(played, { name: 'Cup', matchMinutes: 45 })])
      expect(edited).toMatchObject({ ok: true, value: { matches: drawn.matches, timetable: drawn.timetable } });
  });

  it('[TRN-98] never drop matches that were given', () => {
    const given = { ...drawn, type: 'given' } as typeof drawn;
    const more = [...drawn.participants, ...tournament({ participants: [{ id: 'p3' }] }).participants];
    expect(changeEntries(given, more)).toMatchObject({ ok: true, value: { matches: drawn.matches } });
  });

  it('[TRN-98] take out every mention of what is gone', () => {
    expect(okValue(changeCourts(drawn, []))).toMatchObject({
      timetable: [{ court: null, umpire: 'u1' }],
      pins: [],
      closures: [],
    });
    expect(okValue(changeUmpires(drawn, []))).toMatchObject({
      timetable: [{ court: 'A', umpire: null }],
      absences: [],
    });
    const one = okValue(changeEntries(drawn, drawn.participants.slice(0, 1)));
    expect(one).toMatchObject({ me: [], umpires: [{ id: 'u1' }, { id: 'u2', player: null }] });
  });

  it('[TRN-98] make a category of every label', () => {
    const labelled = drawn.participants.map((entry, index) => ({ ...entry, category: index === 0 ? 'MS' : 'WS' }));
    expect(okValue(changeEntries(drawn, labelled)).categories).toMatchObject([
      { id: 'MS', type: 'knockout' },
      { id: 'WS', type: 'knockout' },
    ]);
  });
});
