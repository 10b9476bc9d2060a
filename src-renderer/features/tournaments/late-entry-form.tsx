import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { newId } from '../../state/new-id';
import { addEntryLate } from '../../state/tournaments';
import { SecondaryButton } from '../../ui';
import classes from './day-panel.module.css';
import { lateWords } from './late-words';
import { performWithUndo } from './perform';
import type { TournamentView } from './tournament-view';

/** Somebody more; what that would mean for the draw is said before it is stored. */
export function LateEntryForm({ view }: { readonly view: TournamentView }) {
  const [name, setName] = useState('');
  const [club, setClub] = useState('');
  const categories = view.categories.filter(({ id }) => id !== null);
  const [category, setCategory] = useState<string | null>(categories[0]?.id ?? null);
  const { possible, words } = lateWords(view, { category, club: club.trim() === '' ? null : club.trim() });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '' || !possible) return;
    const entry = { id: newId('entry'), name: wanted, club: club.trim() === '' ? null : club.trim(), category };
    void performWithUndo(addEntryLate(view.document.id, entry), `${wanted} is in`).then((stored) => {
      if (!stored) return;
      setName('');
      setClub('');
    });
  };
  return (
    <form className={classes.late} onSubmit={add} aria-label="Late entry">
      <TextInput
        aria-label="Name"
        placeholder="Name"
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        aria-label="Club"
        placeholder="Club"
        value={club}
        autoComplete="off"
        onChange={(event) => setClub(event.currentTarget.value)}
      />
      {categories.length > 0 ? (
        <Select
          aria-label="Category"
          value={category}
          data={categories.map(({ id }) => ({ value: id!, label: id! }))}
          onChange={setCategory}
        />
      ) : null}
      <SecondaryButton type="submit" disabled={name.trim() === '' || !possible}>
        Add
      </SecondaryButton>
      <p className={classes.means} aria-live="polite">
        {words}
      </p>
    </form>
  );
}
