import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { QuietButton, SecondaryButton, Segmented } from '../../ui';
import { bracketsOf, pathOf } from './bracket-layout';
import { BracketView } from './bracket-view';
import { categoryDraw, type DrawRound } from './category-draw';
import classes from './draw-panel.module.css';
import { MatchList } from './match-list';
import { StandingsTable } from './standings-table';
import type { TournamentView } from './tournament-view';

interface DrawPanelProps {
  readonly view: TournamentView;
  readonly category: string | null;
  /** Whose way is drawn strong; null is the user's. */
  readonly person: string | null;
  readonly selected: string | null;
  readonly onCategory: (category: string) => void;
  readonly onSelect: (match: string) => void;
  readonly onDrawRound: (category: string | null, round: number) => void;
  readonly onClearPerson: () => void;
}

/** The draw of one category: brackets, tables, rounds, whichever it has. */
export function DrawPanel(props: DrawPanelProps) {
  const { view, category, person, selected, onCategory, onSelect, onDrawRound, onClearPerson } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const plan = view.categories.find(({ id }) => id === category) ?? view.categories[0];
  const draw = useMemo(() => categoryDraw(view, plan?.id ?? null), [view, plan]);
  const path = useMemo(() => pathOf(view, person === null ? view.me : new Set([person])), [view, person]);
  const available = Math.max(320, width);
  const brackets = useMemo(
    () => (draw.hasBracket ? bracketsOf(view, plan?.id ?? null, { width: available }) : []),
    [view, plan, draw, available],
  );
  if (!plan) return null;
  const isOnPath = [...path].some((match) => view.matchOf.get(match)?.category === plan.id);
  const whose = person === null ? 'Your path' : `The path of ${view.nameOf(person)}`;
  return (
    <section className={classes.panel} aria-label={`Draw, ${plan.name || 'all'}`}>
      <header className={classes.head}>
        <h2>{plan.name || 'Draw'}</h2>
        {isOnPath ? <span className={classes.note}>{`${whose} is highlighted`}</span> : null}
        {person === null ? null : (
          <QuietButton className={classes.clear} onClick={onClearPerson}>
            Clear
          </QuietButton>
        )}
        {view.categories.length > 1 ? (
          <div className={classes.switch}>
            <Segmented
              label="Category"
              value={plan.id ?? ''}
              options={view.categories.map(({ id }) => ({ value: id ?? '', label: id ?? 'All' }))}
              onChange={onCategory}
            />
          </div>
        ) : null}
      </header>
      <div ref={ref} className={classes.measure} />
      <div className={classes.scroller}>
        {draw.tables.length > 0 ? (
          <div className={classes.tables}>
            {draw.tables.map((table) => (
              <div key={table.title}>
                <StandingsTable view={view} table={table} />
                {draw.rounds.length > 0 ? null : (
                  <MatchList
                    view={view}
                    label={`Matches, ${table.title}`}
                    matches={table.matches}
                    selected={selected}
                    onSelect={onSelect}
                  />
                )}
              </div>
            ))}
            {draw.rounds.map((round) => (
              <RoundCard
                key={round.round}
                view={view}
                round={round}
                selected={selected}
                onSelect={onSelect}
                onDraw={() => onDrawRound(plan.id, round.round)}
              />
            ))}
          </div>
        ) : null}
        {brackets.map((bracket) => (
          <div key={bracket.final}>
            {bracket.kind === 'consolation' ? <h3 className={classes.sub}>Consolation</h3> : null}
            <BracketView
              view={view}
              bracket={bracket}
              width={available}
              path={path}
              selected={selected}
              onSelect={onSelect}
            />
          </div>
        ))}
        {draw.hasBracket || draw.tables.length > 0 ? null : (
          <p className={classes.none}>
            {plan.participants.length < 2 ? 'A draw needs two entries.' : 'Nothing is drawn yet.'}
          </p>
        )}
      </div>
    </section>
  );
}

interface RoundCardProps {
  readonly view: TournamentView;
  readonly round: DrawRound;
  readonly selected: string | null;
  readonly onSelect: (match: string) => void;
  readonly onDraw: () => void;
}

function RoundCard({ view, round, selected, onSelect, onDraw }: RoundCardProps) {
  return (
    <div>
      <h3 className={classes.round}>{round.title}</h3>
      {round.isDrawn ? (
        <MatchList view={view} label={round.title} matches={round.matches} selected={selected} onSelect={onSelect} />
      ) : round.canBeDrawn ? (
        <SecondaryButton onClick={onDraw}>{`Draw round ${round.round}`}</SecondaryButton>
      ) : (
        <p className={classes.waits}>{`${round.matches.length} matches, drawn when the round before is played.`}</p>
      )}
    </div>
  );
}
