import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { announce } from '../../state/announce';
import { QuietButton, SecondaryButton } from '../../ui';
import classes from './figures-fields.module.css';
import { FIGURES, type FigureProblems, type Figures, figuresFormOf, readFigures } from './figures-form';

interface FiguresFieldsProps {
  readonly record: PerformanceRecord | null;
  /** Returns whether it was stored. */
  readonly onSave: (figures: Figures) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** How a post did, by hand. */
export function FiguresFields({ record, onSave, onCancel }: FiguresFieldsProps) {
  const [form, setForm] = useState(() => figuresFormOf(record));
  const [problems, setProblems] = useState<FigureProblems>({});
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = readFigures(form);
    if (!read.ok) {
      setProblems(read.error);
      announce(Object.values(read.error).join(' '), 'assertive');
      return;
    }
    if (await onSave(read.value)) onCancel();
  };
  return (
    <form className={classes.form} noValidate onSubmit={(event) => void save(event)} aria-label="Figures">
      {FIGURES.map(([name, label], index) => (
        <TextInput
          key={name}
          label={label}
          inputMode="decimal"
          autoComplete="off"
          placeholder="–"
          {...(index === 0 ? { 'data-autofocus': true, autoFocus: true } : {})}
          value={form[name]}
          error={problems[name] ?? null}
          onChange={(change) => {
            setForm({ ...form, [name]: change.currentTarget.value });
            setProblems({ ...problems, [name]: undefined });
          }}
        />
      ))}
      <div className={classes.buttons}>
        <QuietButton onClick={onCancel}>Cancel</QuietButton>
        <SecondaryButton type="submit">Save figures</SecondaryButton>
      </div>
    </form>
  );
}
