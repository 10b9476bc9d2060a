import { IconBan, IconX } from '@tabler/icons-react';
import type { Place } from '#shared/tournaments/day/timetable-diff';
import { IconButton, SecondaryButton } from '../../ui';
import classes from './board-ghost.module.css';
import type { Board } from './board-layout';
import { placeWords } from './match-words';
import type { TournamentView } from './tournament-view';
import type { Carried } from './use-board-drag';

interface BoardGhostProps {
  readonly view: TournamentView;
  readonly board: Board;
  readonly carried: Carried;
  readonly rowHeight: number;
  readonly onChoose: (place: Place) => void;
  readonly onClose: () => void;
}

const CARD_WIDTH = 292;
/** With two reasons and the nearest places. */
const CARD_HEIGHT = 240;
/** Reasons beyond these are only counted. */
const MOST_REASONS = 2;

/** Where the match would go, and, when it may not, why not and where else. */
export function BoardGhost({ view, board, carried, rowHeight, onChoose, onClose }: BoardGhostProps) {
  const { match, row, start, words, places, room, isHeld } = carried;
  const minutes = view.problemMatch(match).minutes;
  const left = ((start - board.from) / 60_000) * board.pixelsPerMinute;
  const width = minutes * board.pixelsPerMinute;
  const isAbove = room.below < CARD_HEIGHT && room.above > room.below;
  const cardLeft = Math.max(0, room.from, Math.min(left, room.to - CARD_WIDTH));
  const more = words.reasons.length - MOST_REASONS;
  return (
    <>
      <div
        className={classes.ghost}
        data-legal={words.legal || undefined}
        style={{ left: left + 1, width: width - 3, top: row * rowHeight + 2, height: rowHeight - 5 }}
      >
        {words.legal ? null : <IconBan size={14} stroke={1.6} aria-hidden="true" />}
        <span>{placeWords(view, carried)}</span>
      </div>
      {words.legal ? null : (
        <div
          className={classes.card}
          data-held={isHeld || undefined}
          style={{
            left: cardLeft,
            width: CARD_WIDTH,
            ...(isAbove ? { bottom: (board.courts.length - row) * rowHeight + 4 } : { top: (row + 1) * rowHeight + 4 }),
          }}
        >
          <ul className={classes.reasons}>
            {words.reasons.slice(0, MOST_REASONS).map(({ rule, message }) => (
              <li key={message}>
                <b>{message}</b>
                <span>{rule}</span>
              </li>
            ))}
          </ul>
          {more > 0 ? <p className={classes.more}>{`and ${more} more ${more === 1 ? 'reason' : 'reasons'}`}</p> : null}
          {places === null ? (
            <p className={classes.more}>Looking for the nearest places</p>
          ) : places.length === 0 ? (
            <p className={classes.more}>There is no legal place near it.</p>
          ) : (
            <fieldset className={classes.places}>
              <legend>Nearest</legend>
              {places.map(({ place, label }) => (
                <SecondaryButton key={label} className={classes.place} onClick={() => onChoose(place)}>
                  {label}
                </SecondaryButton>
              ))}
            </fieldset>
          )}
          {isHeld ? null : (
            <IconButton label="Close" shortcut="Esc" className={classes.close} onClick={onClose}>
              <IconX size={14} stroke={1.6} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
    </>
  );
}
