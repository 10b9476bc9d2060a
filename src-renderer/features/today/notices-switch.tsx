import { Switch } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import type { ZoneId } from '#shared/time/zone';
import { updateSettings } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { formatTime } from '../../ui';
import type { AgendaBlock } from './day-agenda';
import classes from './notices-switch.module.css';

/** Whether the tray and the system may speak up. */
export function NoticesSwitch({ next, zone }: { readonly next: AgendaBlock | null; readonly zone: ZoneId }) {
  const on = useWorkspace((state) => state.settings.notices);
  return (
    <div className={classes.box}>
      <IconBell size={16} stroke={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <div>{on ? 'Notices are on.' : 'Notices are off.'}</div>
        {on && next ? <div>{`Next at ${formatTime(zone, next.start)}, ${next.title}`}</div> : null}
      </div>
      <Switch
        checked={on}
        aria-label="Notices"
        onChange={(event) => void runEdit(updateSettings({ notices: event.currentTarget.checked }))}
      />
    </div>
  );
}
