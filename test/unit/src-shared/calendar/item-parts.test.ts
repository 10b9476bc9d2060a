import { expect, test } from 'vitest';
import type { ImportedItem } from '#shared/calendar/imported';
import { firstStartOf, itemParts, itemsOfPart, packedItemsOfPart, wholeItem } from '#shared/calendar/item-parts';
import { readCalendarFile } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { generateCalendar } from '../../../bench/generate-calendar';

const options = {
  window: { from: parseInstant('2026-11-01T00:00:00Z')!, to: parseInstant('2027-01-01T00:00:00Z')! },
  zone: parseZone('Europe/Berlin')!,
  ownAddresses: [],
};

test('[CAL-76] the parts of a file are its items, in order and a few at a time', () => {
  const bytes = new TextEncoder().encode(generateCalendar({ events: 400, seed: 5, style: 'google' }));
  const whole = readCalendarFile({ name: 'a.ics', bytes }, options);

  const given: Uint8Array[] = [];
  const parts = itemParts((part) => given.push(part));
  const rest = readCalendarFile({ name: 'a.ics', bytes }, options, { onItem: parts.add });
  parts.end();

  expect(rest).toEqual({ ...whole, items: [] });
  expect(given.length).toBeGreaterThan(4);
  const together: ImportedItem[] = given.flatMap((part) => {
    const taken = itemsOfPart(part);
    return taken.ok ? taken.value : [];
  });
  expect(together).toEqual(whole.items);
});

test('[CAL-76] a packed item says what a comparison needs, and the rest when it is asked for', () => {
  const item: ImportedItem = {
    uid: 'ü1',
    title: '会議',
    ics: 'BEGIN:VCALENDAR',
    sequence: 3,
    lastModified: '2026-09-01T08:00:00Z',
    stamp: null,
    hash: 'h',
    recurring: false,
    occurrences: [
      {
        uid: 'ü1',
        title: '会議',
        start: '2026-11-24T09:00:00Z',
        end: '2026-11-24T10:00:00Z',
        allDay: false,
        busy: true,
      },
    ],
  };
  const never = { ...item, uid: 'n', occurrences: [] };
  const given: Uint8Array[] = [];
  const parts = itemParts((part) => given.push(part));
  for (const one of [item, never]) parts.add(one);
  parts.end();
  const packed = packedItemsOfPart(given[0]!);
  if (!packed.ok) throw new Error(packed.error);
  const [first, second] = packed.value;
  const { uid, title, sequence, lastModified, stamp, hash, recurring } = first!;
  expect([uid, title, sequence, lastModified, stamp, hash, recurring]).toEqual([
    'ü1',
    '会議',
    3,
    '2026-09-01T08:00:00Z',
    null,
    'h',
    false,
  ]);
  expect([first!.ics, first!.occurrences]).toEqual([item.ics, item.occurrences]);
  expect([firstStartOf(first!), firstStartOf(second!), firstStartOf(item), firstStartOf(never)]).toEqual([
    '2026-11-24T09:00:00Z',
    null,
    '2026-11-24T09:00:00Z',
    null,
  ]);
  expect([wholeItem(first!), wholeItem(second!), wholeItem(item)]).toEqual([item, never, item]);
});

test('[CAL-76] a file without items gives no part', () => {
  const given: Uint8Array[] = [];
  itemParts((part) => given.push(part)).end();
  expect(given).toEqual([]);
});

test('[CAL-76] a part that holds no items is told, not thrown', () => {
  const told = (text: string) => itemsOfPart(new TextEncoder().encode(text));
  const head = ['a', 'A', 0, null, null, 'h', false, null];
  expect(told('["a"]\n')).toMatchObject({ ok: false, error: expect.stringContaining('[0] is "a"') });
  expect(told('[\n')).toMatchObject({ ok: false, error: expect.stringContaining('cannot be read') });
  expect(told(`${JSON.stringify([[...head, 2]])}\n{}`)).toMatchObject({
    ok: false,
    error: expect.stringContaining('The item a cannot be read: uid is missing'),
  });
  expect(told(`${JSON.stringify([[...head, 3]])}\n{}`)).toEqual({
    ok: false,
    error: 'A part of the calendar has 43 bytes, its heads name 44',
  });
  const noLine = { ok: false, error: 'A part of the calendar does not begin with a line of UTF-8' };
  expect(told('[]')).toEqual(noLine);
  expect(itemsOfPart(new Uint8Array([0xff, 10]))).toEqual(noLine);
});
