import { describe, expect, it } from 'vitest';
import { parseBrowserOptions } from '#main/hosts/browser/options';

describe('options of the browser door', () => {
  it('have the usual port and open the browser', () => {
    expect(parseBrowserOptions([])).toEqual({
      ok: true,
      value: { open: true, port: 47615, dataFolder: null, files: [], help: false },
    });
  });

  it('take everything at once', () => {
    expect(parseBrowserOptions(['--no-open', '--port', '0', '--data', 'here', 'a.ics', 'b.ics'])).toEqual({
      ok: true,
      value: { open: false, port: 0, dataFolder: 'here', files: ['a.ics', 'b.ics'], help: false },
    });
  });

  it.each([
    [['--port', 'x'], '--port is "x": expected a number from 0 to 65535'],
    [['--port', '70000'], '--port is "70000": expected a number from 0 to 65535'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--data'], "Option '--data <value>' argument missing"],
  ])('refuse %j in one line', (args, message) => {
    const parsed = parseBrowserOptions(args);
    expect(!parsed.ok && parsed.error).toContain(message);
    expect(!parsed.ok && parsed.error).not.toContain('\n');
  });
});
