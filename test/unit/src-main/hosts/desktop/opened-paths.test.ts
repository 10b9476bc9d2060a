import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openedPaths } from '#main/hosts/desktop/opened-paths';

describe('opened paths', () => {
  it('are the calendar files among the arguments, made absolute', () => {
    const argv = ['daywright', '.', '--original-process-start-time=1', 'a.ics', '/b/C.ICS', 'notes.txt', '--x.ics'];
    expect(openedPaths(argv, '/home-of-it')).toEqual([resolve('/home-of-it', 'a.ics'), '/b/C.ICS']);
  });
});
