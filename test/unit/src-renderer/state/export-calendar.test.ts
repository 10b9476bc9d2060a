import { beforeEach, expect, it } from 'vitest';
import { commit } from '#renderer/state/commit';
import { exportCalendar } from '#renderer/state/export-calendar';
import { placementKey } from '#renderer/state/placement-key';
import { type Placement, placementSchema } from '#shared/engine/plan';
import { FakeHost } from '../../../helpers/fake-host';
import { start } from '../../../helpers/started-workspace';

const host = new FakeHost({ 'calendar.write': ({ entries }) => ({ ics: `${entries.length}` }) });

function placed(kind: Placement['kind'], id: string, day: string): Placement {
  return placementSchema.parse({ kind, id, start: `2026-11-${day}T09:00:00Z`, end: `2026-11-${day}T10:00:00Z` });
}

/** The clock stands on Tuesday 24 November. */
beforeEach(async () => {
  await start({ host });
  const plan = [
    placed('task', 'a', '22'),
    placed('task', 'b', '25'),
    placed('habit', 'c', '29'),
    placed('task', 'd', '30'),
  ];
  await commit(null, () => ({
    puts: { placements: plan.map((placement) => ({ key: placementKey(placement), placement })) },
  }));
});

const asked = () =>
  host
    .inputs('calendar.write')
    .at(-1)!
    .entries.map(({ placement }) => placement.id);

it('exports the week from Monday to Sunday', async () => {
  expect(await exportCalendar({ kinds: ['task', 'habit'], range: 'week', withEvents: false })).toEqual({
    ok: true,
    value: { ics: '2', entries: 2 },
  });
  expect(asked()).toEqual(['b', 'c']);
});

it('exports by kind, and everything', async () => {
  await exportCalendar({ kinds: ['task'], range: 'fourWeeks', withEvents: false });
  expect(asked()).toEqual(['b', 'd']);
  await exportCalendar({ kinds: ['task', 'habit'], range: 'all', withEvents: true });
  expect(asked()).toEqual(['a', 'b', 'c', 'd']);
});

it('says when there is nothing to export', async () => {
  expect(await exportCalendar({ kinds: ['match'], range: 'all', withEvents: false })).toEqual({
    ok: false,
    error: 'There is nothing to export in this range.',
  });
});
