import { expect, it } from 'vitest';
import { categoryDraw } from '#renderer/features/tournaments/category-draw';
import { screenView } from '#renderer/features/tournaments/tournament-view';
import { entries, type Json, tournament } from '../../../../helpers/tournament-documents';

const draw = (fields: Json) => categoryDraw(screenView({ ...tournament(fields), id: 'cup' }), null);

it('groups have tables, and the knockout after them a bracket', () => {
  const groups = draw({ type: 'groupsKnockout', participants: entries(6), draw: { groups: 2, advance: 1 } });
  expect(
    groups.tables.map(({ title, standings, matches, advance }) => [title, standings.length, matches.length, advance]),
  ).toEqual([
    ['Group A', 3, 3, 1],
    ['Group B', 3, 3, 1],
  ]);
  expect(groups).toMatchObject({ hasBracket: true, rounds: [] });
});

it('a Swiss round can be drawn once every result before it is in', () => {
  const swiss: Json = { type: 'swiss', participants: entries(4), draw: { swissRounds: 2 } };
  expect(draw(swiss).rounds.map(({ title, isDrawn, canBeDrawn }) => [title, isDrawn, canBeDrawn])).toEqual([
    ['Round 1', true, false],
    ['Round 2', false, false],
  ]);
  const first = draw(swiss).rounds[0]!.matches;
  const results = first.map((match, index) => ({ match, winner: index === 0 ? 'p1' : 'p2' }));
  const played = draw({ ...swiss, results });
  expect(played.rounds[1]).toMatchObject({ isDrawn: false, canBeDrawn: true });
  expect(played.tables[0]!.standings.slice(0, 2).map(({ entry, points }) => [entry, points])).toEqual([
    ['p1', 1],
    ['p2', 1],
  ]);
});

it('a knockout is a bracket and nothing else', () => {
  expect(draw({ type: 'knockout', participants: entries(4) })).toEqual({ tables: [], rounds: [], hasBracket: true });
});
