import { SUCCESS_WINDOW } from '#shared/habits/strength';
import classes from './attempts.module.css';

/** The last 15 attempts, oldest first; kept ones are tall and filled, missed ones pale. */
export function Attempts({ recent }: { readonly recent: readonly boolean[] }) {
  const kept = recent.filter(Boolean).length;
  return (
    <span className={classes.attempts}>
      <span className={classes.squares} aria-hidden="true">
        {squares(recent).map(({ ago, state }) => (
          <span key={ago} className={classes.square} data-state={state} />
        ))}
      </span>
      <span className={classes.count}>
        {recent.length === 0 ? 'None yet' : `${kept}/${recent.length}`}
        <span className="dw-visually-hidden"> of the last attempts kept</span>
      </span>
    </span>
  );
}

/** Always 15, the newest last; places before the first attempt stay empty. */
function squares(recent: readonly boolean[]): { ago: number; state: 'none' | 'kept' | 'missed' }[] {
  return Array.from({ length: SUCCESS_WINDOW }, (_, position) => {
    const attempt = recent[position - (SUCCESS_WINDOW - recent.length)];
    return { ago: SUCCESS_WINDOW - position, state: attempt === undefined ? 'none' : attempt ? 'kept' : 'missed' };
  });
}
