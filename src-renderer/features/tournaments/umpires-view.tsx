import { IconCalendarShare } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Day } from '#shared/time/day';
import { isBreach, isPossibleBreach } from '#shared/tournaments/placed';
import { markAway, markBack } from '../../state/tournaments';
import { Dot, EmptyState, IconButton, QuietButton, SecondaryButton } from '../../ui';
import { LoadBar } from './load-panel';
import { performWithUndo } from './perform';
import classes from './players-view.module.css';
import { saveCalendar } from './save-calendar';
import type { TournamentView } from './tournament-view';
import { type UmpireLoad, umpireLoads } from './umpire-load';

interface UmpiresViewProps {
  readonly view: TournamentView;
  readonly day: Day;
  readonly onSelect: (match: string) => void;
  readonly onSetup: () => void;
}

/** The umpires' table: load over the waves, how neutral, how many, and who is away. */
export function UmpiresView({ view, day, onSelect, onSetup }: UmpiresViewProps) {
  const table = useMemo(() => umpireLoads(view, day), [view, day]);
  if (table.rows.length === 0)
    return (
      <EmptyState action={<SecondaryButton onClick={onSetup}>Add umpires</SecondaryButton>}>
        No umpires. Matches are scheduled without, and the board says so.
      </EmptyState>
    );
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Umpire</th>
            <th scope="col">Club</th>
            <th scope="col">{`Load over ${table.waves} waves`}</th>
            <th scope="col" className={classes.number}>
              Matches
            </th>
            <th scope="col" className={classes.number}>
              Limit
            </th>
            <th scope="col">Neutrality</th>
            <th scope="col">
              <span className="dw-visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.umpire}>
              <th scope="row">{row.isMe ? `${row.name}, you` : row.name}</th>
              <td>{row.club}</td>
              <td>
                <LoadBar view={view} row={row} onSelect={onSelect} />
              </td>
              <td className={classes.number}>{row.matches}</td>
              <td className={classes.number}>{row.cap ?? '–'}</td>
              <td>
                <Neutrality view={view} row={row} />
              </td>
              <td>
                <IconButton
                  label={`Save the matches of ${row.name} as .ics`}
                  onClick={() => void saveCalendar(view, { kind: 'umpire', id: row.umpire })}
                >
                  <IconCalendarShare size={16} stroke={1.6} aria-hidden="true" />
                </IconButton>
                <Away view={view} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Neutrality({ view, row }: { readonly view: TournamentView; readonly row: UmpireLoad }) {
  const { problem } = view.state;
  const umpire = problem.umpires.find(({ id }) => id === row.umpire)!;
  const own = row.cells.flatMap(({ match }) => (match === null ? [] : [view.problemMatch(match)]));
  const breaches = own.filter((match) => isBreach(problem, umpire, match)).length;
  const possible = own.filter((match) => isPossibleBreach(problem, umpire, match)).length;
  if (breaches > 0)
    return (
      <>
        <Dot tone="bad" />
        {` ${breaches} with the own club`}
      </>
    );
  if (possible > 0)
    return (
      <>
        <Dot tone="warn" />
        {` own club may reach ${possible}`}
      </>
    );
  return <>neutral</>;
}

function Away({ view, row }: { readonly view: TournamentView; readonly row: UmpireLoad }) {
  const { id, absences } = view.document;
  const isAway = absences.some(({ who, to }) => who === row.umpire && to === null);
  return isAway ? (
    <QuietButton onClick={() => void performWithUndo(markBack(id, row.umpire), `${row.name} is back`)}>
      Is back
    </QuietButton>
  ) : (
    <QuietButton onClick={() => void performWithUndo(markAway(id, row.umpire), `${row.name} is away from now on`)}>
      Is away
    </QuietButton>
  );
}
