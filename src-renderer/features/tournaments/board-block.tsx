import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type PointerEvent } from 'react';
import classes from './board-block.module.css';
import type { BoardBlock as Place } from './board-layout';
import { entryAt, matchDetails, sidesOf } from './match-words';
import type { TournamentView } from './tournament-view';
import { toneOf } from './warning-words';

interface BoardBlockProps {
  readonly view: TournamentView;
  readonly place: Place;
  readonly selected: boolean;
  /** Concerns the user or the chosen player. */
  readonly strong: boolean;
  /** Expected later than it stands here, or being moved. */
  readonly tentative: boolean;
  /** The one block of the board that the Tab key reaches. */
  readonly tabbable: boolean;
  /** The same object from one drawing to the next. */
  readonly hands: BlockHands;
}

/** What can be done with any block. */
export interface BlockHands {
  readonly onSelect: (match: string) => void;
  readonly onPointerDown: (match: string, event: PointerEvent<HTMLButtonElement>) => void;
  readonly onKeyDown: (match: string, event: KeyboardEvent<HTMLButtonElement>) => void;
}

/** One match on the board: what it is, who plays, who umpires. A large board has hundreds: one that stays the same is not drawn again. */
export const BoardBlock = memo(function BoardBlock(props: BoardBlockProps) {
  const { view, place, selected, strong, tentative, tabbable, hands } = props;
  const match = view.matchOf.get(place.match)!;
  const own = view.problemMatch(place.match);
  const [one, other] = sidesOf(view, place.match);
  const umpire = view.rowOf.get(place.match)?.umpire ?? null;
  const tone = toneOf(view.warningsOf.get(place.match));
  const isDecided = entryAt(view, place.match, 0) !== null && entryAt(view, place.match, 1) !== null;
  const winner = own.result?.kind === 'played' || own.result?.kind === 'walkover' ? own.result.winner : null;
  const youUmpire = umpire !== null && view.me.has(umpire);
  const side = (at: 0 | 1, name: string) => (
    <span
      className={classes.side}
      data-won={(winner !== null && winner === entryAt(view, place.match, at)) || undefined}
    >
      {name}
    </span>
  );
  return (
    <button
      type="button"
      className={classes.block}
      data-match={place.match}
      data-state={own.state}
      data-open={isDecided ? undefined : true}
      data-strong={strong || youUmpire || undefined}
      data-selected={selected || undefined}
      data-tentative={tentative || undefined}
      data-movable={own.state === 'open' || undefined}
      style={{ left: place.left + 1, width: place.width - 3 }}
      aria-pressed={selected}
      tabIndex={tabbable ? 0 : -1}
      onClick={() => hands.onSelect(place.match)}
      onPointerDown={(event) => hands.onPointerDown(place.match, event)}
      onKeyDown={(event) => hands.onKeyDown(place.match, event)}
    >
      <span className={classes.head}>
        <b>{[match.category, view.state.words.get(place.match)?.round.short].filter(Boolean).join(' ')}</b>
        {` ${view.numberOf(place.match)}`}
        {own.pin ? <IconLock size={11} stroke={1.6} aria-hidden="true" /> : null}
      </span>
      <span className="dw-visually-hidden">, </span>
      {side(0, one)}
      <span className="dw-visually-hidden"> against </span>
      {side(1, other)}
      <span className="dw-visually-hidden">{youUmpire || umpire === null ? ', ' : ', umpire '}</span>
      <span className={classes.umpire}>
        {youUmpire ? 'You umpire' : umpire === null ? 'No umpire' : view.shortOf(umpire)}
      </span>
      <span className="dw-visually-hidden">{`, ${matchDetails(view, place.match)}`}</span>
      {tone ? <span className={classes.dot} data-tone={tone} aria-hidden="true" /> : null}
    </button>
  );
});
