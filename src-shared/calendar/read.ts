// The reading of an .ics file: bytes in, items with their occurrences and a report out. Component by component, so that a bad one
// costs nothing but itself; nothing here throws for what a file may contain.

import {
  endMissingProblem,
  LARGEST_FILE,
  notCalendarProblem,
  problemOfBytes,
  timedOutProblem,
  truncatedProblem,
} from './file-problem';
import type { FileProblem, ImportedFile, ImportedItem, ReadOptions } from './imported';
import { type Notes, newNotes } from './notes';
import { type AddressCounts, addressCounts } from './series/address-counts';
import { componentReader } from './series/component-source';
import { type ComponentContext, type EventComponent, readEventComponent } from './series/event-component';
import type { ExpansionContext } from './series/expand-series';
import { type ItemHead, itemOf } from './series/item';
import { seriesOf } from './series/series';
import { type ZoneBook, zoneBook } from './series/zone-book';
import { hashOfText } from './text/content-hash';
import { prepareBytes } from './text/encoding';
import { type Outline, outlineOf } from './text/outline';
import { clockOfZone } from './zones/clock';
import { type EmbeddedZone, readEmbeddedZone } from './zones/vtimezone';

export interface ReadControl {
  /** 0 to 1, never falling. */
  onProgress?(fraction: number): void;
  /** Milliseconds of any monotonic clock; without it there is no time limit. */
  now?(): number;
  /** Takes the items as they are read; the result then holds none, and memory stays flat. */
  onItem?(item: ImportedItem): void;
  /** Asked between events; once true, reading ends with what was read. The caller, who cancelled, drops it. */
  isCancelled?(): boolean;
}

export { LARGEST_FILE };

/** Seconds a file may take: a share for every file and more for large ones. An honest file of 100 MB takes a fifth of it. */
export function timeLimitSeconds(sizeBytes: number): number {
  return 2 + Math.ceil(sizeBytes / 1_048_576);
}

/** Reads a file and expands it inside `options.window`. */
export function readCalendarFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: ReadOptions,
  control: ReadControl = {},
): ImportedFile {
  const { name, bytes } = file;
  const result: ImportedFile = {
    name,
    sizeBytes: bytes.length,
    source: 'other',
    calendarName: name.replace(/\.[^.]*$/, '').trim() || name,
    items: [],
    report: [],
    problem: problemOfBytes(name, bytes),
  };
  if (result.problem) return result;
  const notes = newNotes();
  const source = prepareBytes(bytes);
  const outline = outlineOf(source.bytes);
  if (outline.calendars.length === 0 && outline.events.length === 0) {
    result.problem = notCalendarProblem(name, bytes);
    return result;
  }
  const head = outline.calendars.find((calendar) => calendar.name !== '') ?? outline.calendars[0];
  if (head?.name) result.calendarName = head.name;
  result.source = sourceOf(outline);
  noteWhatIsAround(outline, source.encoding, notes);
  const run = startRun(bytes.length, control);
  const addresses = options.ownAddresses.length === 0 ? addressCounts() : null;
  result.items = readItems(source.bytes, outline, options, notes, run, { onItem: control.onItem, addresses });
  result.report = notes.lines();
  const asked = addresses?.mostFrequent();
  if (asked) result.addresses = asked;
  result.problem = endingProblem(name, outline, run);
  control.onProgress?.(1);
  return result;
}

/** What happens beside the reading of a file, and not when stored items are read again. */
interface ReadingAside {
  readonly onItem?: ((item: ImportedItem) => void) | undefined;
  readonly addresses?: AddressCounts | null;
}

/** Items of prepared bytes: also the way stored items are read again. */
export function readItems(
  bytes: Uint8Array,
  outline: Outline,
  options: ReadOptions,
  notes: Notes,
  run: Run,
  { onItem, addresses = null }: ReadingAside = {},
): ImportedItem[] {
  const reader = componentReader(bytes, notes);
  const books = zoneBooks(bytes, outline, options, notes);
  const ownAddresses = new Set(options.ownAddresses.map((address) => address.toLowerCase().replace(/^mailto:/, '')));
  const contexts = books.map((book, index): ComponentContext => {
    const isCancelling = outline.calendars[index]?.method === 'CANCEL';
    const { zoneFor, floating, dayZoneTexts } = book;
    return { zoneFor, floating, dayZoneTexts, ownAddresses, isCancelling, addresses, notes };
  });

  const groups = new Map<string, { calendar: number; components: EventComponent[] }>();
  const blocks = outline.events;
  // A file cut inside an event: what is left of it would be read as a whole event, and wrongly.
  const whole =
    outline.cut === 'insideComponent' && blocks.at(-1)?.closed === false ? blocks.length - 1 : blocks.length;
  for (let index = 0; index < whole; index += 1) {
    if (run.mustEnd(index, blocks.length, 0, 0.6)) break;
    const block = blocks[index]!;
    const component = readEventComponent(reader.read(block), contexts[block.calendar]!);
    if (!component) continue;
    const uid = component.uid === '' ? derivedUid(component) : component.uid;
    const group = groups.get(uid);
    if (group) group.components.push(component);
    else groups.set(uid, { calendar: block.calendar, components: [component] });
  }

  const expansions = books.map((book): ExpansionContext => {
    const userClock = clockOfZone(options.zone);
    return { window: options.window, userClock, dayClocks: book.dayClocks, floating: book.floating, notes };
  });
  const heads = outline.calendars.map((calendar): ItemHead => {
    return { zone: calendar.zone, isCancelling: calendar.method === 'CANCEL' };
  });
  const items: ImportedItem[] = [];
  const take = onItem ?? ((item: ImportedItem) => void items.push(item));
  const count = groups.size;
  let done = 0;
  for (const [uid, { calendar, components }] of groups) {
    if (run.mustEnd(done, count, 0.6, 1)) break;
    done += 1;
    for (const series of seriesOf(uid, components, notes))
      take(itemOf(series, heads[calendar]!, expansions[calendar]!));
    // What was handed on is not kept here.
    groups.delete(uid);
  }
  return items;
}

