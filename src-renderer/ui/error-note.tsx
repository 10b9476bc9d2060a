import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notes.module.css';

interface ErrorNoteProps {
  /** Names the place and the value. */
  readonly children: ReactNode;
  /** The repair. */
  readonly action?: ReactNode;
}

/** An error where it happened, with the repair beside it. */
export function ErrorNote({ children, action }: ErrorNoteProps) {
  return (
    <div className={classes.error} role="alert">
      <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
      <div className={classes.message}>{children}</div>
      {action}
    </div>
  );
}
