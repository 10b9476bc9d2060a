import { describe, expect, it } from 'vitest';
import { asFragment, typeset } from '#renderer/ui/typeset';

describe('typeset', () => {
  it('pairs straight quotes', () => {
    expect(typeset('After "Team stand-up", before "Lunch"')).toBe(
      'After \u201cTeam stand-up\u201d, before \u201cLunch\u201d',
    );
  });
  it('leaves text without them as it is', () => {
    expect(typeset("Oma's brunch")).toBe("Oma's brunch");
  });
});

describe('asFragment', () => {
  it('drops one closing full stop, none inside', () => {
    expect(asFragment('Starts 2.2 days from now.')).toBe('Starts 2.2 days from now');
    expect(asFragment('After "Lunch".')).toBe('After \u201cLunch\u201d');
  });
});
