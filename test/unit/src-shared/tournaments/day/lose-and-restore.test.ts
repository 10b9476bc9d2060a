import { describe, expect, it } from 'vitest';
import type { WallTime } from '#shared/time/wall-time';
import { loseCourt, losePerson, restoreCourt, restorePerson } from '#shared/tournaments/day/lose-and-restore';
import { okValue } from '../../../../helpers/ok-value';
import { courts, tournament, umpires } from '../../../../helpers/tournament-documents';

const wall = (time: string): WallTime => `2026-11-28T${time}` as WallTime;
const document = tournament({
  courts: courts('A', 'B'),
  umpires: umpires('u1'),
  closures: [
    { court: 'A', from: '2026-11-28T09:00', to: '2026-11-28T10:00' },
    { court: 'B', from: '2026-11-28T09:00' },
  ],
  absences: [{ who: 'u1', from: '2026-11-28T09:00', to: '2026-11-28T18:00', fromCalendar: true }],
});

describe('what is lost for a while', () => {
  it('[TRN-99] is closed from a time on, and open again from another on', () => {
    const lost = okValue(loseCourt(document, 'A', { from: wall('11:00'), to: null }));
    expect(lost.closures.at(-1)).toEqual({ court: 'A', from: '2026-11-28T11:00', to: null });
    expect(okValue(restoreCourt(lost, 'A', wall('12:00'))).closures).toEqual([
      { court: 'A', from: '2026-11-28T09:00', to: '2026-11-28T10:00' },
      { court: 'B', from: '2026-11-28T09:00', to: null },
      { court: 'A', from: '2026-11-28T11:00', to: '2026-11-28T12:00' },
    ]);
    expect(okValue(restoreCourt(lost, 'A', wall('11:00'))).closures).toEqual(document.closures);
    expect(loseCourt(document, 'A', { from: wall('11:00'), to: wall('11:00') })).toMatchObject({ ok: false });
  });

  it('[TRN-99] leaves what the own calendar says', () => {
    const away = okValue(losePerson(document, 'u1', { from: wall('10:00'), to: null }));
    expect(away.absences).toHaveLength(2);
    expect(okValue(restorePerson(away, 'u1', wall('10:00'))).absences).toEqual(document.absences);
    expect(losePerson(document, 'u1', { from: wall('10:00'), to: wall('09:00') })).toMatchObject({ ok: false });
  });
});
