import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type Instant, plusMinutes } from '#shared/time/instant';
import { dayAt, instantAtMinute, minuteOfDayAt } from '#shared/time/zone';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { formatDayShort, formatMinuteOfDay, PrimaryButton, QuietButton, SecondaryButton } from '../../ui';
import { dropWords, nearestPlaces } from './drop-words';
import classes from './match-panel.module.css';
import { readClock } from './read-clock';
import type { TournamentView } from './tournament-view';

interface PlaceFormProps {
  readonly view: TournamentView;
  readonly match: string;
  readonly onMove: (drop: Drop) => void;
  readonly onClose: () => void;
}

/** Moving without a mouse, to any day, court and minute; says at once whether that is allowed. */
export function PlaceForm({ view, match, onMove, onClose }: PlaceFormProps) {
  const row = view.rowOf.get(match);
  const start = row?.start ?? view.state.problem.start;
  const [day, setDay] = useState<string>(dayAt(view.zone, start));
  const [clock, setClock] = useState(formatMinuteOfDay(minuteOfDayAt(view.zone, start)));
  const [court, setCourt] = useState<string | null>(row?.court ?? view.document.courts[0]?.id ?? null);
  const minutes = readClock(clock);
  const at = minutes === null ? null : instantOf(view, day, minutes);
  const drop: Drop | null = at === null ? null : { match, court, start: at };
  const words = drop === null ? null : dropWords(view, drop);
  const places = drop !== null && words !== null && !words.legal ? nearestPlaces(view, drop) : [];
  const move = (event: FormEvent) => {
    event.preventDefault();
    if (drop === null || !words?.legal) return;
    onMove(drop);
    onClose();
  };
  return (
    <form className={classes.place} onSubmit={move} aria-label="Move">
      {view.days.length > 1 ? (
        <Select
          label="Day"
          value={day}
          data={view.days.map((one) => ({ value: one, label: formatDayShort(one) }))}
          onChange={(next) => setDay(next ?? day)}
        />
      ) : null}
      <TextInput
        label="Start"
        autoComplete="off"
        data-autofocus
        value={clock}
        error={minutes === null ? 'Such as 9:30' : null}
        onChange={(event) => setClock(event.currentTarget.value)}
      />
      {view.document.courts.length > 0 ? (
        <Select
          label="Court"
          value={court}
          data={view.document.courts.map(({ id }) => ({ value: id, label: view.nameOf(id) }))}
          onChange={setCourt}
        />
      ) : null}
      {words !== null && !words.legal ? (
        <div className={classes.refused} role="status">
          {words.reasons.slice(0, 2).map(({ message }) => (
            <p key={message}>{message}</p>
          ))}
          {places.map(({ place, label }) => (
            <SecondaryButton
              key={label}
              className={classes.small}
              onClick={() => {
                if (place.start === null) return;
                onMove({ match, court: place.court, start: place.start, umpire: place.umpire });
                onClose();
              }}
            >
              {label}
            </SecondaryButton>
          ))}
        </div>
      ) : null}
      <div className={classes.foot}>
        <QuietButton onClick={onClose}>Cancel</QuietButton>
        <PrimaryButton type="submit" disabled={!words?.legal}>
          Move and pin
        </PrimaryButton>
      </div>
    </form>
  );
}

function instantOf(view: TournamentView, day: string, minutes: number): Instant | null {
  const known = view.days.find((one) => one === day);
  return known === undefined ? null : plusMinutes(instantAtMinute(view.zone, known, 0), minutes);
}
