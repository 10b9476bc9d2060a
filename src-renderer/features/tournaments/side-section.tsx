import type { ReactNode } from 'react';
import classes from './side-section.module.css';

interface SideSectionProps {
  readonly title: string;
  /** A figure or a word at the right. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the inspector. */
export function SideSection({ title, note, children }: SideSectionProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <header className={classes.head}>
        <h3>{title}</h3>
        {note === undefined ? null : <span>{note}</span>}
      </header>
      {children}
    </section>
  );
}
