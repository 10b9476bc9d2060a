import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { plusMinutes } from '#shared/time/instant';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { now } from '../../state/clock';
import { loseCourt, markAway } from '../../state/tournaments';
import { SecondaryButton } from '../../ui';
import classes from './day-panel.module.css';
import { performWithUndo } from './perform';
import { readClock } from './read-clock';
import type { TournamentView } from './tournament-view';

/** A court, an umpire or a player is lost, from now on or until a time. The repair is shown before it applies. */
export function DisruptionForm({ view }: { readonly view: TournamentView }) {
  const [who, setWho] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const { courts, umpires } = view.document;
  const people = [...new Set(view.document.participants.flatMap(({ id, players }) => players ?? [id]))];
  const minutes = until.trim() === '' ? null : readClock(until, true);
  const isUntilWrong = until.trim() !== '' && minutes === null;
  const lose = (event: FormEvent) => {
    event.preventDefault();
    if (who === null || isUntilWrong) return;
    const at = minutes === null ? null : plusMinutes(instantAtMinute(view.zone, dayAt(view.zone, now()), 0), minutes);
    const kind = who.slice(0, who.indexOf(' '));
    const lost = who.slice(who.indexOf(' ') + 1);
    const name = view.nameOf(lost);
    const done =
      kind === 'court'
        ? performWithUndo(loseCourt(view.document.id, lost, at), `${name} is closed`)
        : performWithUndo(markAway(view.document.id, lost, at), `${name} is away`);
    void done.then((stored) => {
      if (!stored) return;
      setWho(null);
      setUntil('');
    });
  };
  return (
    <form className={classes.form} onSubmit={lose} aria-label="Something is lost">
      <Select
        aria-label="Who or what"
        placeholder="Court or person"
        searchable
        limit={60}
        value={who}
        data={[
          { group: 'Courts', items: courts.map(({ id }) => ({ value: `court ${id}`, label: view.nameOf(id) })) },
          { group: 'Umpires', items: umpires.map(({ id }) => ({ value: `umpire ${id}`, label: view.nameOf(id) })) },
          { group: 'Players', items: people.map((id) => ({ value: `player ${id}`, label: view.nameOf(id) })) },
        ]}
        onChange={setWho}
      />
      <TextInput
        aria-label="Until"
        placeholder="Until"
        value={until}
        error={isUntilWrong}
        autoComplete="off"
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <SecondaryButton type="submit" disabled={who === null || isUntilWrong}>
        Is lost
      </SecondaryButton>
    </form>
  );
}
