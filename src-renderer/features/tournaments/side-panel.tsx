import type { Day } from '#shared/time/day';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { selectMatch, selectPerson, setTournamentPlace } from '../../state/tournament-place';
import { useRepair } from '../../state/tournaments';
import { ErrorNote } from '../../ui';
import { DayPanel } from './day-panel';
import { LoadPanel } from './load-panel';
import { MatchPanel } from './match-panel';
import { PersonCard } from './person-card';
import { RepairPanel } from './repair-panel';
import classes from './side-panel.module.css';
import type { TournamentView } from './tournament-view';
import { WarningList } from './warning-list';

interface SidePanelProps {
  readonly view: TournamentView;
  readonly day: Day;
  readonly match: string | null;
  readonly person: string | null;
  readonly side: 'load' | 'day';
  /** Narrow windows: lies over the board. */
  readonly isOpen: boolean;
  readonly onMove: (drop: Drop) => void;
}

/** The inspector: a repair that waits, else the chosen match, else the chosen player, else the desk or the load. */
export function SidePanel(props: SidePanelProps) {
  const repair = useRepair((state) => state);
  const ofThis = repair.preview?.id === props.view.document.id ? repair.preview : null;
  return (
    <aside
      className={classes.panel}
      data-open={props.isOpen || ofThis !== null || undefined}
      data-region="inspector"
      aria-label="Inspector"
    >
      {repair.problem === null ? null : (
        <div className={classes.problem}>
          <ErrorNote>{repair.problem}</ErrorNote>
        </div>
      )}
      {ofThis === null ? (
        <Content {...props} />
      ) : (
        <RepairPanel view={props.view} preview={ofThis} onSelect={(match) => setTournamentPlace({ match })} />
      )}
    </aside>
  );
}

function Content({ view, day, match, person, side, onMove }: SidePanelProps) {
  if (match !== null)
    return (
      <MatchPanel
        key={match}
        view={view}
        match={match}
        onMove={onMove}
        onSelect={selectMatch}
        onClose={() => selectMatch(null)}
      />
    );
  if (person !== null)
    return <PersonCard view={view} person={person} onSelect={selectMatch} onClose={() => selectPerson(null)} />;
  if (side === 'day')
    return (
      <DayPanel
        view={view}
        onSelect={selectMatch}
        onClose={() => setTournamentPlace({ side: 'load', isSideOpen: false })}
      />
    );
  if (!view.state.isScheduled)
    return <p className={classes.nothing}>Umpire load and warnings stand here once the tournament is scheduled.</p>;
  return (
    <>
      <LoadPanel view={view} day={day} onSelect={selectMatch} />
      <hr className={classes.rule} />
      <WarningList view={view} onSelect={selectMatch} />
    </>
  );
}
