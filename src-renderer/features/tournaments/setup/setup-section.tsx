import type { ReactNode } from 'react';
import classes from './setup.module.css';

interface SetupSectionProps {
  readonly title: string;
  readonly note?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One step of the set-up. */
export function SetupSection({ title, note, action, children }: SetupSectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.sectionHead}>
        <h2>{title}</h2>
        {note ? <p>{note}</p> : null}
        {action ? <div className={classes.sectionAction}>{action}</div> : null}
      </header>
      {children}
    </section>
  );
}
