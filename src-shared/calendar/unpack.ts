// Google exports all calendars as one .zip of .ics files. Sizes are looked at before anything is unpacked: a small file may claim to hold
// more than any memory.
import { type UnzipFileInfo, unzipSync } from 'fflate';
import { failed, ok, type Result } from '../base/result';
import { LARGEST_FILE } from './file-problem';

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MOST_FILES = 200;

/** The calendar files of an archive, in its order and without their folders; a sentence for the user on failure. Archives inside stay closed. */
export function unpackCalendars(name: string, bytes: Uint8Array): Result<readonly PackedFile[], string> {
  let wanted = 0;
  let size = 0;
  const isWanted = (file: UnzipFileInfo): boolean => {
    if (!isCalendarName(file.name)) return false;
    wanted += 1;
    size += file.originalSize;
    return wanted <= MOST_FILES && size <= LARGEST_FILE;
  };
  try {
    const unpacked = unzipSync(bytes, { filter: isWanted });
    if (wanted > MOST_FILES) return failed(`${name} holds ${wanted} calendars: expected at most ${MOST_FILES}`);
    if (size > LARGEST_FILE) {
      const megabytes = (bytesNumber: number): string => Math.round(bytesNumber / 1_048_576).toLocaleString('en-US');
      return failed(`${name} unpacks to ${megabytes(size)} MB: expected at most ${megabytes(LARGEST_FILE)} MB`);
    }
    const files = Object.entries(unpacked).map(([path, content]) => ({
      name: path.split('/').at(-1)!,
      bytes: content as Uint8Array<ArrayBuffer>,
    }));
    return files.length > 0 ? ok(files) : failed(`${name} holds no calendar: expected .ics files in it`);
  } catch (error) {
    return failed(`${name} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** macOS adds shadows of its own (`__MACOSX/._work.ics`), which are no calendars. */
function isCalendarName(path: string): boolean {
  const file = path.split('/').at(-1)!;
  return /\.(ics|ical|ifb|icalendar|vcs)$/i.test(file) && !file.startsWith('._');
}
