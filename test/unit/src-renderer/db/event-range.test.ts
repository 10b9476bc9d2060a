import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DaywrightDatabase, openDatabase } from '#renderer/db/database';
import { eventRow, readEventsBetween } from '#renderer/db/event-range';
import { eventSchema } from '#shared/calendar/event';
import { formatInstant, instant, parseInstant } from '#shared/time/instant';

let db: DaywrightDatabase;

beforeEach(async () => {
  db = await openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});

async function store(...events: [id: string, start: string, end: string][]): Promise<void> {
  await db.events.bulkPut(
    events.map(([id, start, end]) =>
      eventRow(eventSchema.parse({ id, calendarId: 'work', uid: id, title: id, start, end })),
    ),
  );
}

async function between(from: string, to: string): Promise<string[]> {
  return (await readEventsBetween(db, parseInstant(from)!, parseInstant(to)!)).map((event) => event.id);
}

describe('readEventsBetween', () => {
  it('finds what overlaps, half-open at both ends', async () => {
    await store(
      ['ends at from', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'],
      ['reaches in', '2026-11-24T08:30:00Z', '2026-11-24T09:01:00Z'],
      ['inside', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z'],
      ['reaches out', '2026-11-24T11:59:00Z', '2026-11-24T15:00:00Z'],
      ['starts at to', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'],
    );
    expect(await between('2026-11-24T09:00:00Z', '2026-11-24T12:00:00Z')).toEqual([
      'reaches in',
      'inside',
      'reaches out',
    ]);
  });

  it('finds events that began long before, of every length class', async () => {
    await store(
      ['a day', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'],
      ['just over a day', '2026-11-23T10:00:00Z', '2026-11-24T10:01:00Z'],
      ['a week', '2026-11-18T00:00:00Z', '2026-11-25T00:00:00Z'],
      ['a month', '2026-10-26T00:00:00Z', '2026-11-26T00:00:00Z'],
      ['five years', '2023-01-01T00:00:00Z', '2028-01-01T00:00:00Z'],
      ['a week that is over', '2026-11-10T00:00:00Z', '2026-11-17T00:00:00Z'],
      ['a year that is over', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    );
    expect(await between('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z')).toEqual([
      'five years',
      'a month',
      'a week',
      'just over a day',
      'a day',
    ]);
  });

  it('finds events without length inside the range, the start included', async () => {
    await store(
      ['at from', '2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z'],
      ['within', '2026-11-24T09:30:00Z', '2026-11-24T09:30:00Z'],
      ['at to', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
    );
    expect(await between('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z')).toEqual(['at from', 'within']);
  });

  it('reads only near rows of 10,000, whatever the longest event is', async () => {
    const first = parseInstant('2026-01-01T00:00:00Z')!;
    await store(
      ...Array.from({ length: 10_000 }, (_, index): [string, string, string] => {
        const start = first + index * 3_600_000;
        return [`e${index}`, formatInstant(instant(start)), formatInstant(instant(start + 1_800_000))];
      }),
      ['long', '2026-01-01T00:00:00Z', '2027-12-31T00:00:00Z'],
    );
    const found = await between('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z');
    expect(found).toHaveLength(7 * 24 + 1);
    expect(found[0]).toBe('long');
  });
});
