import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** Meta beside the title. */
  readonly caption?: string | undefined;
  /** A legend or a small action at the right end. */
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** One question of Insights with its answer. */
export function Panel({ title, caption, side, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.header}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {caption ? <span className={classes.caption}>{caption}</span> : null}
        {side ? <div className={classes.side}>{side}</div> : null}
      </header>
      {children}
    </section>
  );
}
