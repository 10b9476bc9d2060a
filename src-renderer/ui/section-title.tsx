import type { ReactNode } from 'react';
import classes from './section-title.module.css';

interface SectionTitleProps {
  /** For `aria-labelledby` of the section. */
  readonly id?: string;
  readonly children: ReactNode;
  /** What it is of, or how much of it there is; part of the heading. */
  readonly context?: ReactNode;
}

/** The heading of a part of a screen. */
export function SectionTitle({ id, children, context }: SectionTitleProps) {
  return (
    <h2 id={id} className={classes.title}>
      {children} {context === undefined ? null : <span className={classes.context}>{context}</span>}
    </h2>
  );
}
