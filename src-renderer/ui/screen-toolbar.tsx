import type { ReactNode } from 'react';
import classes from './screen-toolbar.module.css';

interface ScreenToolbarProps {
  readonly title: ReactNode;
  /** Meta beside the title: "Week 48", "1 of 6 is slipping". */
  readonly context?: ReactNode;
  /** Left controls after the title: navigation, view switch. */
  readonly children?: ReactNode;
  /** Status, then the single primary button. */
  readonly right?: ReactNode;
}

/** The 48 px toolbar on top of every screen. Its title is the screen's heading. */
export function ScreenToolbar({ title, context, children, right }: ScreenToolbarProps) {
  return (
    <header className={classes.toolbar}>
      <h1 className={classes.title}>{title}</h1>
      {context ? <span className={classes.context}>{context}</span> : null}
      {children}
      {right ? <div className={classes.right}>{right}</div> : null}
    </header>
  );
}
