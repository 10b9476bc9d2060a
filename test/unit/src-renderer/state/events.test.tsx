import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importWorkspace } from '#renderer/state/backup';
import { updateCalendar } from '#renderer/state/edit-settings';
import { useEventsBetween } from '#renderer/state/events';
import { parseInstant } from '#shared/time/instant';
import { start } from '../../../helpers/started-workspace';

const FROM = parseInstant('2026-11-24T00:00:00Z')!;
const TO = parseInstant('2026-11-25T00:00:00Z')!;

function Titles() {
  const { events, loading } = useEventsBetween(FROM, TO);
  return <output>{loading ? 'reading' : events.map((event) => event.title).join(', ') || 'none'}</output>;
}

const event = (id: string, calendarId: string, hour: string) => ({
  id,
  calendarId,
  uid: id,
  title: id,
  start: `2026-11-24T${hour}:00:00Z`,
  end: `2026-11-24T${hour}:30:00Z`,
});

beforeEach(async () => {
  await start();
});
afterEach(cleanup);

describe('useEventsBetween', () => {
  it('follows imports and leaves hidden calendars out', async () => {
    render(<Titles />);
    expect(await screen.findByText('none')).toBeTruthy();
    await act(() =>
      importWorkspace(
        JSON.stringify({
          format: 'daywright.workspace',
          version: 1,
          settings: { timeZone: 'UTC' },
          calendars: [
            { id: 'work', name: 'Work' },
            { id: 'club', name: 'Club' },
          ],
          events: [
            event('Training', 'club', '18'),
            event('Stand-up', 'work', '09'),
            { ...event('Elsewhere', 'work', '09'), start: '2026-11-20T09:00:00Z', end: '2026-11-20T10:00:00Z' },
          ],
        }),
      ),
    );
    expect(await screen.findByText('Stand-up, Training')).toBeTruthy();
    await act(() => updateCalendar('club', { visible: false }));
    expect(await screen.findByText('Stand-up')).toBeTruthy();
  });
});
