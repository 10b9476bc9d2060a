import { useEffect, useState } from 'react';
import classes from './loading-bar.module.css';

interface LoadingBarProps {
  readonly active: boolean;
  /** 0 to 1; absent while unknown. */
  readonly fraction?: number;
  readonly label: string;
}

/** Under 150 ms nothing shows; then a 3 px bar over the content that stays. */
export function LoadingBar({ active, fraction, label }: LoadingBarProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!active) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, [active]);
  if (!shown) return null;
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
