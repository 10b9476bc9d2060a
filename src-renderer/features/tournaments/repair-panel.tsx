import { IconArrowRight } from '@tabler/icons-react';
import type { TimetableChange } from '#shared/tournaments/day/timetable-diff';
import { useScreenKeys } from '../../state/screen-keys';
import { applyRepair, discardRepair, type RepairPreview } from '../../state/tournaments';
import { PrimaryButton, SecondaryButton } from '../../ui';
import { matchTitle, pairingOf, placeWords } from './match-words';
import { perform } from './perform';
import classes from './repair-panel.module.css';
import { SideHead } from './side-head';
import type { TournamentView } from './tournament-view';

interface RepairPanelProps {
  readonly view: TournamentView;
  readonly preview: RepairPreview;
  readonly onSelect: (match: string) => void;
}

/** What the smallest repair would change. Nothing moves before Apply. */
export function RepairPanel({ view, preview, onSelect }: RepairPanelProps) {
  const { changes, clashesLeft } = preview;
  const apply = () => void perform(view, applyRepair());
  useScreenKeys({
    Escape: () => {
      discardRepair();
      return true;
    },
  });
  const count = `${changes.length} ${changes.length === 1 ? 'match' : 'matches'}`;
  return (
    <section className={classes.panel} aria-label="Repair">
      <SideHead
        title="The timetable needs a repair"
        note={`${count} would change, nothing has moved yet${clashesLeft > 0 ? `, ${clashesLeft} clashes stay` : ''}`}
        onClose={discardRepair}
      />
      <ul className={classes.list}>
        {changes.map((change) => (
          <li key={change.match}>
            <button type="button" className={classes.match} onClick={() => onSelect(change.match)}>
              <b>{matchTitle(view, change.match)}</b>
              <span>{pairingOf(view, change.match)}</span>
              <Change view={view} change={change} />
            </button>
          </li>
        ))}
      </ul>
      <footer className={classes.foot}>
        <SecondaryButton shortcut="Esc" onClick={discardRepair}>
          Leave it
        </SecondaryButton>
        <PrimaryButton onClick={apply}>{`Apply to ${count}`}</PrimaryButton>
      </footer>
    </section>
  );
}

function Change({ view, change }: { readonly view: TournamentView; readonly change: TimetableChange }) {
  const { from, to, movedMinutes } = change;
  const umpireOf = (umpire: string | null): string => (umpire === null ? 'no umpire' : view.shortOf(umpire));
  return (
    <span className={classes.change}>
      {change.time || change.court ? (
        <span>
          {placeWords(view, from)}
          <IconArrowRight size={11} stroke={1.6} aria-label="to" />
          {placeWords(view, to)}
          {movedMinutes === 0 ? null : <em>{`${movedMinutes > 0 ? '+' : '−'}${Math.abs(movedMinutes)} min`}</em>}
        </span>
      ) : null}
      {change.umpire ? (
        <span>
          {umpireOf(from.umpire)}
          <IconArrowRight size={11} stroke={1.6} aria-label="to" />
          {umpireOf(to.umpire)}
        </span>
      ) : null}
    </span>
  );
}
