import { Select, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { setEntries } from '../../../state/tournaments';
import { SecondaryButton } from '../../../ui';
import { perform } from '../perform';
import type { TournamentView } from '../tournament-view';
import classes from './setup.module.css';
import { addedEntries, typedEntries } from './setup-edits';

interface EntryAdderProps {
  readonly view: TournamentView;
  readonly category: string | null;
  readonly labels: readonly string[];
}

/** One line an entry: "Ina Kim / Leo Frey, Hafen 04". Enter adds it. */
export function EntryAdder({ view, category, labels }: EntryAdderProps) {
  const [text, setText] = useState('');
  const [label, setLabel] = useState(category);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setLabel(category), [category]);
  const add = async () => {
    const read = typedEntries(text, label);
    if (read.participants.length === 0) {
      setProblem(read.problems[0]?.message ?? 'Give a name.');
      return;
    }
    const before = view.document.participants;
    const after = addedEntries(before, read.participants);
    if (after.length === before.length) {
      setProblem(`${read.participants[0]!.name ?? ''} is in already.`);
      return;
    }
    const added = after.length - before.length;
    if (
      !(await perform(view, setEntries(view.document.id, after), `${added} ${added === 1 ? 'entry' : 'entries'} added`))
    )
      return;
    setText('');
    setProblem(read.problems[0]?.message ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void add();
  };
  return (
    <div className={classes.adder}>
      <Textarea
        aria-label="New entry"
        placeholder="Ina Kim / Leo Frey, Hafen 04"
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        error={problem}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
      />
      {labels.length > 0 ? (
        <Select aria-label="Category of the new entry" w={110} value={label} data={[...labels]} onChange={setLabel} />
      ) : null}
      <SecondaryButton onClick={() => void add()}>Add</SecondaryButton>
    </div>
  );
}
