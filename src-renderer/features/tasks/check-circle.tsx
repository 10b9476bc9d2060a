import { IconCheck } from '@tabler/icons-react';
import classes from './check-circle.module.css';

interface CheckCircleProps {
  readonly done: boolean;
  readonly label: string;
  readonly onToggle: () => void;
  readonly tabIndex?: number;
}

/** The round tick of a task. */
export function CheckCircle({ done, label, onToggle, tabIndex }: CheckCircleProps) {
  return (
    <label className={classes.target}>
      <input
        type="checkbox"
        className={classes.input}
        aria-label={label}
        checked={done}
        tabIndex={tabIndex}
        onChange={onToggle}
      />
      <span className={classes.circle} data-done={done || undefined}>
        <IconCheck size={11} stroke={2.6} aria-hidden="true" />
      </span>
    </label>
  );
}
