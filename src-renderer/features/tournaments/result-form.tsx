import { Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { now } from '../../state/clock';
import { recordResult } from '../../state/tournaments';
import { PrimaryButton } from '../../ui';
import classes from './match-panel.module.css';
import { entryAt, sidesOf } from './match-words';
import { perform } from './perform';
import type { TournamentView } from './tournament-view';

interface ResultFormProps {
  readonly view: TournamentView;
  readonly match: string;
}

/** Who won, and how; the winner then stands where the draw sends him. */
export function ResultForm({ view, match }: ResultFormProps) {
  const own = view.problemMatch(match);
  const entries = [entryAt(view, match, 0), entryAt(view, match, 1)] as const;
  const names = sidesOf(view, match, true);
  const known = own.result?.kind === 'running' ? null : own.result;
  const [winner, setWinner] = useState<string | null>(known?.winner ?? null);
  const [score, setScore] = useState(known?.score ?? '');
  const [walkover, setWalkover] = useState(known?.kind === 'walkover');
  const knowsDraws = !view.places.has(match);
  const [drawn, setDrawn] = useState(known !== null && known.winner === null);
  const isReady = winner !== null || (knowsDraws && drawn);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const wasRunning = own.state === 'running';
    const recorded = recordResult(view.document.id, {
      match,
      winner: drawn ? null : winner,
      kind: walkover ? 'walkover' : 'played',
      ...(score.trim() === '' ? {} : { score: score.trim() }),
      start: null,
      // A match that was called and is over now ends now; any other is taken to have kept to the timetable.
      end: wasRunning && !walkover ? now() : null,
    });
    void perform(view, recorded, 'The result is stored');
  };
  return (
    <form className={classes.result} onSubmit={save} aria-label="Result">
      <fieldset>
        <legend className="dw-visually-hidden">Winner</legend>
        {entries.map((entry, side) =>
          entry === null ? null : (
            <button
              key={entry}
              type="button"
              className={classes.side}
              aria-pressed={!drawn && winner === entry}
              onClick={() => {
                setWinner(entry);
                setDrawn(false);
              }}
            >
              <span>{names[side]}</span>
              <small>{!drawn && winner === entry ? 'won' : 'wins'}</small>
            </button>
          ),
        )}
        {knowsDraws ? (
          <button type="button" className={classes.side} aria-pressed={drawn} onClick={() => setDrawn(true)}>
            <span>Drawn</span>
            <small>half a point each</small>
          </button>
        ) : null}
      </fieldset>
      <TextInput
        label="Score"
        placeholder="21:15 21:18"
        autoComplete="off"
        value={score}
        onChange={(event) => setScore(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Checkbox
          label="Without play"
          checked={walkover}
          disabled={drawn}
          onChange={(event) => setWalkover(event.currentTarget.checked)}
        />
        <PrimaryButton type="submit" disabled={!isReady}>
          {known === null ? 'Store result' : 'Change result'}
        </PrimaryButton>
      </div>
    </form>
  );
}
