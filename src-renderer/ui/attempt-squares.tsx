import classes from './attempt-squares.module.css';

interface AttemptSquaresProps {
  /** Kept or missed, oldest first. */
  readonly recent: readonly boolean[];
  readonly places: number;
}

/** One square an attempt, the newest last; kept ones are filled, missed ones pale, places before the first stay empty. */
export function AttemptSquares({ recent, places }: AttemptSquaresProps) {
  return (
    <span className={classes.squares} aria-hidden="true">
      {Array.from({ length: places }, (_, position) => {
        const attempt = recent[position - (places - recent.length)];
        const ago = places - position;
        return (
          <span
            key={ago}
            className={classes.square}
            data-state={attempt === undefined ? 'none' : attempt ? 'kept' : 'missed'}
          />
        );
      })}
    </span>
  );
}
