import { Menu } from '@mantine/core';
import { IconCheck, IconPencil, IconPlayerSkipForward, IconRotate, IconTrash } from '@tabler/icons-react';
import { openEditor } from '../../state/editor';
import { useWorkspace } from '../../state/workspace';
import { Kbd, MoreMenu } from '../../ui';
import { deleteWork, skipHabit, skipTaskOf, toggleDone } from './row-actions';
import type { WorkRow } from './schedule-rows';

const GLYPH = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;

/** What else can be done to a block. */
export function InspectorMenu({ row }: { readonly row: WorkRow }) {
  const repeats = useWorkspace(
    ({ tasks }) => row.kind === 'task' && tasks.some(({ id, repeat }) => id === row.id && repeat),
  );
  const done = row.kind === 'task' ? row.done : row.state === 'done';
  return (
    <MoreMenu label="More" width={176}>
      <Menu.Item
        leftSection={done ? <IconRotate {...GLYPH} /> : <IconCheck {...GLYPH} />}
        rightSection={<Kbd>D</Kbd>}
        onClick={() => void toggleDone(row)}
      >
        {done ? 'Not done' : 'Done'}
      </Menu.Item>
      {row.kind === 'habit' && row.state === 'planned' ? (
        <Menu.Item leftSection={<IconPlayerSkipForward {...GLYPH} />} onClick={() => void skipHabit(row)}>
          Skip, the streak stays
        </Menu.Item>
      ) : null}
      {repeats ? (
        <Menu.Item leftSection={<IconPlayerSkipForward {...GLYPH} />} onClick={() => void skipTaskOf(row)}>
          Skip to the next
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<IconPencil {...GLYPH} />} onClick={() => openEditor({ kind: row.kind, id: row.id })}>
        Edit
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconTrash {...GLYPH} />} onClick={() => void deleteWork(row)}>
        {row.kind === 'task' ? 'Delete' : 'Delete the habit'}
      </Menu.Item>
    </MoreMenu>
  );
}
