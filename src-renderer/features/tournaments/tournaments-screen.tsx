import { IconCalendar, IconClipboardList, IconLayoutSidebarRight, IconPrinter } from '@tabler/icons-react';
import { dayAt } from '#shared/time/zone';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { useNow } from '../../state/clock';
import { useScreenKeys } from '../../state/screen-keys';
import {
  selectMatch,
  selectPerson,
  setTournamentPlace,
  type TournamentTab,
  tournamentPlace,
  useTournamentPlace,
} from '../../state/tournament-place';
import {
  discardRepair,
  drawSwissRound,
  moveMatch,
  printOrderOfPlay,
  repairNow,
  scheduleTournament,
  useOpenTournament,
} from '../../state/tournaments';
import { IconButton, ScreenToolbar, Segmented } from '../../ui';
import { contextWords } from './context-words';
import { CourtsView } from './courts-view';
import { DrawPanel } from './draw-panel';
import { placeWords } from './match-words';
import { nextDay } from './next-day';
import { perform } from './perform';
import { PlayersView } from './players-view';
import { ScheduleControl } from './schedule-control';
import { SetupView } from './setup/setup-view';
import { SidePanel } from './side-panel';
import { togglePin } from './toggle-pin';
import { TournamentTitle } from './tournament-title';
import { screenView, type TournamentView } from './tournament-view';
import { TournamentsEmpty } from './tournaments-empty';
import classes from './tournaments-screen.module.css';
import { UmpiresView } from './umpires-view';

const TABS: readonly { readonly value: TournamentTab; readonly label: string }[] = [
  { value: 'courts', label: 'Courts' },
  { value: 'draws', label: 'Draws' },
  { value: 'umpires', label: 'Umpires' },
  { value: 'players', label: 'Players' },
];

/** Who plays where, and who umpires. */
export function TournamentsScreen() {
  const open = useOpenTournament();
  return open === null ? <TournamentsEmpty /> : <OpenTournament view={screenView(open.document)} />;
}

function OpenTournament({ view }: { readonly view: TournamentView }) {
  const place = useTournamentPlace();
  const now = useNow();
  const day = nextDay(view, dayAt(view.zone, now), place.day);
  const match = place.match !== null && view.matchOf.has(place.match) ? place.match : null;
  const id = view.document.id;
  const category = view.categories.some((one) => one.id === place.category)
    ? place.category
    : (ownCategory(view) ?? view.categories[0]?.id ?? null);
  const move = (drop: Drop) =>
    void perform(view, moveMatch(id, drop), `Match ${view.numberOf(drop.match)} moved to ${placeWords(view, drop)}`);
  useScreenKeys({
    s: () => {
      void scheduleTournament(id, view.document.lastRun?.mode ?? 'best');
      return true;
    },
    l: () => {
      if (match === null || view.problemMatch(match).state !== 'open') return false;
      void togglePin(view, match);
      return true;
    },
    Escape: () => {
      if (repairNow().phase === 'previewing') discardRepair();
      else if (tournamentPlace().match !== null) selectMatch(null);
      else if (tournamentPlace().person !== null) selectPerson(null);
      else if (tournamentPlace().side === 'day') setTournamentPlace({ side: 'load' });
      else if (tournamentPlace().isSideOpen) setTournamentPlace({ isSideOpen: false });
      else return false;
      return true;
    },
  });
  if (place.panel === 'setup') return <SetupView view={view} />;
  const draw = (
    <DrawPanel
      view={view}
      category={category}
      person={place.person}
      selected={match}
      onCategory={(next) => setTournamentPlace({ category: next })}
      onSelect={toggleMatch}
      onDrawRound={(of, round) => void perform(view, drawSwissRound(id, of, round), `Round ${round} is drawn`)}
      onClearPerson={() => selectPerson(null)}
    />
  );
  return (
    <>
      <ScreenToolbar
        title={<TournamentTitle view={view} />}
        context={contextWords(view)}
        right={
          <ScheduleControl view={view}>
            {place.tab === 'courts' ? (
              <EventsButton isOn={place.showsEvents} disabled={!view.state.isScheduled} />
            ) : null}
            <SideButtons
              id={id}
              isScheduled={view.state.isScheduled}
              isDeskShown={place.side === 'day' && match === null && place.person === null}
              isSideOpen={place.isSideOpen}
            />
          </ScheduleControl>
        }
      >
        <div className={classes.tabs}>
          <Segmented label="View" value={place.tab} options={TABS} onChange={(tab) => setTournamentPlace({ tab })} />
        </div>
      </ScreenToolbar>
      <div className={classes.body}>
        <div className={classes.main} data-tab={place.tab}>
          {place.tab === 'courts' ? (
            <>
              <CourtsView
                view={view}
                day={day}
                selected={match}
                person={place.person}
                showsEvents={place.showsEvents}
                onDay={(next) => setTournamentPlace({ day: next })}
                onSelect={selectMatch}
                onMove={move}
                onSetup={() => setTournamentPlace({ panel: 'setup' })}
              />
              {view.state.matches.length > 0 ? draw : null}
            </>
          ) : null}
          {place.tab === 'draws' ? draw : null}
          {place.tab === 'umpires' ? (
            <UmpiresView
              view={view}
              day={day}
              onSelect={selectMatch}
              onSetup={() => setTournamentPlace({ panel: 'setup' })}
            />
          ) : null}
          {place.tab === 'players' ? <PlayersView view={view} person={place.person} onPerson={selectPerson} /> : null}
        </div>
        <SidePanel
          view={view}
          day={day}
          match={match}
          person={place.person}
          side={place.side}
          isOpen={place.isSideOpen}
          onMove={move}
        />
      </div>
    </>
  );
}

/** The same function at every drawing: large draws are only drawn again where something changes. */
function toggleMatch(match: string): void {
  selectMatch(tournamentPlace().match === match ? null : match);
}

function EventsButton({ isOn, disabled }: { readonly isOn: boolean; readonly disabled: boolean }) {
  return (
    <IconButton
      label="Your events"
      aria-pressed={isOn}
      disabled={disabled}
      onClick={() => setTournamentPlace({ showsEvents: !isOn })}
    >
      <IconCalendar size={16} stroke={1.6} aria-hidden="true" />
    </IconButton>
  );
}

interface SideButtonsProps {
  readonly id: string;
  readonly isScheduled: boolean;
  /** The desk, with no match and no player over it. */
  readonly isDeskShown: boolean;
  readonly isSideOpen: boolean;
}

function SideButtons({ id, isScheduled, isDeskShown, isSideOpen }: SideButtonsProps) {
  return (
    <>
      <IconButton label="Print the order of play" disabled={!isScheduled} onClick={() => printOrderOfPlay(id)}>
        <IconPrinter size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Day of play"
        aria-pressed={isDeskShown}
        onClick={() => {
          selectPerson(null);
          setTournamentPlace({ side: isDeskShown ? 'load' : 'day', isSideOpen: !isDeskShown });
        }}
      >
        <IconClipboardList size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Umpire load and warnings"
        className={classes.sideToggle}
        aria-expanded={isSideOpen}
        onClick={() => setTournamentPlace({ isSideOpen: !isSideOpen })}
      >
        <IconLayoutSidebarRight size={16} stroke={1.6} aria-hidden="true" />
      </IconButton>
    </>
  );
}

/** The category the user plays in. */
function ownCategory(view: TournamentView): string | null {
  const own = view.document.participants.find(
    ({ id, players }) => view.me.has(id) || players?.some((player) => view.me.has(player)),
  );
  return own?.category ?? null;
}