/** An event without UID is known again by what it is: start, title and place. */
function derivedUid({ start, title, location }: EventComponent): string {
  return `daywright-${hashOfText(`${start.local}\n${start.clock?.name ?? 'date'}\n${title}\n${location}`)}`;
}

function zoneBooks(bytes: Uint8Array, outline: Outline, options: ReadOptions, notes: Notes): ZoneBook[] {
  const embedded = outline.calendars.map(() => new Map<string, EmbeddedZone>());
  const reader = componentReader(bytes, notes);
  for (const block of outline.zones) {
    const zone = readEmbeddedZone(reader.read(block).text);
    if (zone) embedded[block.calendar]!.set(zone.id, zone);
  }
  return outline.calendars.map((calendar, index) =>
    zoneBook(embedded[index]!, calendar.zone, options.zone, options.zoneOverrides ?? {}, notes),
  );
}

/** One run of reading: progress, time limit and cancellation, asked about once every few events. */
export interface Run {
  readonly ending: () =>
    | 'running'
    | 'cancelled'
    | { readonly seconds: number; readonly done: number; readonly of: number };
  mustEnd(done: number, of: number, from: number, to: number): boolean;
}

const EVENTS_BETWEEN_CHECKS = 32;

export function startRun(sizeBytes: number, control: ReadControl): Run {
  const seconds = timeLimitSeconds(sizeBytes);
  const started = control.now?.() ?? 0;
  let ending: ReturnType<Run['ending']> = 'running';
  return {
    ending: () => ending,
    mustEnd(done, of, from, to) {
      if (ending !== 'running') return true;
      if (done % EVENTS_BETWEEN_CHECKS !== 0) return false;
      control.onProgress?.(from + (to - from) * (done / of));
      if (control.isCancelled?.()) ending = 'cancelled';
      else if (control.now && control.now() - started > seconds * 1000) ending = { seconds, done, of };
      return ending !== 'running';
    },
  };
}

function endingProblem(name: string, outline: Outline, run: Run): FileProblem | null {
  const ending = run.ending();
  if (typeof ending === 'object') return timedOutProblem(name, ending.seconds, ending.done, ending.of);
  if (outline.cut === 'insideComponent') {
    return truncatedProblem(
      name,
      outline.lines,
      `inside the component that begins at line ${outline.cutLine.toLocaleString('en-US')}`,
    );
  }
  return outline.cut === 'beforeEnd' ? endMissingProblem(name, outline.lines) : null;
}

function sourceOf(outline: Outline): ImportedFile['source'] {
  const products = outline.calendars.map((calendar) => calendar.productId).join(' ');
  if (/google/i.test(products)) return 'google';
  if (/microsoft|outlook|exchange/i.test(products)) return 'outlook';
  return /apple|\/\/ical/i.test(products) ? 'apple' : 'other';
}

const NOT_READ: Readonly<Record<string, string>> = {
  VTODO: 'A to-do',
  VJOURNAL: 'A journal entry',
  VFREEBUSY: 'A free-busy list',
};

function noteWhatIsAround(outline: Outline, encoding: string, notes: Notes): void {
  if (encoding !== 'utf-8') {
    const message = `The file is in ${encoding.toUpperCase()}`;
    notes.add({ severity: 'repaired', code: 'text.utf16', message, repair: 'Read as such', line: null });
  }
  for (const [component, { count, line }] of outline.others) {
    const message = NOT_READ[component] ?? `A component ${component.slice(0, 40)}`;
    for (let i = 0; i < count; i += 1) {
      notes.add({ severity: 'leftOut', code: 'component.notRead', message, repair: 'Only events are read', line });
    }
  }
  if (outline.tooDeepLine > 0) {
    notes.add({
      severity: 'leftOut',
      code: 'limit.depth',
      message: 'Components nested deeper than 12 levels',
      repair: 'The inner ones are passed over',
      line: outline.tooDeepLine,
    });
  }
}
