// One unfolded content line (RFC 5545 3.1), read tolerantly: parameters in any case, values with stray quotes, names with colons in them.

export interface DateLine {
  /** The values after the last colon, still separated by commas. */
  readonly value: string;
  /** TZID as written, without quotes; null when there is none. */
  readonly zoneName: string | null;
  /** VALUE=, upper case; empty when not given. */
  readonly valueType: string;
  /** RANGE=, upper case; empty when not given. */
  readonly range: string;
}

/** Index at which the name of the content line that begins at `from` ends (`:` or `;`), or -1 when there is none. */
export function endOfName(line: string, from = 0): number {
  for (let i = from; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    if (code === 58 || code === 59) return i === from ? -1 : i;
    const isName =
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      code === 45 ||
      code === 95;
    if (!isName) return -1;
  }
  return -1;
}

/**
 * A date property. Date values hold no colon but in ISO form, while zone names do when a program forgot the quotes
 * (`TZID=(UTC+01:00) Amsterdam, Berlin:20261123T090000`): so the value is taken from behind the last colon before a digit run.
 */
export function readDateLine(line: string, nameEnd: number): DateLine {
  const colon = line.charCodeAt(nameEnd) === 58 ? nameEnd : startOfDateValue(line, nameEnd);
  const value = line.slice(colon + 1);
  if (colon === nameEnd) return { value, zoneName: null, valueType: '', range: '' };
  const { zoneName, valueType, range } = parametersOf(line.slice(nameEnd, colon));
  return { value, zoneName, valueType, range };
}

type DateParameters = Omit<DateLine, 'value'>;

// A file writes the same few heads thousands of times.
const knownParameters = new Map<string, DateParameters>();
const MOST_KNOWN = 500;

function parametersOf(header: string): DateParameters {
  let parameters = knownParameters.get(header);
  if (!parameters) {
    parameters = {
      zoneName: parameterOf(header, 'TZID'),
      valueType: parameterOf(header, 'VALUE')?.toUpperCase() ?? '',
      range: parameterOf(header, 'RANGE')?.toUpperCase() ?? '',
    };
    if (knownParameters.size >= MOST_KNOWN) knownParameters.clear();
    knownParameters.set(header, parameters);
  }
  return parameters;
}

function startOfDateValue(line: string, nameEnd: number): number {
  const isoValue = /:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?\s*$/.exec(line);
  if (isoValue) return isoValue.index;
  const last = line.lastIndexOf(':');
  return last > nameEnd ? last : line.length;
}

/** Where the value of any other line begins: behind the first colon outside quotes. */
export function startOfValue(line: string, nameEnd: number): number {
  let quoted = false;
  for (let i = nameEnd; i < line.length; i += 1) {
    const code = line.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (code === 58 && !quoted) return i + 1;
  }
  // A quote that never closes: take the first colon.
  const colon = line.indexOf(':', nameEnd);
  return colon < 0 ? line.length : colon + 1;
}

/** A parameter's value from a header such as `;TZID="W. Europe Standard Time";VALUE=DATE`, quotes removed. */
export function parameterOf(header: string, name: string): string | null {
  let at = 0;
  while (at < header.length) {
    const semicolon = header.indexOf(';', at);
    if (semicolon < 0) return null;
    const end = endOfParameter(header, semicolon + 1);
    const equals = header.indexOf('=', semicolon);
    if (
      equals > 0 &&
      equals < end &&
      header
        .slice(semicolon + 1, equals)
        .trim()
        .toUpperCase() === name
    ) {
      return decodeParameter(header.slice(equals + 1, end));
    }
    at = end;
  }
  return null;
}

function endOfParameter(header: string, from: number): number {
  let quoted = false;
  for (let i = from; i < header.length; i += 1) {
    const code = header.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (code === 59 && !quoted) return i;
  }
  return header.length;
}

/** Strips quotes and decodes RFC 6868 carets. */
function decodeParameter(text: string): string {
  const bare = text.trim().replaceAll('"', '');
  return bare.includes('^')
    ? bare.replace(/\^(['^n])/g, (_, code) => (code === 'n' ? '\n' : code === "'" ? '"' : '^'))
    : bare;
}

/** TEXT value: `\n`, `\,`, `\;` and `\\` decoded. */
export function decodeText(text: string): string {
  if (!text.includes('\\')) return text;
  let decoded = '';
  let copied = 0;
  for (
    let at = text.indexOf('\\');
    at >= 0 && at + 1 < text.length;
    at = text.indexOf('\\', copied + (copied === at ? 1 : 0))
  ) {
    const code = text[at + 1]!;
    decoded += text.slice(copied, at) + (code === 'n' || code === 'N' ? '\n' : code);
    copied = at + 2;
  }
  return decoded + text.slice(copied);
}
