import { dayAt } from '#shared/time/zone';
import { useWorkspace } from '../../state/workspace';
import { formatDayShort, formatRange } from '../../ui';
import classes from './inspector.module.css';
import type { MatchRow } from './schedule-rows';

export function MatchFacts({ row }: { readonly row: MatchRow }) {
  const zone = useWorkspace((state) => state.settings.timeZone);
  return (
    <>
      <dl className={classes.facts}>
        <dt>When</dt>
        <dd>{`${formatDayShort(dayAt(zone, row.start))}, ${formatRange(zone, row.start, row.end)}`}</dd>
        {row.place ? (
          <>
            <dt>Court</dt>
            <dd>{row.place}</dd>
          </>
        ) : null}
        <dt>Time</dt>
        <dd>{row.done ? 'It is over' : row.perhaps ? 'Kept free, until the draw says' : 'Planned around'}</dd>
      </dl>
      <p className={classes.aside}>It moves on the board of {row.tournamentName} only.</p>
    </>
  );
}
