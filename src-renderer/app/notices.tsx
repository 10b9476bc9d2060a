import { IconX } from '@tabler/icons-react';
import { dismissNotice, useNotices } from '../state/toasts';
import { IconButton, QuietButton } from '../ui';
import classes from './notices.module.css';

/** Small cards at the bottom: what happened and, where it can be, Undo. */
export function Notices() {
  const notices = useNotices();
  return (
    <section className={classes.stack} aria-label="Notices">
      {notices.map((notice) => (
        <div key={notice.id} className={classes.notice}>
          <div className={classes.words}>
            <div className={classes.title}>{notice.title}</div>
            {notice.body ? <div className={classes.body}>{notice.body}</div> : null}
          </div>
          {notice.action ? (
            <QuietButton
              onClick={() => {
                dismissNotice(notice.id);
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </QuietButton>
          ) : null}
          <IconButton label="Dismiss" onClick={() => dismissNotice(notice.id)}>
            <IconX size={14} stroke={1.6} />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
