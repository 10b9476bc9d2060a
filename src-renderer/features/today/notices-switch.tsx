import { Switch } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import type { Situation } from '#shared/planning/situation';
import type { Instant } from '#shared/time/instant';
import { dayAt, spanOfDay, type ZoneId } from '#shared/time/zone';
import { noticePermission } from '../../state/due-notice';
import { updateSettings } from '../../state/edit';
import { useHostDescription } from '../../state/host-description';
import { runEdit } from '../../state/run-edit';
import { useWorkspace } from '../../state/workspace';
import { formatTime, QuietButton } from '../../ui';
import classes from './notices-switch.module.css';
import { useNextNotice } from './use-next-notice';

interface NoticesSwitchProps {
  /** The days ahead; null while they are being read. */
  readonly situation: Situation | null;
  readonly zone: ZoneId;
  readonly now: Instant;
}

/** Whether the tray and the system may speak up. In a browser it asks for the browser's leave, and says when that was refused. */
export function NoticesSwitch({ situation, zone, now }: NoticesSwitchProps) {
  const next = useNextNotice(situation, now, spanOfDay(zone, dayAt(zone, now)).end);
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
          <div>{`Next at ${formatTime(zone, next.at)}, ${next.of}${next.ifOpen ? ' if still open' : ''}`}</div>
        ) : on && situation ? (
          <div>Nothing more to say today.</div>
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
