import { courtIsBack, markBack, takeBackWithdrawal } from '../../state/tournaments';
import { QuietButton } from '../../ui';
import classes from './day-panel.module.css';
import { performWithUndo } from './perform';
import type { TournamentView } from './tournament-view';

/** Everything that is lost or has left, each with the way back. */
export function Disruptions({ view }: { readonly view: TournamentView }) {
  const { id, closures, absences, withdrawals } = view.document;
  const hours = ({ from, to }: { readonly from: string; readonly to: string | null }): string =>
    `from ${clock(from)}${to === null ? ' on' : ` to ${clock(to)}`}`;
  const lines = [
    ...closures.map((closure) => ({
      key: `court ${closure.court} ${closure.from}`,
      words: `${view.nameOf(closure.court)} is closed ${hours(closure)}`,
      back: 'Is open',
      run: () => performWithUndo(courtIsBack(id, closure.court), `${view.nameOf(closure.court)} is open again`),
    })),
    ...absences
      .filter(({ fromCalendar }) => fromCalendar !== true)
      .map((absence) => ({
        key: `away ${absence.who} ${absence.from}`,
        words: `${view.nameOf(absence.who)} is away ${hours(absence)}`,
        back: 'Is back',
        run: () => performWithUndo(markBack(id, absence.who), `${view.nameOf(absence.who)} is back`),
      })),
    ...withdrawals.map(({ entry }) => ({
      key: `left ${entry}`,
      words: `${view.nameOf(entry)} is withdrawn`,
      back: 'Plays',
      run: () => performWithUndo(takeBackWithdrawal(id, entry), `${view.nameOf(entry)} plays after all`),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={classes.list}>
      {lines.map(({ key, words, back, run }) => (
        <li key={key}>
          <span className={classes.plain}>{words}</span>
          <QuietButton className={classes.small} onClick={() => void run()}>
            {back}
          </QuietButton>
        </li>
      ))}
    </ul>
  );
}

function clock(wall: string): string {
  return wall.slice(11).replace(/^0/, '');
}
