import type { Instant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatMoment } from '../../ui';
import { PanelPart } from './panel-part';
import type { WhyThisHour as Why } from './why-this-hour';
import classes from './why-this-hour.module.css';

interface WhyThisHourProps {
  readonly why: Why;
  readonly zone: ZoneId;
  readonly onTake: (at: Instant) => void;
}

/** What speaks for the hour, and other times that break no rule; one click takes one. */
export function WhyThisHour({ why, zone, onTake }: WhyThisHourProps) {
  return (
    <>
      <PanelPart title="Why this hour?">
        <div className={classes.score}>
          <span>Score</span>
          <b>{points(why.score)}</b>
        </div>
        <ul className={classes.factors}>
          {why.factors.map(({ name, value, detail }) => (
            <li key={name}>
              <span>{name}</span>
              {value === null ? null : (
                <span className={classes.track} aria-hidden="true">
                  <i style={{ width: `${Math.round(100 * value)}%` }} />
                </span>
              )}
              <p>{detail}</p>
            </li>
          ))}
        </ul>
      </PanelPart>
      {why.others.length === 0 ? null : (
        <PanelPart title="Other times">
          <ul className={classes.others}>
            {why.others.map(({ at, score }) => (
              <li key={at}>
                <button type="button" onClick={() => onTake(at)}>
                  <span>{formatMoment(zone, at)}</span>
                  <span>{difference(score - why.score)}</span>
                  <b>{points(score)}</b>
                </button>
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
    </>
  );
}

/** 0 to 100, as elsewhere. */
function points(score: number): string {
  return String(Math.round(100 * score));
}

function difference(score: number): string {
  const whole = Math.round(100 * score);
  if (whole === 0) return 'as good';
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}
