import { memo } from 'react';
import { type Bracket, NODE_HEIGHT, nodeWidth } from './bracket-layout';
import classes from './bracket-view.module.css';
import { entryAt, matchDetails, matchTitle, openSideWords, sidesOf, timeWords } from './match-words';
import type { TournamentView } from './tournament-view';

interface BracketViewProps {
  readonly view: TournamentView;
  readonly bracket: Bracket;
  /** The width it was laid out for. */
  readonly width: number;
  readonly path: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (match: string) => void;
}

/** Every match between the two that feed it; the way of the user, or of the chosen player, is drawn strong. */
export function BracketView({ view, bracket, width, path, selected, onSelect }: BracketViewProps) {
  const node = nodeWidth(bracket.columns.length, width);
  return (
    <div className={classes.bracket} style={{ width: bracket.width, height: bracket.height }}>
      {bracket.columns.map(({ left, title }) => (
        <span key={left} className={classes.title} style={{ left }}>
          {title}
        </span>
      ))}
      <svg className={classes.lines} width={bracket.width} height={bracket.height} aria-hidden="true">
        <title>Draw</title>
        {bracket.lines
          .toSorted((one, other) => Number(isOn(path, one)) - Number(isOn(path, other)))
          .map((line) => (
            <path key={`${line.from} ${line.to}`} d={line.path} data-on={isOn(path, line) || undefined} />
          ))}
      </svg>
      {bracket.nodes.map(({ match, left, top }) => (
        <Node
          key={match}
          view={view}
          match={match}
          left={left}
          top={top}
          width={node}
          isOnPath={path.has(match)}
          isSelected={match === selected}
          onSelect={onSelect}
        />
      ))}
    </div>
  );
}

interface NodeProps {
  readonly view: TournamentView;
  readonly match: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly isOnPath: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (match: string) => void;
}

/** Large draws have hundreds: one that stays the same is not drawn again. */
const Node = memo(function Node({ view, match, left, top, width, isOnPath, isSelected, onSelect }: NodeProps) {
  const start = view.rowOf.get(match)?.start ?? null;
  const own = view.problemMatch(match);
  const winner = own.result !== null && own.result.kind !== 'running' ? own.result.winner : null;
  const isKnown = own.entries.length > 0 || own.state === 'free';
  const [one, other] = sidesOf(view, match);
  const side = (at: 0 | 1, name: string) => {
    const entry = entryAt(view, match, at);
    return (
      <span
        data-won={(winner !== null && entry === winner) || undefined}
        data-lost={(winner !== null && entry !== winner) || undefined}
      >
        {name}
      </span>
    );
  };
  const isThird = view.places.get(match)?.kind === 'third';
  return (
    <button
      type="button"
      className={classes.node}
      style={{ left, top, width, height: NODE_HEIGHT }}
      data-known={isKnown || undefined}
      data-path={isOnPath || undefined}
      data-selected={isSelected || undefined}
      aria-pressed={isSelected}
      onClick={() => onSelect(match)}
    >
      <span className={classes.sides}>
        {side(0, one)}
        <i> v </i>
        {side(1, openSideWords(one, other))}
      </span>
      <span className={classes.time}>{own.result?.score || timeWords(view, start)}</span>
      {isThird ? <span className={classes.third}>Third place</span> : null}
      <span className="dw-visually-hidden">{`, ${matchTitle(view, match)}, ${matchDetails(view, match)}`}</span>
    </button>
  );
});

function isOn(path: ReadonlySet<string>, line: { readonly from: string; readonly to: string }): boolean {
  return path.has(line.from) && path.has(line.to);
}
