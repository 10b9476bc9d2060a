import { describe, expect, it } from 'vitest';
import { nextWindow, windowsProblem } from '#renderer/features/settings/time-windows';

describe('windows of a day', () => {
  it('may touch and reach over midnight, and may not overlap', () => {
    expect(
      windowsProblem([
        ['09:00', '12:00'],
        ['12:00', '17:00'],
        ['22:00', '02:00'],
      ]),
    ).toBeNull();
    expect(
      windowsProblem([
        ['13:00', '18:00'],
        ['09:00', '13:30'],
      ]),
    ).toBe('9:00 – 13:30 and 13:00 – 18:00 overlap.');
    expect(
      windowsProblem([
        ['20:00', '02:00'],
        ['22:00', '23:00'],
      ]),
    ).toBe('20:00 – 2:00 and 22:00 – 23:00 overlap.');
  });

  it('offers a further window after the last', () => {
    expect(nextWindow([])).toEqual(['09:00', '17:00']);
    expect(nextWindow([['09:00', '12:00']])).toEqual(['13:00', '17:00']);
    expect(nextWindow([['09:00', '21:30']])).toEqual(['22:30', '24:00']);
  });
});
