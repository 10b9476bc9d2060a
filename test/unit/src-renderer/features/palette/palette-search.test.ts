import { describe, expect, it } from 'vitest';
import { findIn, markHits } from '#renderer/features/palette/palette-search';

const ITEMS = [
  { text: 'Undo last plan' },
  { text: 'Plan the week', also: 'schedule' },
  { text: 'Preview a replan' },
  { text: 'Go to Tasks', also: 'list todo' },
  { text: 'Water the plants' },
];
const find = (query: string, limit = 10) => findIn(ITEMS, query, limit).map((item) => item.text);

describe('the palette search', () => {
  it('puts what begins with the query first, then other words, then the middle of words', () => {
    expect(find('plan')).toEqual(['Plan the week', 'Undo last plan', 'Water the plants', 'Preview a replan']);
  });

  it('needs every word, and finds hidden words last', () => {
    expect(find('plan we')).toEqual(['Plan the week']);
    expect(find('plan tuesday')).toEqual([]);
    expect(find('todo')).toEqual(['Go to Tasks']);
  });

  it('does not find two letters in the middle of a word', () => {
    expect(find('la')).toEqual(['Undo last plan']);
  });

  it('gives the first ones for an empty query', () => {
    expect(find('', 2)).toEqual(['Undo last plan', 'Plan the week']);
  });
});

describe('marked hits', () => {
  it('are what the query matched, at the start of a word where there is one', () => {
    expect(markHits('Preview a replan', 'plan')).toEqual([
      { text: 'Preview a re', hit: false },
      { text: 'plan', hit: true },
    ]);
    expect(markHits('Replan the plan', 'plan')).toEqual([
      { text: 'Replan the ', hit: false },
      { text: 'plan', hit: true },
    ]);
    expect(markHits('Plan', '')).toEqual([{ text: 'Plan', hit: false }]);
  });
});
