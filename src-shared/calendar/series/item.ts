// A series as it is stored: its occurrences inside the window, its versions and a text that can be expanded again on its own.
import type { ImportedItem } from '../imported';
import { addHash, emptyHash, formatHash, hashOfText } from '../text/content-hash';
import type { EventComponent } from './event-component';
import { type ExpansionContext, expandSeries, isRecurring } from './expand-series';
import { instantText } from './instant-text';
import type { Series } from './series';

/** Head lines an item needs to be read the same way without its file. */
export interface ItemHead {
  readonly zone: string;
  readonly isCancelling: boolean;
}

export function itemOf(series: Series, head: ItemHead, context: ExpansionContext): ImportedItem {
  const { master, overrides } = series;
  const components = master ? [master, ...overrides] : overrides;
  const newest = components.length === 1 ? components[0]! : newestOf(components);
  const zones = zoneTextsOf(components);
  return {
    uid: series.key,
    title: (master ?? newest).title,
    ics: textOf(components, zones, head),
    sequence: newest.sequence,
    lastModified: isoOrNull(newest.lastModified),
    stamp: isoOrNull(newest.stamp),
    hash: hashOf(components, zones),
    recurring: master ? isRecurring(master) : true,
    occurrences: expandSeries(series, context),
  };
}

function newestOf(components: readonly EventComponent[]): EventComponent {
  return components.reduce((a, b) => {
    const order =
      b.sequence - a.sequence || (b.lastModified ?? 0) - (a.lastModified ?? 0) || (b.stamp ?? 0) - (a.stamp ?? 0);
    return order > 0 ? b : a;
  });
}

const NO_ZONES: readonly string[] = [];

function zoneTextsOf(components: readonly EventComponent[]): readonly string[] {
  if (components.every((component) => component.zoneTexts.length === 0)) return NO_ZONES;
  return [...new Set(components.flatMap((component) => component.zoneTexts))].sort();
}

function hashOf(components: readonly EventComponent[], zones: readonly string[]): string {
  if (components.length === 1 && zones.length === 0) return formatHash(components[0]!.hash);
  const sum = emptyHash();
  for (const component of components) addHash(sum, component.hash);
  return zones.length === 0 ? formatHash(sum) : hashOfText(formatHash(sum) + zones.join('\n'));
}

function textOf(components: readonly EventComponent[], zones: readonly string[], head: ItemHead): string {
  const hasHead = zones.length > 0 || head.isCancelling || head.zone !== '';
  if (components.length === 1 && !hasHead) return `${HEAD}${closed(components[0]!.text)}${FOOT}`;
  let text = HEAD;
  if (head.isCancelling) text += 'METHOD:CANCEL\n';
  if (head.zone !== '') text += `X-WR-TIMEZONE:${head.zone}\n`;
  for (const zone of zones) text += `${zone}\n`;
  for (const component of components) text += `${closed(component.text)}\n`;
  return `${text}END:VCALENDAR\n`;
}

const HEAD = 'BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Daywright//Calendar item//EN\n';
const FOOT = '\nEND:VCALENDAR\n';

function closed(text: string): string {
  return /\nEND:VEVENT\s*$/i.test(text.slice(-14)) ? text : `${text}\nEND:VEVENT`;
}

function isoOrNull(epoch: number | null): string | null {
  return epoch === null ? null : instantText(epoch);
}
