import {
  IconArrowBackUp,
  IconClockPlus,
  IconLock,
  IconLockOpen,
  IconPlayerPlay,
  IconUserOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import { plusMinutes } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { now } from '../../state/clock';
import { selectPerson } from '../../state/tournament-place';
import { callMatch, recordOverrun, undoResult, withdraw } from '../../state/tournaments';
import { formatDayShort, formatRange, QuietButton, SecondaryButton } from '../../ui';
import classes from './match-panel.module.css';
import { entryAt, matchTitle, sidesOf } from './match-words';
import { perform, performWithUndo } from './perform';
import { PlaceForm } from './place-form';
import { ResultForm } from './result-form';
import { SideHead } from './side-head';
import { SideSection } from './side-section';
import { togglePin } from './toggle-pin';
import type { TournamentView } from './tournament-view';
import { UmpirePicker } from './umpire-picker';
import { Line } from './warning-list';
import { warningLines } from './warning-words';

interface MatchPanelProps {
  readonly view: TournamentView;
  readonly match: string;
  readonly onMove: (drop: Drop) => void;
  readonly onSelect: (match: string) => void;
  readonly onClose: () => void;
}

/** One match: where, who, what is wrong with it, and everything one can do to it. */
export function MatchPanel({ view, match, onMove, onSelect, onClose }: MatchPanelProps) {
  const [moving, setMoving] = useState(false);
  const own = view.problemMatch(match);
  const row = view.rowOf.get(match);
  const lines = warningLines(view).filter((line) => line.match === match);
  const isOpen = own.state === 'open';
  const isKnown = own.entries.length === 2;
  const id = view.document.id;
  const overrunTo = plusMinutes(row?.end ?? now(), 15);
  const sides = sidesOf(view, match, true);
  return (
    <>
      <SideHead title={matchTitle(view, match)} onClose={onClose} />
      <SideSection title="Place" note={own.pin ? 'Pinned' : undefined}>
        <dl className={classes.facts}>
          <dt>When</dt>
          <dd>
            {row?.start != null && row.end !== null
              ? `${view.days.length > 1 ? `${formatDayShort(dayAt(view.zone, row.start))}, ` : ''}${formatRange(view.zone, row.start, row.end)}`
              : 'Not scheduled'}
          </dd>
          <dt>Court</dt>
          <dd>{row?.court == null ? 'None' : view.nameOf(row.court)}</dd>
          {view.document.umpires.length > 0 && row?.start != null ? (
            <>
              <dt>Umpire</dt>
              <dd>
                {isOpen || own.state === 'running' ? (
                  <UmpirePicker view={view} match={match} />
                ) : (
                  umpireName(view, row.umpire)
                )}
              </dd>
            </>
          ) : null}
        </dl>
        {isOpen && row?.start != null ? (
          <div className={classes.actions}>
            <SecondaryButton onClick={() => setMoving(!moving)} aria-expanded={moving}>
              Move
            </SecondaryButton>
            <SecondaryButton
              leftSection={own.pin ? <IconLockOpen size={14} stroke={1.6} /> : <IconLock size={14} stroke={1.6} />}
              shortcut="L"
              aria-keyshortcuts="l"
              onClick={() => void togglePin(view, match)}
            >
              {own.pin ? 'Unpin' : 'Pin'}
            </SecondaryButton>
          </div>
        ) : null}
        {moving && isOpen ? (
          <PlaceForm view={view} match={match} onMove={onMove} onClose={() => setMoving(false)} />
        ) : null}
      </SideSection>
      {lines.length > 0 ? (
        <SideSection title="Warnings" note={lines.length}>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <Line key={line.key} view={view} line={line} onSelect={onSelect} />
            ))}
          </ul>
        </SideSection>
      ) : null}
      <SideSection title="Players">
        <ul className={classes.players}>
          {([0, 1] as const).map((side) => {
            const entry = entryAt(view, match, side);
            return (
              <li key={side}>
                <span>
                  {entry === null
                    ? sides[side]
                    : peopleOf(view, entry).map((person, index) => (
                        <span key={person}>
                          {index > 0 ? ' / ' : null}
                          <button type="button" className={classes.person} onClick={() => selectPerson(person)}>
                            {view.nameOf(person)}
                          </button>
                        </span>
                      ))}
                  <small>{entry === null ? '' : (clubOf(view, entry) ?? '')}</small>
                </span>
                {entry !== null && isOpen ? (
                  <QuietButton
                    className={classes.quiet}
                    leftSection={<IconUserOff size={14} stroke={1.6} />}
                    onClick={() => void performWithUndo(withdraw(id, entry), `${view.nameOf(entry)} is withdrawn`)}
                  >
                    Withdraw
                  </QuietButton>
                ) : null}
              </li>
            );
          })}
        </ul>
      </SideSection>
      {isKnown && own.state !== 'free' ? (
        <SideSection title="Result">
          {isOpen && row?.start != null ? (
            <div className={classes.actions}>
              <SecondaryButton
                leftSection={<IconPlayerPlay size={14} stroke={1.6} />}
                onClick={() =>
                  void perform(view, callMatch(id, match, { court: row.court, umpire: row.umpire }), 'Called to court')
                }
              >
                Call to court
              </SecondaryButton>
            </div>
          ) : null}
          {own.state === 'running' || (isOpen && row?.start != null && row.start <= now()) ? (
            <div className={classes.actions}>
              <SecondaryButton
                leftSection={<IconClockPlus size={14} stroke={1.6} />}
                onClick={() => void perform(view, recordOverrun(id, match, overrunTo), 'Runs 15 minutes over')}
              >
                Runs 15 min over
              </SecondaryButton>
            </div>
          ) : null}
          <ResultForm key={`${match} ${own.state}`} view={view} match={match} />
        </SideSection>
      ) : null}
      {own.result ? (
        <div className={classes.back}>
          <QuietButton
            leftSection={<IconArrowBackUp size={14} stroke={1.6} />}
            onClick={() =>
              void performWithUndo(undoResult(id, match), `The result of match ${view.numberOf(match)} is taken back`)
            }
          >
            Take the result back
          </QuietButton>
        </div>
      ) : null}
    </>
  );
}

function umpireName(view: TournamentView, umpire: string | null): string {
  return umpire === null ? 'None' : view.nameOf(umpire);
}

function peopleOf(view: TournamentView, entry: string): readonly string[] {
  return view.document.participants.find(({ id }) => id === entry)?.players ?? [entry];
}

function clubOf(view: TournamentView, entry: string): string | null {
  return view.document.participants.find(({ id }) => id === entry)?.club ?? null;
}
