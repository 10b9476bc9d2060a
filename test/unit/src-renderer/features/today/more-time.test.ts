import { describe, expect, it } from 'vitest';
import type { AgendaBlock, DayAgenda } from '#renderer/features/today/day-agenda';
import { moreTime } from '#renderer/features/today/more-time';
import { taskSchema } from '#shared/tasks/task';
import { instant } from '#shared/time/instant';

const minute = (count: number) => instant(count * 60_000);
const block = (key: string, from: number, to: number, more: Partial<AgendaBlock> = {}): AgendaBlock => ({
  key,
  kind: 'task',
  id: key,
  title: key,
  meta: '',
  start: minute(from),
  end: minute(to),
  state: 'planned',
  locked: false,
  slack: 'none',
  edge: null,
  busy: true,
  dueAt: null,
  calendar: '',
  piece: null,
  ...more,
});
const agenda = (...blocks: AgendaBlock[]): DayAgenda => ({
  span: { start: minute(0), end: minute(1440) },
  blocks,
  allDay: [],
});
const TASK = taskSchema.parse({ id: 'deck', title: 'Deck', durationMinutes: 90, pinnedStart: '1970-01-01T09:30:00Z' });
const DECK = block('deck', 570, 660);

describe('half an hour more', () => {
  it('lets the block grow over free time and over what planning can move', () => {
    const other = block('other', 660, 720);
    expect(moreTime(TASK, DECK, agenda(DECK, other))).toEqual({ kind: 'grow', minutes: 120 });
  });

  it('makes a second piece where an event or a locked block follows', () => {
    const piece = {
      kind: 'piece',
      patch: { durationMinutes: 120, split: { minMinutes: 30, maxMinutes: 120 }, pinnedStart: null },
    };
    expect(moreTime(TASK, DECK, agenda(DECK, block('review', 660, 720, { kind: 'event' })))).toEqual(piece);
    expect(moreTime(TASK, DECK, agenda(DECK, block('locked', 680, 720, { locked: true })))).toEqual(piece);
  });

  it('grows into an event that takes no time', () => {
    const free = block('fair', 660, 720, { kind: 'event', busy: false });
    expect(moreTime(TASK, DECK, agenda(DECK, free)).kind).toBe('grow');
  });

  it('keeps the parts a task already allows', () => {
    const split = { minMinutes: 45, maxMinutes: 90 };
    const event = block('review', 660, 720, { kind: 'event' });
    expect(moreTime({ ...TASK, split }, DECK, agenda(DECK, event))).toMatchObject({ patch: { split } });
  });
});
