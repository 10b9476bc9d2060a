import { useMemo } from 'react';
import type { Day } from '#shared/time/day';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { useNow } from '../../state/clock';
import { EmptyState, formatDayShort, SecondaryButton, Segmented } from '../../ui';
import { Board } from './board';
import { boardOf } from './board-layout';
import { pathOf } from './bracket-layout';
import classes from './courts-view.module.css';
import { togglePin } from './toggle-pin';
import type { TournamentView } from './tournament-view';
import { UnplacedTray } from './unplaced-tray';

interface CourtsViewProps {
  readonly view: TournamentView;
  readonly day: Day;
  readonly selected: string | null;
  readonly person: string | null;
  readonly showsEvents: boolean;
  readonly onDay: (day: Day) => void;
  readonly onSelect: (match: string | null) => void;
  readonly onMove: (drop: Drop) => void;
  readonly onSetup: () => void;
}

/** Who where: the board of one day, and what found no place. */
export function CourtsView(props: CourtsViewProps) {
  const { view, day, selected, person, showsEvents, onDay, onSelect, onMove, onSetup } = props;
  const now = useNow();
  const board = useMemo(() => boardOf(view, day), [view, day]);
  const strong = useMemo(() => certainOf(view, person === null ? view.me : new Set([person])), [view, person]);
  const late = useMemo(
    () =>
      new Set(
        view.document.results.length === 0
          ? []
          : view.state.predicted(now).flatMap(({ match, delayMinutes }) => (delayMinutes > 0 ? [match] : [])),
      ),
    [view, now],
  );
  if (view.state.matches.length === 0)
    return (
      <EmptyState action={<SecondaryButton onClick={onSetup}>Set up</SecondaryButton>}>
        No matches yet. A draw needs two entries.
      </EmptyState>
    );
  return (
    <div className={classes.view}>
      {view.days.length > 1 ? (
        <div className={classes.days}>
          <Segmented
            label="Day"
            value={day}
            options={view.days.map((one) => ({ value: one, label: formatDayShort(one) }))}
            onChange={onDay}
          />
        </div>
      ) : null}
      {view.state.isScheduled ? (
        <Board
          view={view}
          board={board}
          now={now}
          selected={selected}
          strong={strong}
          late={late}
          showsEvents={showsEvents}
          onSelect={onSelect}
          onMove={onMove}
          onPin={(match) => void togglePin(view, match)}
        />
      ) : (
        <EmptyState>{`${view.state.matches.length.toLocaleString('en')} matches are drawn. Press Schedule to give them courts and times.`}</EmptyState>
      )}
      <UnplacedTray view={view} selected={selected} onSelect={onSelect} />
    </div>
  );
}

/** Those in which they stand for certain: on the board a whole way through the draw would say nothing. */
function certainOf(view: TournamentView, people: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...pathOf(view, people)].filter((match) => {
      const own = view.problemMatch(match);
      return own.players.some((player) => people.has(player)) || own.entries.some((entry) => people.has(entry));
    }),
  );
}
