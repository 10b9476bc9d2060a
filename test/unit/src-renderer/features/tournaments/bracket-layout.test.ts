import { describe, expect, it } from 'vitest';
import { bracketsOf, connector, nodeWidth, pathOf } from '#renderer/features/tournaments/bracket-layout';
import { screenView } from '#renderer/features/tournaments/tournament-view';
import { entries, type Json, tournament } from '../../../../helpers/tournament-documents';
import { viewOf } from '../../../../helpers/tournament-screen';

function bracketView(fields: Json) {
  return screenView({ ...tournament({ type: 'knockout', ...fields }), id: 'cup' });
}

describe('a bracket on paper', () => {
  it('stands every match between the two that feed it', () => {
    const [bracket] = bracketsOf(viewOf(), null, { width: 500 });
    expect(bracket!.columns).toEqual([
      { left: 0, title: 'Semi-finals' },
      { left: 272, title: 'Final' },
    ]);
    expect(bracket!.nodes).toEqual([
      { match: 's1', left: 0, top: 30 },
      { match: 's2', left: 0, top: 61 },
      { match: 'f', left: 272, top: 45.5 },
    ]);
    expect(bracket!.lines.map(({ from, to }) => `${from} ${to}`)).toEqual(['s1 f', 's2 f']);
  });

  it('draws a straight line where a bye left one feeder', () => {
    const [bracket] = bracketsOf(bracketView({ participants: entries(3) }), null, { width: 500 });
    expect(bracket!.nodes).toEqual([
      { match: 'r1m1', left: 0, top: 30 },
      { match: 'r2m1', left: 272, top: 30 },
    ]);
    expect(bracket!.lines.map(({ path }) => path)).toEqual(['M228 43H272']);
  });

  it('puts third place under the final, and the consolation in a bracket of its own', () => {
    const third = bracketsOf(bracketView({ participants: entries(4), draw: { thirdPlace: true } }), null, {
      width: 500,
    });
    expect(third).toHaveLength(1);
    expect(third[0]!.nodes.find(({ match }) => match === 'third')).toEqual({ match: 'third', left: 272, top: 107.5 });
    const both = bracketsOf(bracketView({ participants: entries(8), draw: { consolation: true } }), null, {
      width: 700,
    });
    expect(both.map(({ kind, nodes }) => [kind, nodes.length])).toEqual([
      ['main', 7],
      ['consolation', 3],
    ]);
  });

  it('is as high as its first round: 64 lines for 128 players, no two matches over each other', () => {
    const [bracket] = bracketsOf(bracketView({ participants: entries(128) }), null, { width: 900 });
    expect(bracket!.height).toBe(30 + 64 * 31);
    expect(bracket!.columns).toHaveLength(7);
    const places = bracket!.nodes.map(({ left, top }) => `${left} ${top}`);
    expect(new Set(places).size).toBe(127);
  });

  it('columns fill the width within bounds', () => {
    expect(nodeWidth(4, 860)).toBe(182);
    expect(nodeWidth(7, 860)).toBe(178);
    expect(nodeWidth(2, 2000)).toBe(240);
  });

  it('bends around soft corners', () => {
    expect(connector(100, 10, 140, 50)).toBe('M100 10H116Q120 10 120 14V46Q120 50 124 50H140');
  });
});

describe('a path through the draw', () => {
  it('is every match one stands in or may reach', () => {
    expect([...pathOf(viewOf(), new Set(['haas']))]).toEqual(['s1', 'f']);
    expect([...pathOf(viewOf(), new Set())]).toEqual([]);
  });

  it('ends where one lost', () => {
    const view = viewOf({ results: [{ match: 's1', winner: 'ito' }] });
    expect([...pathOf(view, new Set(['haas']))]).toEqual(['s1']);
    expect([...pathOf(view, new Set(['ito']))]).toEqual(['s1', 'f']);
  });
});
