import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Instant } from '#shared/time/instant';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { formatDayLong, formatTime } from '../../ui';
import classes from './board.module.css';
import { type BlockHands, BoardBlock } from './board-block';
import { isArrow, neighbourMatch } from './board-focus';
import { BoardGhost } from './board-ghost';
import type { BoardCourt, ClosedStretch, Board as Layout } from './board-layout';
import { EventRow } from './event-row';
import type { TournamentView } from './tournament-view';
import { useBoardDrag } from './use-board-drag';

interface BoardProps {
  readonly view: TournamentView;
  readonly board: Layout;
  readonly now: Instant;
  readonly selected: string | null;
  /** Matches of the user or of the chosen player. */
  readonly strong: ReadonlySet<string>;
  /** Expected later than in the timetable. */
  readonly late: ReadonlySet<string>;
  /** The user's own events stand above the courts. */
  readonly showsEvents: boolean;
  readonly onSelect: (match: string | null) => void;
  readonly onMove: (drop: Drop) => void;
  readonly onPin: (match: string) => void;
}

export const ROW_HEIGHT = 81;
const HEAD_HEIGHT = 31;
const EVENTS_HEIGHT = 28;

/** Courts are rows, time runs to the right. Every match can be carried to another place; only allowed ones take it. */
export function Board(props: BoardProps) {
  const { view, board, now, selected, strong, late, showsEvents, onSelect, onMove, onPin } = props;
  const rows = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const drag = useBoardDrag({ view, board, area: rows, scroller, rowHeight: ROW_HEIGHT, onMove });
  const first = board.courts.flatMap(({ blocks }) => blocks)[0]?.match ?? null;
  const isShown = board.courts.some(({ blocks }) => blocks.some(({ match }) => match === selected));
  const tabStop = isShown ? selected : first;
  const nowLeft = now >= board.from && now < board.to ? ((now - board.from) / 60_000) * board.pixelsPerMinute : null;

  const shownDay = useRef<string | null>(null);
  useEffect(() => {
    const element = scroller.current;
    // Once a day: the reader's own scrolling is not disturbed each half minute.
    if (!element || nowLeft === null || shownDay.current === board.day) return;
    shownDay.current = board.day;
    element.scrollLeft = Math.max(0, nowLeft - element.clientWidth / 2);
  }, [board.day, nowLeft]);

  const onKeyDown = (match: string, event: KeyboardEvent<HTMLButtonElement>) => {
    if (drag.onKeyDown(match, event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (isArrow(event.key)) {
      event.preventDefault();
      focusMatch(rows.current, neighbourMatch(board, match, event.key));
    } else if (event.key === 'l') {
      event.preventDefault();
      onPin(match);
    }
  };

  const latest = useRef<BlockHands | null>(null);
  latest.current = {
    onSelect: (match) => {
      if (!drag.wasDragged()) onSelect(match === selected ? null : match);
    },
    onPointerDown: drag.onPointerDown,
    onKeyDown,
  };
  const hands = useMemo(
    (): BlockHands => ({
      onSelect: (match) => latest.current?.onSelect(match),
      onPointerDown: (match, event) => latest.current?.onPointerDown(match, event),
      onKeyDown: (match, event) => latest.current?.onKeyDown(match, event),
    }),
    [],
  );

  return (
    <section className={classes.board} aria-label={`Courts, ${formatDayLong(board.day)}`}>
      <div className={classes.scroller} ref={scroller}>
        <div
          className={classes.plane}
          data-carrying={drag.carried !== null || undefined}
          style={
            {
              '--width': `${board.width}px`,
              '--row': `${ROW_HEIGHT}px`,
              '--events': `${showsEvents ? EVENTS_HEIGHT : 0}px`,
            } as CSSProperties
          }
        >
          <div className={classes.courts}>
            <span className={classes.corner} style={{ height: HEAD_HEIGHT }} />
            {showsEvents ? <span className={classes.eventsName}>Your events</span> : null}
            {board.courts.map((court) => (
              <CourtName key={court.id ?? ''} court={court} isWholeEvent={view.days.length < 2} />
            ))}
          </div>
          <div className={classes.head} style={{ height: HEAD_HEIGHT }} aria-hidden="true">
            {board.waves.map((wave) => (
              <span key={wave.start} className={classes.wave} style={{ left: wave.left }}>
                <b>{wave.label}</b>
                {wave.isRoomy ? ` wave ${wave.number}` : null}
              </span>
            ))}
            {board.pauses.map(({ left, label }) => (
              <span key={label} className={classes.wave} style={{ left }}>
                <b>{label}</b>
              </span>
            ))}
          </div>
          {showsEvents ? <EventRow board={board} zone={view.zone} /> : null}
          <div className={classes.rows} ref={rows}>
            {board.courts.map((court) => (
              <div key={court.id ?? ''} className={classes.row}>
                {board.waves.map(({ start, left }) => (
                  <span key={start} className={classes.tick} style={{ left }} aria-hidden="true" />
                ))}
                {court.closed.map((closed) => (
                  <Closed key={closed.left} {...closed} />
                ))}
                {court.blocks.map((block) => (
                  <BoardBlock
                    key={block.match}
                    view={view}
                    place={block}
                    selected={block.match === selected}
                    strong={strong.has(block.match)}
                    tentative={late.has(block.match) || drag.carried?.match === block.match}
                    tabbable={block.match === tabStop}
                    hands={hands}
                  />
                ))}
              </div>
            ))}
            {board.closed.map((closed) => (
              <Closed key={closed.left} {...closed} />
            ))}
            {nowLeft === null ? null : (
              <span className={classes.now} style={{ left: nowLeft }}>
                <span>{formatTime(view.zone, now)}</span>
              </span>
            )}
            {drag.carried ? (
              <BoardGhost
                view={view}
                board={board}
                carried={drag.carried}
                rowHeight={ROW_HEIGHT}
                onChoose={(place) => {
                  const { match } = drag.carried!;
                  drag.cancel();
                  if (place.start !== null)
                    onMove({ match, court: place.court, start: place.start, umpire: place.umpire });
                }}
                onClose={() => {
                  const { match } = drag.carried!;
                  drag.cancel();
                  focusMatch(rows.current, match);
                }}
              />
            ) : null}
          </div>
        </div>
      </div>
    </section>
  );
}

function CourtName({ court, isWholeEvent }: { readonly court: BoardCourt; readonly isWholeEvent: boolean }) {
  return (
    <div className={classes.court}>
      <span>{court.name}</span>
      <small>{`${court.blocks.length} ${isWholeEvent ? 'today' : 'this day'}`}</small>
    </div>
  );
}

function Closed({ left, width, label }: ClosedStretch) {
  return (
    <span className={classes.closed} style={{ left, width }}>
      {label === null ? null : <span>{label}</span>}
    </span>
  );
}

function focusMatch(area: HTMLElement | null, match: string | null): void {
  if (match === null) return;
  const block = area?.querySelector<HTMLElement>(`[data-match="${CSS.escape(match)}"]`);
  block?.focus();
  block?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
