import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

interface SettingRowProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Given the id of the label, for `aria-labelledby`. */
  readonly children: (labelId: string) => ReactNode;
  readonly problem?: string | null;
}

/** Name and meaning at the left, the control at the right, a problem under it. */
export function SettingRow({ label, hint, children, problem }: SettingRowProps) {
  const id = useId();
  return (
    <div className={classes.row}>
      <div className={classes.name}>
        <div id={id}>{label}</div>
        {hint ? <div className={classes.hint}>{hint}</div> : null}
      </div>
      <div className={classes.control}>
        {children(id)}
        {problem ? (
          <div className={classes.problem} role="alert">
            {problem}
          </div>
        ) : null}
      </div>
    </div>
  );
}

interface SettingSectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function SettingSection({ title, children }: SettingSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
