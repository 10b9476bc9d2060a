import { isAbsolute, resolve } from 'node:path';

/**
 * The calendar files among the arguments of a start. Electron and Chromium put their own switches and the program's path there too,
 * so only names that end in .ics are taken.
 */
export function openedPaths(argv: readonly string[], workingDirectory: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && /\.(ics|ical|ifb|icalendar)$/i.test(argument))
    .map((path) => (isAbsolute(path) ? path : resolve(workingDirectory, path)));
}
