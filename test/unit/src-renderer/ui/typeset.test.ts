import { describe, expect, it } from 'vitest';
import { asFragment, typeset } from '#renderer/ui/typeset';

describe('typeset', () => {
  it('pairs straight quotes', () => {
    expect(typeset('After "Team stand-up", before "Lunch"')).toBe(
      'After \u201cTeam stand-up\u201d, before \u201cLunch\u201d',
    );
  });
  it('sets an apostrophe inside a word, and leaves one at its edge', () => {
    expect(typeset("Oma's brunch")).toBe('Oma\u2019s brunch');
    expect(typeset("the players' hour")).toBe("the players' hour");
  });
  it('leaves text without them as it is', () => {
    expect(typeset('Board deck: risks')).toBe('Board deck: risks');
  });
});

describe('asFragment', () => {
  it('drops one closing full stop, none inside', () => {
    expect(asFragment('Starts 2.2 days from now.')).toBe('Starts 2.2 days from now');
    expect(asFragment('After "Lunch".')).toBe('After \u201cLunch\u201d');
  });
});
