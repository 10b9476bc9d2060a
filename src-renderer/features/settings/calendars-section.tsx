import { Menu, Modal, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Calendar } from '#shared/calendar/event';
import { removeCalendar, updateCalendar } from '../../state/edit';
import { showNotice } from '../../state/toasts';
import { undoable } from '../../state/undoable';
import { useWorkspace } from '../../state/workspace';
import { IconButton, PrimaryButton, SecondaryButton } from '../../ui';
import { SettingSection } from './setting-row';
import classes from './settings.module.css';
import { Toggle } from './toggle';
import { WatchedFiles } from './watched-files';

const COLORS: readonly { readonly value: Calendar['color']; readonly label: string }[] = [
  { value: 'work', label: 'Blue' },
  { value: 'family', label: 'Rose' },
  { value: 'club', label: 'Teal' },
  { value: 'household', label: 'Sand' },
  { value: 'slate', label: 'Slate' },
  { value: 'plum', label: 'Plum' },
];

const WHOLE_DAYS = [
  { value: 'settings', label: 'As set above' },
  { value: 'never', label: 'Never block' },
  { value: 'whenBusy', label: 'When busy' },
  { value: 'always', label: 'Always block' },
];

/** Imported calendars: name, colour, whether they show and whether they block. */
export function CalendarsSection() {
  const calendars = useWorkspace((state) => state.calendars);
  const [asked, setAsked] = useState<Calendar | null>(null);
  return (
    <SettingSection title="Imported calendars">
      {calendars.length === 0 ? <p className={classes.lead}>No calendar yet. Import one to see it here.</p> : null}
      {calendars.length > 0 ? (
        <table className={classes.calendars}>
          <thead>
            <tr>
              <th scope="col">Colour</th>
              <th scope="col">Name</th>
              <th scope="col">Visible</th>
              <th scope="col">Blocks time</th>
              <th scope="col">Whole days</th>
              <th scope="col">
                <span className={classes.unseen}>Delete</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {calendars.map((calendar) => (
              <CalendarRow key={calendar.id} calendar={calendar} onRemove={() => setAsked(calendar)} />
            ))}
          </tbody>
        </table>
      ) : null}
      <WatchedFiles calendars={calendars} />
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={`Delete ${asked?.name ?? 'calendar'}?`}
        closeButtonProps={{ 'aria-label': 'Close' }}
        classNames={{ title: classes.dialogTitle }}
      >
        <p className={classes.dialogText}>All its events go with it. Your tasks and habits stay.</p>
        <div className={classes.dialogActions}>
          <SecondaryButton onClick={() => setAsked(null)}>Keep it</SecondaryButton>
          <PrimaryButton
            onClick={() => {
              if (asked) void remove(asked);
              setAsked(null);
            }}
          >
            Delete calendar
          </PrimaryButton>
        </div>
      </Modal>
    </SettingSection>
  );
}

function remove(calendar: Calendar): Promise<void> {
  return undoable(async () => {
    const removed = await removeCalendar(calendar.id);
    if (removed.ok) return `Deleted ${calendar.name}`;
    showNotice({ title: `${calendar.name} was not deleted`, body: removed.error, tone: 'problem' });
    return null;
  });
}

function CalendarRow({ calendar, onRemove }: { readonly calendar: Calendar; readonly onRemove: () => void }) {
  const [name, setName] = useState(calendar.name);
  useEffect(() => setName(calendar.name), [calendar.name]);
  const isEmpty = name.trim() === '';
  const rename = () => {
    if (!isEmpty && name.trim() !== calendar.name) void updateCalendar(calendar.id, { name: name.trim() });
  };
  return (
    <tr>
      <td>
        <ColorMenu calendar={calendar} />
      </td>
      <td>
        <TextInput
          aria-label={`Name of ${calendar.name}`}
          value={name}
          error={isEmpty ? 'A calendar needs a name.' : null}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
          }}
        />
      </td>
      <td>
        <Toggle
          aria-label={`${calendar.name} is visible`}
          checked={calendar.visible}
          onChange={(event) => void updateCalendar(calendar.id, { visible: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Toggle
          aria-label={`${calendar.name} blocks time`}
          checked={calendar.blocks}
          onChange={(event) => void updateCalendar(calendar.id, { blocks: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Select
          aria-label={`Whole days of ${calendar.name}`}
          w={152}
          data={WHOLE_DAYS}
          value={calendar.allDayPolicy ?? 'settings'}
          allowDeselect={false}
          onChange={(value) =>
            void updateCalendar(calendar.id, {
              allDayPolicy: value === 'settings' ? undefined : (value as Calendar['allDayPolicy']),
            })
          }
        />
      </td>
      <td>
        <IconButton label={`Delete ${calendar.name}`} onClick={onRemove}>
          <IconTrash size={14} stroke={1.6} />
        </IconButton>
      </td>
    </tr>
  );
}

function ColorMenu({ calendar }: { readonly calendar: Calendar }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.swatch} aria-label={`Colour of ${calendar.name}`}>
          <span style={{ background: `var(--dw-edge-${calendar.color})` }} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLORS.map(({ value, label }) => (
          <Menu.Item
            key={value}
            leftSection={<span className={classes.dot} style={{ background: `var(--dw-edge-${value})` }} />}
            onClick={() => void updateCalendar(calendar.id, { color: value })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
