import { MatchList } from './match-list';
import type { TournamentView } from './tournament-view';
import classes from './unplaced-tray.module.css';

interface UnplacedTrayProps {
  readonly view: TournamentView;
  readonly selected: string | null;
  readonly onSelect: (match: string) => void;
}

/** Matches that found no time, said plainly below the board. */
export function UnplacedTray({ view, selected, onSelect }: UnplacedTrayProps) {
  if (!view.state.isScheduled) return null;
  const unplaced = view.state.rows
    .filter(({ start, match }) => start === null && view.problemMatch(match.id).state !== 'free')
    .map(({ match }) => match.id);
  if (unplaced.length === 0) return null;
  return (
    <section className={classes.tray} aria-label="Without a time">
      <h2>{`${unplaced.length} without a time`}</h2>
      <p>No court is open long enough for them. Open a court longer, add a day, or schedule again.</p>
      <MatchList
        view={view}
        label="Matches without a time"
        matches={unplaced}
        selected={selected}
        onSelect={onSelect}
      />
    </section>
  );
}
