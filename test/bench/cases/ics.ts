// Reading and expanding a large calendar, against bare ical.js parsing (and nothing else) of the same text in the same run.
import ICAL from 'ical.js';
import { readCalendarFile } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { BenchCase } from '../bench-case';
import { generateCalendar } from '../generate-calendar';

const YEAR = { from: parseInstant('2026-06-01T00:00:00Z')!, to: parseInstant('2027-06-01T00:00:00Z')! };
const BERLIN = parseZone('Europe/Berlin')!;
const OPTIONS = { window: YEAR, zone: BERLIN, ownAddresses: [] };

interface Prepared {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const prepared = new Map<string, Prepared>();
const counts: string[] = [];

function prepare(style: 'google' | 'outlook', events: number): void {
  const text = generateCalendar({ events, seed: 7, style });
  const bytes = new TextEncoder().encode(text);
  prepared.set(style, { text, bytes });
  const file = readCalendarFile({ name: `${style}.ics`, bytes }, OPTIONS);
  const occurrences = file.items.reduce((sum, item) => sum + item.occurrences.length, 0);
  const megabytes = (bytes.length / 1_048_576).toFixed(1);
  counts.push(`${style}: ${megabytes} MB, ${file.items.length} items, ${occurrences} occurrences in the year`);
}

function read(style: 'google' | 'outlook'): void {
  const { bytes } = prepared.get(style)!;
  const file = readCalendarFile({ name: `${style}.ics`, bytes }, OPTIONS);
  if (file.problem || file.items.length === 0) throw new Error(`The generated ${style} calendar was not read`);
}

export const icsCase: BenchCase = {
  name: 'ics',
  describe: 'Read 10,000 events and expand one year, against ICAL.parse of the same text',
  bar: 'read+expand <= 1.5 x ical.js parse',
  setUp() {
    counts.length = 0;
    prepare('google', 10_000);
    prepare('outlook', 10_000);
  },
  variants: {
    'google read+expand': () => read('google'),
    'google ical.js parse': () => ICAL.parse(prepared.get('google')!.text),
    'outlook read+expand': () => read('outlook'),
    'outlook ical.js parse': () => ICAL.parse(prepared.get('outlook')!.text),
  },
  ratios: [
    ['google read+expand', 'google ical.js parse'],
    ['outlook read+expand', 'outlook ical.js parse'],
  ],
  runs: 9,
  note: () => counts.join('; '),
};
