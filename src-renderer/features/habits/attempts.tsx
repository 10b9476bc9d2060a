import { SUCCESS_WINDOW } from '#shared/habits/strength';
import { AttemptSquares } from '../../ui';
import classes from './attempts.module.css';

/** The last 15 attempts, oldest first, as squares and as a count. */
export function Attempts({ recent }: { readonly recent: readonly boolean[] }) {
  const kept = recent.filter(Boolean).length;
  return (
    <span className={classes.attempts}>
      <AttemptSquares recent={recent} places={SUCCESS_WINDOW} />
      <span className={classes.count}>
        {recent.length === 0 ? 'None' : `${kept}/${recent.length}`}
        <span className="dw-visually-hidden"> of the last attempts kept</span>
      </span>
    </span>
  );
}
