import { describe, expect, it } from 'vitest';
import { playerCard, playerList } from '#renderer/features/tournaments/player-card';
import { at, inForce } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

const PLAYED = viewOf({
  results: [{ match: 's1', winner: 'haas', score: '21:15 21:18' }],
  timetable: inForce('s1 09:00 A brenner', 's2 09:00 B haddad', 'f 11:00 A haddad'),
  me: ['haas'],
  checkedIn: ['haas'],
});

describe('players', () => {
  it('are listed by name with what they have won and when they play next', () => {
    const rows = playerList(PLAYED);
    expect(rows.map(({ name, matches, won, lost, isIn, next }) => [name, matches, won, lost, isIn, next])).toEqual([
      ['Henrik Voss', 1, 0, 0, true, at('09:00')],
      ['Ken Ito', 1, 0, 1, false, null],
      ['Nils Beck', 1, 0, 0, true, at('09:00')],
      ['Timo Haas', 2, 1, 0, true, at('11:00')],
    ]);
    expect(rows.filter(({ isMe }) => isMe).map(({ person }) => person)).toEqual(['haas']);
    expect(rows.filter(({ isThere }) => isThere).map(({ person }) => person)).toEqual(['haas']);
  });

  it('have a card with rests and waiting', () => {
    const card = playerCard(PLAYED, 'haas');
    expect(
      card.matches.map(({ match, role, restMinutes, outcome, score }) => [match, role, restMinutes, outcome, score]),
    ).toEqual([
      ['s1', 'plays', null, 'won', '21:15 21:18'],
      ['f', 'plays', 60, null, ''],
    ]);
    // One hour between the two, of which half an hour is the rest.
    expect(card).toMatchObject({ played: 2, umpired: 0, waitMinutes: 30, shortestRestMinutes: 60 });
  });

  it('may play what they can reach, and umpire what they are given', () => {
    const view = viewOf({
      umpires: [{ id: 'u', name: 'Nils Beck', player: 'beck' }],
      timetable: inForce('s1 09:00 A u', 's2 10:00 B -', 'f 12:00 A -'),
    });
    const card = playerCard(view, 'beck');
    expect(card.matches.map(({ match, role, restMinutes }) => [match, role, restMinutes])).toEqual([
      ['s1', 'umpires', null],
      ['s2', 'plays', 0],
      ['f', 'may play', null],
    ]);
    expect(card.umpired).toBe(1);
  });

  it('says where the rest is too short', () => {
    const view = viewOf({
      results: [{ match: 's1', winner: 'haas' }],
      timetable: inForce('s1 09:00 A brenner', 's2 09:00 B haddad', 'f 10:10 A haddad'),
    });
    expect(playerCard(view, 'haas').matches.map(({ isShort }) => isShort)).toEqual([false, true]);
  });
});
