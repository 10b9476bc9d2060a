import { Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import {
  clearPastNotices,
  markNoticesRead,
  type PastNotice,
  useHasUnreadNotice,
  usePastNotices,
} from '../state/toasts';
import { useWorkspace } from '../state/workspace';
import { Dot, formatTime, IconButton, QuietButton } from '../ui';
import classes from './notices-bell.module.css';

/** What was said since the page was opened, for whoever looked away when it was. */
export function NoticesBell() {
  const [opened, setOpened] = useState(false);
  const unread = useHasUnreadNotice();
  const change = (next: boolean) => {
    setOpened(next);
    markNoticesRead();
  };
  return (
    <Popover
      opened={opened}
      onChange={change}
      position="bottom-end"
      width={340}
      radius="lg"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <IconButton
          label={unread ? 'Notices, one is new' : 'Notices'}
          className={classes.bell}
          onClick={() => change(!opened)}
        >
          <IconBell size={16} stroke={1.6} aria-hidden="true" />
          {unread ? <span className={classes.unread} aria-hidden="true" /> : null}
        </IconButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label="Notices">
        <PastNotices onClear={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function PastNotices({ onClear }: { readonly onClear: () => void }) {
  const past = usePastNotices();
  if (past.length === 0)
    return (
      <p className={classes.empty} tabIndex={-1} data-autofocus>
        No notices since Daywright was opened.
      </p>
    );
  return (
    <>
      <ul className={classes.list}>
        {past.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      <QuietButton
        onClick={() => {
          onClear();
          clearPastNotices();
        }}
      >
        Clear
      </QuietButton>
    </>
  );
}

function NoticeLine({ notice }: { readonly notice: PastNotice }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  return (
    <li>
      <span className={classes.words}>
        <span className={classes.title} data-tone={notice.tone}>
          {notice.tone === 'problem' ? <Dot tone="bad" /> : null}
          {notice.title}
        </span>
        {notice.body ? <span className={classes.body}>{notice.body}</span> : null}
      </span>
      <time className={classes.time}>{formatTime(zone, notice.at)}</time>
    </li>
  );
}
