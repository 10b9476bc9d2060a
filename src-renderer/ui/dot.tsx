import classes from './dot.module.css';

interface DotProps {
  readonly tone: 'good' | 'warn' | 'bad' | 'task' | 'habit' | 'post' | 'match' | 'event';
  /** Said to assistive technology where no word stands beside the dot. */
  readonly label?: string;
  readonly square?: boolean;
}

/** A 6 px state dot, or a 8 px kind square. Never the only carrier of its meaning. */
export function Dot({ tone, label, square = false }: DotProps) {
  return label ? (
    <span className={classes.dot} data-tone={tone} data-square={square || undefined} role="img" aria-label={label} />
  ) : (
    <span className={classes.dot} data-tone={tone} data-square={square || undefined} aria-hidden="true" />
  );
}
