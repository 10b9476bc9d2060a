import classes from './loading-bar.module.css';
import { useSlow } from './use-slow';

interface LoadingBarProps {
  readonly active: boolean;
  /** 0 to 1; absent while unknown. */
  readonly fraction?: number;
  readonly label: string;
}

/** Under 150 ms nothing shows; then a 3 px bar over the content that stays. */
export function LoadingBar({ active, fraction, label }: LoadingBarProps) {
  const slow = useSlow(active);
  if (!slow) return null;
  return (
    <progress
      className={classes.bar}
      aria-label={label}
      max={1}
      {...(fraction === undefined ? {} : { value: fraction })}
    >
      {label}
    </progress>
  );
}
