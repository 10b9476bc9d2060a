import { type ParseArgsConfig, parseArgs } from 'node:util';
import { dayNumber, parseDay } from '#shared/time/day';
import { type Instant, MILLISECONDS_PER_DAY, parseInstant } from '#shared/time/instant';
import { parseZone, spanOfDay, type ZoneId } from '#shared/time/zone';
import { BadInput } from './bad-input';

export const EARLIEST_NOW = parseInstant('1000-01-01T00:00:00Z')!;
const LATEST_NOW = parseInstant('9000-01-01T00:00:00Z')!;

type OptionKinds = Readonly<Record<string, 'text' | 'texts' | 'flag'>>;

export interface Given<Names extends string> {
  readonly files: readonly string[];
  text(name: Names): string | null;
  texts(name: Names): readonly string[];
  flag(name: Names): boolean;
}

/** Splits a verb's arguments. Unknown options and missing values are bad input. */
export function readOptions<Kinds extends OptionKinds>(
  args: readonly string[],
  kinds: Kinds,
): Given<Extract<keyof Kinds, string>> {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'texts' };
  }
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(optionProblem(error as NodeJS.ErrnoException, Object.keys(kinds)));
  }
  const { values, positionals } = parsed;
  if (positionals.includes('')) throw new BadInput('"" is no file: expected a path');
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || (Array.isArray(value) && value.includes('')))
      throw new BadInput(`--${name} is "": expected a value`);
  }
  return {
    files: positionals,
    text: (name) => (values[name] as string | undefined) ?? null,
    texts: (name) => (values[name] as string[] | undefined) ?? [],
    flag: (name) => values[name] === true,
  };
}

/** What is wrong in the first sentence of Node's message, and then what was expected. */
function optionProblem({ message, code }: NodeJS.ErrnoException, names: readonly string[]): string {
  const problem = message.split(/\.\s|\n/, 1)[0]!;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return `${problem}: expected ${names.map((name) => `--${name}`).join(', ') || 'no options'}`;
  }
  return `${problem}: expected a value; one that begins with "-" is written --option=VALUE`;
}

export function wholeNumber(option: string, text: string | null, least: number, most: number): number | undefined {
  if (text === null) return undefined;
  const number = Number(text);
  if (/^-?\d+$/.test(text) && number >= least && number <= most) return number;
  throw new BadInput(`${option} is ${JSON.stringify(text)}: expected a whole number from ${least} to ${most}`);
}

export function zoneOption(option: string, text: string): ZoneId {
  const zone = parseZone(text);
  if (zone) return zone;
  throw new BadInput(`${option} is ${JSON.stringify(text)}: expected an IANA time zone such as Europe/Berlin`);
}

export interface Moment {
  readonly at: Instant;
  /**
   * The local time as written, as if it were UTC, in epoch milliseconds. All-day events are dates, not instants: they are compared with
   * this, so that `2026-12-01T00:00:00Z` cuts between 30 November and 1 December whatever the zone.
   */
  readonly asWritten: number;
}

/** The moment to plan from: there must be days before and after it. */
export function nowOption(text: string, zone: ZoneId): Instant {
  const { at } = momentOption('--now', text, zone);
  if (at >= EARLIEST_NOW && at < LATEST_NOW) return at;
  throw new BadInput(`--now is ${JSON.stringify(text)}: expected a moment in the years 1000 to 8999`);
}

/** An instant, or a date meaning its first moment in the zone. */
export function momentOption(option: string, text: string | null, zone: ZoneId): Moment {
  const day = text === null ? null : parseDay(text);
  if (day) return { at: spanOfDay(zone, day).start, asWritten: dayNumber(day) * MILLISECONDS_PER_DAY };
  const at = text === null ? null : parseInstant(text);
  if (text !== null && at !== null) {
    return { at, asWritten: parseInstant(text.replace(/(Z|[+-]\d{2}:?\d{2})$/, 'Z')) ?? at };
  }
  const found = text === null ? 'missing' : JSON.stringify(text);
  throw new BadInput(`${option} is ${found}: expected an ISO 8601 instant such as 2026-11-23T08:00:00Z, or a date`);
}

export function oneOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen) return chosen;
  throw new BadInput(`${option} is ${JSON.stringify(text)}: expected ${choices.join(' or ')}`);
}
