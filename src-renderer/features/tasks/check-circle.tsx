import { IconCheck } from '@tabler/icons-react';
import { startTransition, useOptimistic } from 'react';
import classes from './check-circle.module.css';

interface CheckCircleProps {
  readonly done: boolean;
  readonly label: string;
  readonly onToggle: () => Promise<unknown>;
  readonly tabIndex?: number;
}

/** The round tick of a task. It shows at once; what was stored has the last word. */
export function CheckCircle({ done, label, onToggle, tabIndex }: CheckCircleProps) {
  const [shown, show] = useOptimistic(done);
  const toggle = () =>
    startTransition(async () => {
      show(!done);
      await onToggle();
    });
  return (
    <label className={classes.target}>
      <input
        type="checkbox"
        className={classes.input}
        aria-label={label}
        checked={shown}
        tabIndex={tabIndex}
        onChange={toggle}
      />
      <span className={classes.circle} data-done={shown || undefined}>
        <IconCheck size={11} stroke={2.6} aria-hidden="true" />
      </span>
    </label>
  );
}
