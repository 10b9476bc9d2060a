// A working week as a workspace: 46 tasks of every kind and 40 events over seven days. The sizes of the source's own example.
const MONDAY = Date.UTC(2026, 10, 23);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const BUSY_WEEK_TASKS = 46;
export const BUSY_WEEK_EVENTS = 40;

const iso = (at: number) => new Date(at).toISOString();

/** The text of the document; "now" is Monday 23 November 2026, 7:00 in Berlin, or later that week. */
export function busyWeekDocument(): string {
  const hours = [['08:00', '20:00']];
  return JSON.stringify({
    format: 'daywright.workspace',
    version: 1,
    settings: {
      timeZone: 'Europe/Berlin',
      horizonDays: 7,
      bufferMinutes: 5,
      workingHours: { '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours },
      energy: [{ from: '09:00', to: '12:00', level: 'high' }],
    },
    calendars: [{ id: 'work', name: 'Work', blocks: true }],
    projects: [1, 2, 3].map((index) => ({ id: `p${index}`, name: `Project ${index}` })),
    events: Array.from({ length: BUSY_WEEK_EVENTS }, (_, index) => {
      // Six a day at most, at 8:00, 10:00, 12:00, …, half an hour or an hour.
      const start = MONDAY + (index % 7) * DAY + (7 + 2 * Math.floor(index / 7)) * HOUR;
      return {
        id: `e${index}`,
        calendarId: 'work',
        uid: `u${index}`,
        title: `Meeting ${index}`,
        start: iso(start),
        end: iso(start + (1 + (index % 2)) * (HOUR / 2)),
        allDay: false,
        busy: true,
      };
    }),
    tasks: Array.from({ length: BUSY_WEEK_TASKS }, (_, index) => ({
      id: `t${index}`,
      title: `Task ${index}`,
      durationMinutes: 15 + 15 * (index % 4),
      priority: 1 + (index % 4),
      energy: ['high', 'medium', 'low', null][index % 4],
      partOfDay: index % 5 === 0 ? 'morning' : null,
      projectId: index % 4 === 3 ? null : `p${1 + (index % 3)}`,
      dueAt: index % 2 === 0 ? iso(MONDAY + (2 + (index % 5)) * DAY + 16 * HOUR) : null,
    })),
  });
}
