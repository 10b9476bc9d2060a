import { describe, expect, it } from 'vitest';
import { parseWith } from '#shared/base/schema';
import { decideReminders, NOTHING_TOLD, type ReminderMemory, reminderAgenda } from '#shared/posts/reminders';
import { workspacePostsSchema } from '#shared/posts/workspace-posts';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const at = (time: string, day = 24) => parseInstant(`2026-11-${day}T${time}:00Z`)!;

const read = parseWith(workspacePostsSchema, {
  queue: [
    { id: 'tips', platform: 'x', title: 'Tips', text: 'Three tips' },
    { id: 'hiring', platform: 'linkedin', title: 'hiring' },
    { id: 'out', platform: 'x', title: 'Out', postedAt: '2026-11-24T07:00:00Z' },
    { id: 'later', platform: 'x', title: 'Later' },
  ],
  placements: [
    ['tips', 'x', '2026-11-24T09:00:00Z'],
    ['hiring', 'linkedin', '2026-11-24T11:00:00Z'],
    ['out', 'x', '2026-11-24T07:00:00Z'],
    ['later', 'x', '2026-12-20T07:00:00Z'],
  ].map(([id, platform, start]) => ({
    id,
    platform,
    start,
    score: 1,
    wave: 1,
    wallTime: '2026-11-24T10:00',
    timeZone: 'Europe/Berlin',
    preferred: null,
  })),
});
if (!read.ok) throw new Error('The posts were not read');
const agenda = reminderAgenda(read.value, BERLIN, true, at('08:00'));
const saidAt = (memory: ReminderMemory, time: string, day = 24) => {
  const decided = decideReminders(agenda, memory, at(time, day));
  return { titles: decided.reminders.map(({ title, body }) => `${title}: ${body}`), ...decided };
};

describe('reminders of posts', () => {
  it('[POST-49] are about what is planned, not out, and soon', () => {
    expect(agenda.planned).toEqual([
      { id: 'tips', title: 'X: Tips', at: '2026-11-24T09:00:00Z', hasText: true },
      { id: 'hiring', title: 'LinkedIn: hiring', at: '2026-11-24T11:00:00Z', hasText: false },
    ]);
  });

  it('[POST-49] call at the time of posting, with the text to copy, and never twice', () => {
    const before = saidAt(NOTHING_TOLD, '08:59');
    expect(before.titles).toEqual([]);
    const due = saidAt(before.memory, '09:00');
    expect(due.reminders).toEqual([
      {
        tag: 'post-tips',
        title: 'Time to post',
        body: 'X: Tips. Its text is ready to copy.',
        postId: 'tips',
        hasText: true,
      },
    ]);
    expect(saidAt(due.memory, '09:01').titles).toEqual([]);
    // Moved to another time it is called again.
    const moved = { ...agenda, planned: [{ ...agenda.planned[0]!, at: '2026-11-24T09:10:00Z' }] };
    expect(decideReminders(moved, due.memory, at('09:10')).reminders).toHaveLength(1);
  });

  it('[POST-54] say everything that passed in a sleep in one digest', () => {
    const asleep = saidAt(NOTHING_TOLD, '08:59').memory;
    const awake = saidAt(asleep, '12:00');
    expect(awake.titles).toEqual(['2 posts are due: X: Tips, LinkedIn: hiring']);
    expect(awake.reminders[0]).toMatchObject({ postId: null });
    expect(saidAt(awake.memory, '12:01').titles).toEqual([]);
    expect(saidAt(asleep, '10:00').titles).toEqual(['A post is due: X: Tips']);
  });

  it('[POST-54] are silent when notices are off, about the day before yesterday, and about what passed before the first look', () => {
    expect(decideReminders({ ...agenda, notices: false }, NOTHING_TOLD, at('09:00')).reminders).toEqual([]);
    expect(saidAt(NOTHING_TOLD, '10:00').titles).toEqual([]);
    expect(saidAt(NOTHING_TOLD, '09:15').titles).toEqual(['Time to post: X: Tips. Its text is ready to copy.']);
    const old = reminderAgenda(read.ok ? read.value : never(), BERLIN, true, at('12:00', 27));
    expect(old.planned).toEqual([]);
  });

  it('[POST-54] are said after the clock was set back', () => {
    const memory: ReminderMemory = { lastLook: '2026-11-25T09:00:00Z', told: [] };
    expect(saidAt(memory, '09:00').titles).toHaveLength(1);
  });
});

function never(): never {
  throw new Error('The posts were not read');
}
