import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { DrawType } from '#shared/tournaments/document';
import { type CapacityQuestion, useCapacity } from '../../../state/tournaments';
import { formatDayShort, formatDuration, formatTime, QuietButton } from '../../../ui';
import { inWords } from '../match-words';
import type { TournamentView } from '../tournament-view';
import classes from './capacity-panel.module.css';
import { FORMATS } from './formats';

interface CapacityPanelProps {
  readonly view: TournamentView;
}

type Knob = 'entries' | 'courts' | 'umpires' | 'matchMinutes' | 'restMinutes';

/** "And with two courts more?" Answers while the knobs turn, and changes nothing. */
export function CapacityPanel({ view }: CapacityPanelProps) {
  const [question, setQuestion] = useState<CapacityQuestion>({});
  const { document } = view;
  const perCategory = Math.max(...view.categories.map(({ participants }) => participants.length), 0);
  const hasQuestion = perCategory >= 2 || (question.entries ?? 0) >= 2 || view.state.matches.length > 0;
  const { answer, pending, problem } = useCapacity(hasQuestion ? document : null, question);
  const now: Readonly<Record<Knob, number>> = {
    entries: perCategory,
    courts: document.courts.length,
    umpires: document.umpires.length,
    matchMinutes: document.matchMinutes,
    restMinutes: document.restMinutes,
  };
  const knob = (name: Knob, label: string, min: number, max: number, step: number) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      step={step}
      allowDecimal={false}
      value={question[name] ?? now[name]}
      onChange={(value) => {
        const next = typeof value === 'number' && value >= min ? value : null;
        setQuestion((before) => ({ ...before, [name]: next === now[name] ? null : next }));
      }}
    />
  );
  const end = answer?.end ? parseInstant(answer.end) : null;
  const isAsked = Object.values(question).some((value) => value !== null && value !== undefined);
  return (
    <aside className={classes.panel} data-region="inspector" aria-label="Capacity">
      <header className={classes.head}>
        <h2>What if</h2>
        {isAsked ? <QuietButton onClick={() => setQuestion({})}>Reset</QuietButton> : null}
      </header>
      <div className={classes.answer} role="status" aria-busy={pending}>
        {problem !== null ? (
          <p className={classes.problem}>{problem}</p>
        ) : answer === null ? (
          <p className={classes.none}>{pending ? 'Counting' : 'Add entries to see when the day ends.'}</p>
        ) : answer.matches === 0 ? (
          <p className={classes.none}>Add entries to see when the day ends.</p>
        ) : end === null ? (
          <>
            <b>Does not fit</b>
            <p>{`${answer.unplaced} of ${answer.matches} matches find no place in these hours.`}</p>
          </>
        ) : (
          <>
            <b>{`Over at ${formatTime(view.zone, end)}`}</b>
            <p>
              {[
                dayAt(view.zone, end) === view.days[0] ? null : formatDayShort(dayAt(view.zone, end)),
                `${answer.matches.toLocaleString('en')} matches`,
                answer.makespanMinutes === null ? null : formatDuration(answer.makespanMinutes),
              ]
                .filter((part) => part !== null)
                .join(', ')}
            </p>
          </>
        )}
        {answer?.bound ? <p className={classes.bound}>{inWords(view, answer.bound.detail)}</p> : null}
      </div>
      <div className={classes.knobs}>
        {knob('entries', view.categories.length > 1 ? 'Entries in each' : 'Entries', 2, 1024, 1)}
        {knob('courts', 'Courts', 0, 200, 1)}
        {knob('umpires', 'Umpires', 0, 500, 1)}
        {knob('matchMinutes', 'Match, min', 1, 1440, 5)}
        {knob('restMinutes', 'Rest, min', 0, 1440, 5)}
        <Select
          label="Format"
          value={question.type ?? ''}
          data={[{ value: '', label: 'As set up' }, ...FORMATS.filter(({ value }) => value !== 'given')]}
          onChange={(value) =>
            setQuestion((before) => ({ ...before, type: value === '' || value === null ? null : (value as DrawType) }))
          }
        />
      </div>
      <p className={classes.foot}>Nothing here changes the tournament.</p>
    </aside>
  );
}
