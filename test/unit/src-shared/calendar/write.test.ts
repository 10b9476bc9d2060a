import { expect, test } from 'vitest';
import { readCalendarFile } from '#shared/calendar/read';
import { writeCalendar } from '#shared/calendar/write';
import { placementSchema } from '#shared/engine/plan';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const WINDOW = { from: parseInstant('2026-11-01T00:00:00Z')!, to: parseInstant('2027-05-01T00:00:00Z')! };

test('[CAL-70] a written plan reads back with the same times', () => {
  const placement = placementSchema.parse({
    kind: 'task',
    id: 't1',
    start: '2026-11-23T08:00:00Z',
    end: '2026-11-23T09:30:00Z',
  });
  const text = writeCalendar({
    entries: [{ placement, title: 'Report, first; draft' }],
    events: [],
    zone: BERLIN,
    now: '2026-11-21T06:00:00Z',
  });
  const bytes = new TextEncoder().encode(text);
  const file = readCalendarFile({ name: 'plan.ics', bytes }, { window: WINDOW, zone: BERLIN, ownAddresses: [] });
  expect(file.report).toEqual([]);
  expect(file.items.flatMap((item) => item.occurrences)).toEqual([
    {
      uid: 'task-t1@daywright',
      title: 'Report, first; draft',
      start: '2026-11-23T08:00:00Z',
      end: '2026-11-23T09:30:00Z',
      allDay: false,
      busy: true,
    },
  ]);
});
