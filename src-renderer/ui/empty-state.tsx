import type { ReactNode } from 'react';
import classes from './notes.module.css';

interface EmptyStateProps {
  /** One sentence. */
  readonly children: ReactNode;
  /** One action. */
  readonly action?: ReactNode;
}

/** One sentence and one action, no illustration. */
export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
