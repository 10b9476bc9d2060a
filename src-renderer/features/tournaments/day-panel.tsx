import { plusMinutes } from '#shared/time/instant';
import { useNow } from '../../state/clock';
import { callMatch, lookForRepair, recordOverrun } from '../../state/tournaments';
import { formatMoment, formatTime, SecondaryButton } from '../../ui';
import classes from './day-panel.module.css';
import { DisruptionForm } from './disruption-form';
import { Disruptions } from './disruptions';
import { LateEntryForm } from './late-entry-form';
import { matchTitle, pairingOf, sidesOf } from './match-words';
import { perform } from './perform';
import { SideHead } from './side-head';
import { SideSection } from './side-section';
import type { TournamentView } from './tournament-view';
import { waitWords } from './wait-words';

interface DayPanelProps {
  readonly view: TournamentView;
  readonly onSelect: (match: string) => void;
  readonly onClose: () => void;
}

const QUEUE_SHOWN = 8;

/** The desk on the day of play: what is on court, what to call next, and what went wrong. */
export function DayPanel({ view, onSelect, onClose }: DayPanelProps) {
  const now = useNow();
  const id = view.document.id;
  const hasBegun = now >= view.state.problem.start;
  const running = view.placed.filter(({ match }) => match.state === 'running');
  const queue = view.state.isScheduled ? view.state.queue(now) : [];
  const callable = queue.filter(({ waitsFor }) => waitsFor === null);
  const shown = queue.slice(0, QUEUE_SHOWN);
  return (
    <>
      <SideHead
        title="Day of play"
        note={
          hasBegun ? formatTime(view.zone, now) : `Play starts ${formatMoment(view.zone, view.state.problem.start)}`
        }
        onClose={onClose}
      />
      <SideSection title="On court" note={running.length}>
        {running.length === 0 ? <p className={classes.none}>Nothing is being played.</p> : null}
        <ul className={classes.list}>
          {running.map((at) => (
            <li key={at.match.id}>
              <button type="button" className={classes.what} onClick={() => onSelect(at.match.id)}>
                <b>{pairingOf(view, at.match.id)}</b>
                <small>
                  {`${matchTitle(view, at.match.id)}, ${at.court === null ? '' : `${view.nameOf(at.court)}, `}until ${formatTime(view.zone, at.end)}`}
                </small>
              </button>
              <SecondaryButton
                className={classes.small}
                aria-label={`Match ${view.numberOf(at.match.id)} runs 15 minutes over`}
                onClick={() =>
                  void perform(view, recordOverrun(id, at.match.id, plusMinutes(at.end, 15)), 'Runs 15 minutes over')
                }
              >
                +15 min
              </SecondaryButton>
            </li>
          ))}
        </ul>
      </SideSection>
      <SideSection
        title="Next on court"
        note={hasBegun ? `${callable.length} can be called` : `${queue.length} to play`}
      >
        {queue.length === 0 ? (
          <p className={classes.none}>
            {view.state.isScheduled ? 'Everything is played.' : 'Schedule the tournament first.'}
          </p>
        ) : null}
        <ul className={classes.list}>
          {shown.map(({ match, waitsFor, court, umpire, plannedStart }) => (
            <li key={match}>
              <button type="button" className={classes.what} onClick={() => onSelect(match)}>
                <b>{pairingOf(view, match)}</b>
                <small>
                  {[
                    matchTitle(view, match),
                    plannedStart === null ? null : `planned ${formatTime(view.zone, plannedStart)}`,
                    waitsFor !== null ? waitWords(view, waitsFor) : hasBegun ? placeNow(view, court, umpire) : null,
                  ]
                    .filter((part) => part !== null)
                    .join(', ')}
                </small>
              </button>
              {waitsFor === null && (court !== null || view.document.courts.length === 0) ? (
                <SecondaryButton
                  className={classes.small}
                  aria-label={`Call match ${view.numberOf(match)}, ${sidesOf(view, match, true).join(' against ')}`}
                  onClick={() => void perform(view, callMatch(id, match, { court, umpire }), 'Called to court')}
                >
                  Call
                </SecondaryButton>
              ) : null}
            </li>
          ))}
        </ul>
        {queue.length > shown.length ? (
          <p className={classes.none}>{`and ${queue.length - shown.length} more`}</p>
        ) : null}
      </SideSection>
      <SideSection title="What went wrong">
        <DisruptionForm view={view} />
        <Disruptions view={view} />
        <SecondaryButton className={classes.look} onClick={() => void lookForRepair(id)}>
          Look for a repair from now on
        </SecondaryButton>
      </SideSection>
      <SideSection title="Late entry">
        <LateEntryForm view={view} />
      </SideSection>
    </>
  );
}

function placeNow(view: TournamentView, court: string | null, umpire: string | null): string {
  const places = [court === null ? null : view.nameOf(court), umpire === null ? null : view.shortOf(umpire)];
  const free = places.filter((part) => part !== null).join(', ');
  return free === '' ? 'no court is free' : `free: ${free}`;
}
