import { Menu } from '@mantine/core';
import { IconPencil, IconPlayerPause, IconPlayerPlay, IconSquareOff, IconTrash } from '@tabler/icons-react';
import { statusOn } from '#shared/habits/due-day';
import type { Habit } from '#shared/habits/habit';
import { openEditor } from '../../state/editor';
import { today } from '../../state/navigation';
import { MoreMenu } from '../../ui';
import { deleteHabit, pauseHabit, setHabitStatus } from './habit-actions';

export function HabitMenu({ habit }: { readonly habit: Habit }) {
  const glyph = { size: 14, stroke: 1.6 } as const;
  return (
    <MoreMenu label={`More for ${habit.title}`}>
      <Menu.Item leftSection={<IconPencil {...glyph} />} onClick={() => openEditor({ kind: 'habit', id: habit.id })}>
        Edit
      </Menu.Item>
      {statusOn(habit, today()) === 'active' ? (
        <>
          <Menu.Item leftSection={<IconPlayerPause {...glyph} />} onClick={() => pauseHabit(habit, 6)}>
            Pause for a week
          </Menu.Item>
          <Menu.Item leftSection={<IconPlayerPause {...glyph} />} onClick={() => setHabitStatus(habit, 'paused')}>
            Pause
          </Menu.Item>
        </>
      ) : (
        <Menu.Item leftSection={<IconPlayerPlay {...glyph} />} onClick={() => setHabitStatus(habit, 'active')}>
          Resume
        </Menu.Item>
      )}
      {habit.status === 'ended' ? null : (
        <Menu.Item leftSection={<IconSquareOff {...glyph} />} onClick={() => setHabitStatus(habit, 'ended')}>
          End
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconTrash {...glyph} />} onClick={() => deleteHabit(habit)}>
        Delete
      </Menu.Item>
    </MoreMenu>
  );
}
