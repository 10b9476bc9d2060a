import type { Instant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import type { TournamentDocument } from '#shared/tournaments/document';
import type { OrderOfPlay, OrderOfPlayBy, OrderOfPlayLine } from '#shared/tournaments/order-of-play';
import { formatDayLong, formatMoment, formatTime } from '../../ui';
import classes from './order-of-play.module.css';

interface OrderOfPlayPageProps {
  readonly document: TournamentDocument;
  readonly zone: ZoneId;
  readonly plays: OrderOfPlay;
  readonly order: OrderOfPlayBy;
  readonly now: Instant;
}

/** Black on white in either colour scheme: it is paper. */
export function OrderOfPlayPage({ document, zone, plays, order, now }: OrderOfPlayPageProps) {
  const name = document.name ?? 'Tournament';
  return (
    <article className={classes.paper}>
      <header className={classes.head}>
        <h2 className={classes.name}>{name}</h2>
        <p className={classes.meta}>
          {document.place ? `${document.place}. ` : ''}As of {formatMoment(zone, now)}
        </p>
      </header>
      {plays.days.map(({ day, groups }) => (
        <section key={day}>
          <h3 className={classes.day}>{formatDayLong(day)}</h3>
          {order === 'court' ? (
            groups.map(({ court, lines }) => (
              <section key={court} className={classes.court}>
                <h4 className={classes.courtName}>{court}</h4>
                <Lines label={`${court}, ${formatDayLong(day)}`} lines={lines} zone={zone} withCourt={false} />
              </section>
            ))
          ) : (
            <Lines label={formatDayLong(day)} lines={groups.flatMap(({ lines }) => lines)} zone={zone} withCourt />
          )}
        </section>
      ))}
      {plays.withoutTime.length > 0 ? (
        <section>
          <h3 className={classes.day}>Without a time</h3>
          <Lines label="Without a time" lines={plays.withoutTime} zone={zone} withCourt />
        </section>
      ) : null}
    </article>
  );
}

interface LinesProps {
  readonly label: string;
  readonly lines: readonly OrderOfPlayLine[];
  readonly zone: ZoneId;
  readonly withCourt: boolean;
}

function Lines({ label, lines, zone, withCourt }: LinesProps) {
  return (
    <table className={classes.lines} aria-label={label}>
      <thead>
        <tr>
          <th className={classes.time}>Time</th>
          {withCourt ? <th className={classes.where}>Court</th> : null}
          <th className={classes.match}>Match</th>
          <th>Players</th>
          <th className={classes.umpire}>Umpire</th>
          <th className={classes.result}>Result</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const again = index > 0 && lines[index - 1]!.start === line.start;
          return (
            <tr key={line.id} data-first={!again}>
              <td className={classes.time}>{line.start === null ? '' : formatTime(zone, line.start)}</td>
              {withCourt ? <td>{line.court ?? '–'}</td> : null}
              <td>{line.words.title}</td>
              <td>
                <Side line={line} side={0} /> <span className={classes.versus}>v</span> <Side line={line} side={1} />
              </td>
              <td>{line.umpire ?? '–'}</td>
              <td>{line.result ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Side({ line, side }: { readonly line: OrderOfPlayLine; readonly side: 0 | 1 }) {
  const { text, entry } = line.words.sides[side];
  return (
    <>
      <span className={entry === null ? classes.open : classes.player}>{text}</span>
      {line.clubs[side] ? <span className={classes.club}> {line.clubs[side]}</span> : null}
    </>
  );
}
