import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { dismissNotice, type Notice, useNotices } from '../state/toasts';
import { IconButton, QuietButton } from '../ui';
import classes from './notices.module.css';

/** Long enough to read and reach; Ctrl Z undoes just as well afterwards. */
const SHOWN_MILLISECONDS = 8_000;

/** Small cards at the bottom: what happened and, where it can be, Undo. */
export function Notices() {
  const notices = useNotices();
  return (
    <section className={classes.stack} aria-label="Notices">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** Leaves by itself, but not while it is pointed at or holds the focus, and never when it tells of a problem or reminds. */
function NoticeCard({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || notice.tone !== 'neutral') return;
    const timer = setTimeout(() => dismissNotice(notice.id), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [held, notice.id, notice.tone]);
  return (
    <article
      className={classes.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className={classes.words}>
        <div className={classes.title}>{notice.title}</div>
        {notice.body ? <div className={classes.body}>{notice.body}</div> : null}
      </div>
      {[...(notice.action ? [notice.action] : []), ...(notice.more ?? [])].map((button) => (
        <QuietButton
          key={button.label}
          onClick={() => {
            dismissNotice(notice.id);
            button.run();
          }}
        >
          {button.label}
        </QuietButton>
      ))}
      <IconButton label="Dismiss" onClick={() => dismissNotice(notice.id)}>
        <IconX size={14} stroke={1.6} />
      </IconButton>
    </article>
  );
}
