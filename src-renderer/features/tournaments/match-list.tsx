import classes from './match-list.module.css';
import { matchDetails, matchTitle, pairingOf, timeWords } from './match-words';
import type { TournamentView } from './tournament-view';

interface MatchListProps {
  readonly view: TournamentView;
  readonly label: string;
  readonly matches: readonly string[];
  readonly selected: string | null;
  readonly onSelect: (match: string) => void;
}

/** Matches of a round or a group as lines: number, pairing, score or time. */
export function MatchList({ view, label, matches, selected, onSelect }: MatchListProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {matches.map((match) => {
        const start = view.rowOf.get(match)?.start ?? null;
        const result = view.problemMatch(match).result;
        const winner = result !== null && result.kind !== 'running' ? result.winner : null;
        return (
          <li key={match}>
            <button
              type="button"
              aria-pressed={match === selected}
              data-state={view.problemMatch(match).state}
              onClick={() => onSelect(match)}
            >
              <span className={classes.number}>{view.numberOf(match)}</span>
              <span className={classes.pairing}>
                {pairingOf(view, match)}
                {winner === null ? null : <em>{` ${view.shortOf(winner)} won`}</em>}
              </span>
              <span className={classes.when}>{result?.score || timeWords(view, start)}</span>
              <span className="dw-visually-hidden">{`, ${matchTitle(view, match)}, ${matchDetails(view, match)}`}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
