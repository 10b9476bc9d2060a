import { describe, expect, it } from 'vitest';
import { agendaOf } from '#renderer/state/agenda';
import { addTask } from '#renderer/state/edit-tasks';
import { storePlan } from '#renderer/state/planning';
import { emptyWorkspace, workspaceNow } from '#renderer/state/workspace';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import { parseInstant } from '#shared/time/instant';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start, TUESDAY_MORNING } from '../../../helpers/started-workspace';

const event = (id: string, calendarId: string, hour: string, more: object = {}) =>
  eventSchema.parse({
    id,
    calendarId,
    uid: id,
    title: id,
    start: `2026-11-24T${hour}:00:00Z`,
    end: `2026-11-24T${hour}:30:00Z`,
    ...more,
  });

describe('the agenda of the tray', () => {
  it('lists events of visible calendars by start and says what is over', () => {
    const state = {
      ...emptyWorkspace(),
      calendars: [
        calendarSchema.parse({ id: 'work', name: 'Work' }),
        calendarSchema.parse({ id: 'club', name: 'Club', visible: false }),
      ],
    };
    const events = [
      event('later', 'work', '15'),
      event('early', 'work', '08'),
      event('hidden', 'club', '12'),
      event('no', 'work', '13', { declined: true }),
    ];
    expect(agendaOf(state, events, parseInstant(TUESDAY_MORNING)!).map((x) => [x.title, x.done])).toEqual([
      ['early', true],
      ['later', false],
    ]);
  });

  it('is pushed when the plan changes, and not twice the same', async () => {
    const { host } = await start();
    await addTask({ title: 'Report', durationMinutes: 60 });
    const plan = planOf('p1', [placed('task', 'task-1', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z')]);
    await storePlan(plan, 'Plan');
    await expect
      .poll(() =>
        host
          .inputs('agenda.push')
          .at(-1)
          ?.entries.map((x) => x.title),
      )
      .toEqual(['Report']);
    const pushes = host.inputs('agenda.push').map((input) => JSON.stringify(input));
    expect(new Set(pushes).size).toBe(pushes.length);
    expect(workspaceNow().status).toBe('ready');
  });
});
