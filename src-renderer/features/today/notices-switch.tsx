import { Switch } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import type { ZoneId } from '#shared/time/zone';
import { noticePermission } from '../../state/due-notice';
import { updateSettings } from '../../state/edit';
import { useHostDescription } from '../../state/host-description';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { formatTime, QuietButton } from '../../ui';
import type { AgendaBlock } from './day-agenda';
import classes from './notices-switch.module.css';

/** Whether the tray and the system may speak up. In a browser it asks for the browser's leave, and says when that was refused. */
export function NoticesSwitch({ next, zone }: { readonly next: AgendaBlock | null; readonly zone: ZoneId }) {
  const on = useWorkspace((state) => state.settings.notices);
  const inBrowser = useHostDescription()?.door === 'browser';
  const [permission, setPermission] = useState(noticePermission);
  const ask = async () => setPermission(await Notification.requestPermission());
  return (
    <div className={classes.box}>
      <IconBell size={16} stroke={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <div>{on ? 'Notices are on, silent in meetings.' : 'Notices are off.'}</div>
        {on && inBrowser && permission === 'denied' ? (
          <div>This browser blocks them, so they show on this page.</div>
        ) : on && inBrowser && permission === 'default' ? (
          <QuietButton onClick={() => void ask()}>Allow them in this browser</QuietButton>
        ) : on && next ? (
          <div>{`Next at ${formatTime(zone, next.start)}, ${next.title}`}</div>
        ) : null}
      </div>
      <Switch
        checked={on}
        aria-label="Notices"
        onChange={(event) => void runEdit(updateSettings({ notices: event.currentTarget.checked }))}
      />
    </div>
  );
}
