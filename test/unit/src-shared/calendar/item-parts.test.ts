import { expect, test } from 'vitest';
import type { ImportedItem } from '#shared/calendar/imported';
import { itemParts, itemsOfPart } from '#shared/calendar/item-parts';
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

test('[CAL-76] a file without items gives no part', () => {
  const given: Uint8Array[] = [];
  itemParts((part) => given.push(part)).end();
  expect(given).toEqual([]);
});

test('[CAL-76] a part that holds no items is told, not thrown', () => {
  const told = (text: string) => itemsOfPart(new TextEncoder().encode(text));
  expect(told('[{"uid":"a"}]')).toMatchObject({ ok: false, error: expect.stringContaining('[0].title') });
  expect(told('[')).toMatchObject({ ok: false, error: expect.stringContaining('cannot be read') });
  expect(itemsOfPart(new Uint8Array([0xff]))).toEqual({ ok: false, error: 'A part of the calendar is not UTF-8' });
});
