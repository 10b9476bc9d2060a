import { IconCalendarShare, IconUserOff } from '@tabler/icons-react';
import { checkIn, markAway, markBack, takeBackWithdrawal, withdraw } from '../../state/tournaments';
import { formatDuration, QuietButton, SecondaryButton } from '../../ui';
import { matchTitle, pairingOf, timeWords } from './match-words';
import { perform, performWithUndo } from './perform';
import classes from './person-card.module.css';
import { playerCard, playerList } from './player-card';
import { saveCalendar } from './save-calendar';
import { SideHead } from './side-head';
import { SideSection } from './side-section';
import type { TournamentView } from './tournament-view';

interface PersonCardProps {
  readonly view: TournamentView;
  readonly person: string;
  readonly onSelect: (match: string) => void;
  readonly onClose: () => void;
}

/** One player's day: matches, rests, waiting, results; and what the organiser can do about him. */
export function PersonCard({ view, person, onSelect, onClose }: PersonCardProps) {
  const card = playerCard(view, person);
  const row = playerList(view).find((one) => one.person === person);
  const id = view.document.id;
  const isAway = view.document.absences.some(({ who, to }) => who === person && to === null);
  const gone = new Set(view.document.withdrawals.map(({ entry }) => entry));
  const name = view.nameOf(person);
  return (
    <>
      <SideHead
        title={row?.isMe ? `${name}, you` : name}
        note={[row?.club, row?.categories.join(', ')].filter(Boolean).join(', ')}
        onClose={onClose}
      />
      <dl className={classes.figures}>
        <Figure value={String(card.played)} label={card.played === 1 ? 'match' : 'matches'} />
        <Figure value={`${row?.won ?? 0} : ${row?.lost ?? 0}`} label="won : lost" />
        <Figure
          value={card.shortestRestMinutes === null ? '–' : formatDuration(card.shortestRestMinutes)}
          label="shortest rest"
        />
        <Figure value={formatDuration(card.waitMinutes)} label="waiting" />
      </dl>
      <SideSection title="Matches" note={card.umpired > 0 ? `umpires ${card.umpired}` : undefined}>
        {card.matches.length === 0 ? <p className={classes.none}>No match yet.</p> : null}
        <ul className={classes.list}>
          {card.matches.map((one) => (
            <li key={one.match}>
              <button type="button" onClick={() => onSelect(one.match)} data-role={one.role}>
                <span className={classes.when}>{timeWords(view, one.start) || '–'}</span>
                <span className={classes.what}>
                  <b>{pairingOf(view, one.match)}</b>
                  <small>
                    {[
                      matchTitle(view, one.match),
                      one.role === 'plays' ? null : one.role,
                      one.restMinutes === null ? null : `${formatDuration(one.restMinutes)} after the one before`,
                    ]
                      .filter((part) => part !== null)
                      .join(', ')}
                  </small>
                </span>
                <span className={classes.outcome} data-short={one.isShort || undefined}>
                  {one.outcome ?? (one.isShort ? 'short rest' : '')}
                  {one.score ? ` ${one.score}` : ''}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </SideSection>
      <div className={classes.actions}>
        <SecondaryButton
          leftSection={<IconCalendarShare size={14} stroke={1.6} />}
          onClick={() => void saveCalendar(view, { kind: 'player', id: person })}
        >
          Save as .ics
        </SecondaryButton>
        <SecondaryButton
          onClick={() =>
            void perform(
              view,
              checkIn(id, person, !row?.isThere),
              row?.isThere ? `${name} is checked out` : `${name} is checked in`,
            )
          }
        >
          {row?.isThere ? 'Check out' : 'Check in'}
        </SecondaryButton>
        <QuietButton
          onClick={() =>
            void (isAway
              ? performWithUndo(markBack(id, person), `${name} is back`)
              : performWithUndo(markAway(id, person), `${name} is away from now on`))
          }
        >
          {isAway ? 'Is back' : 'Is away from now'}
        </QuietButton>
        {(row?.entries ?? []).map((entry) => {
          const category = view.document.participants.find((one) => one.id === entry)?.category;
          const where = category == null ? '' : ` from ${category}`;
          return gone.has(entry) ? (
            <QuietButton
              key={entry}
              onClick={() =>
                void performWithUndo(takeBackWithdrawal(id, entry), `${view.nameOf(entry)} plays after all`)
              }
            >
              {`Plays ${category ?? ''} after all`}
            </QuietButton>
          ) : (
            <QuietButton
              key={entry}
              leftSection={<IconUserOff size={14} stroke={1.6} />}
              onClick={() => void performWithUndo(withdraw(id, entry), `${view.nameOf(entry)} is withdrawn${where}`)}
            >
              {`Withdraw${where}`}
            </QuietButton>
          );
        })}
      </div>
    </>
  );
}

function Figure({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
