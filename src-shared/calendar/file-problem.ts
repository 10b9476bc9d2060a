// Why a file yields nothing, or not all of itself. Each message names the file, the place, what was found and what was expected.
import type { FileProblem } from './imported';

/** Largest file read, in bytes. 100,000 events take about 100 MB. */
export const LARGEST_FILE = 256 * 1024 * 1024;

export function directoryProblem(name: string): FileProblem {
  return { code: 'directory', message: `${name} is a folder. Expected an .ics file.` };
}

export function unreadableProblem(name: string, reason: string): FileProblem {
  return { code: 'unreadable', message: `${name} cannot be read: ${reason}. Expected an .ics file.` };
}

export function tooLargeProblem(name: string, sizeBytes: number): FileProblem {
  const megabytes = Math.ceil(sizeBytes / 1_048_576).toLocaleString('en-US');
  const most = LARGEST_FILE / 1_048_576;
  return { code: 'tooLarge', message: `${name} holds ${megabytes} MB. Expected a calendar of at most ${most} MB.` };
}

export function truncatedProblem(name: string, line: number, found: string): FileProblem {
  return {
    code: 'truncated',
    message: `${name}: Stops at line ${line.toLocaleString('en-US')}, ${found}. Expected END:VCALENDAR.`,
  };
}

/** All components are whole: many feeds made by hand end so. */
export function endMissingProblem(name: string, line: number): FileProblem {
  return { ...truncatedProblem(name, line, 'after a whole component'), code: 'endMissing' };
}

export function timedOutProblem(name: string, seconds: number, done: number, of: number): FileProblem {
  const progress = `${done.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} events`;
  return { code: 'timedOut', message: `${name} took longer than ${seconds} s: ${progress} were read.` };
}

/** What can be told from the first bytes alone; null when the file may be a calendar. */
export function problemOfBytes(name: string, bytes: Uint8Array): FileProblem | null {
  if (bytes.length > LARGEST_FILE) return tooLargeProblem(name, bytes.length);
  const first = firstMeaningful(bytes);
  if (bytes.length === 0)
    return { code: 'empty', message: `${name} is empty (0 bytes). Expected BEGIN:VCALENDAR on line 1.` };
  if (first < 0) {
    const zeros = bytes.includes(0);
    const found = zeros ? `only NUL bytes (${bytes.length.toLocaleString('en-US')} of them)` : 'only blank lines';
    return {
      code: zeros ? 'notCalendar' : 'empty',
      message: `${name} holds ${found}. Expected BEGIN:VCALENDAR on line 1.`,
    };
  }
  const head = asciiOf(bytes, first, first + 1_024);
  if (/^<(?:!doctype\s+html|html|head|body|\?xml|script|meta)/i.test(head)) {
    const title = /<title[^>]*>\s*([^<]{1,60})/i.exec(head)?.[1]?.trim();
    const found = title ? `a web page (“${title}”)` : 'a web page';
    return {
      code: 'webPage',
      message: `${name} is ${found}, not a calendar: line 1 begins with ${head.slice(0, 15).split('\n')[0]}. Expected BEGIN:VCALENDAR. Often a sign-in page was saved in place of the calendar.`,
    };
  }
  return null;
}

/** For a file in which no calendar was found. */
export function notCalendarProblem(name: string, bytes: Uint8Array): FileProblem {
  const first = Math.max(firstMeaningful(bytes), 0);
  const beginning = asciiOf(bytes, first, first + 40)
    .split('\n')[0]!
    .trim();
  return {
    code: 'notCalendar',
    message: `${name} is not a calendar: line 1 begins with “${beginning}”. Expected BEGIN:VCALENDAR.`,
  };
}

/** Index of the first byte that is not blank, NUL or a byte order mark; -1 when there is none. */
function firstMeaningful(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    const isMark = i < 3 && byte >= 0xbb && (byte === 0xef || byte === 0xbb || byte === 0xbf || byte >= 0xfe);
    if (byte > 32 && !isMark) return i;
  }
  return -1;
}

/** Printable ASCII of a stretch of bytes; everything else becomes a dot, NULs of UTF-16 vanish. */
function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < Math.min(to, bytes.length); i += 1) {
    const byte = bytes[i]!;
    if (byte === 0 || byte === 13) continue;
    text += byte === 10 || (byte >= 32 && byte < 127) ? String.fromCharCode(byte) : '.';
  }
  return text;
}
