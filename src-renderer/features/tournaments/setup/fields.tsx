// Fields that store when they are left or Enter is pressed; what cannot be read is marked and not stored.
import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readClock } from '../read-clock';
import { showMinutes } from './setup-edits';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onStore: (value: string) => void;
  /** The label is for those who hear it; a heading over the column says it to the others. */
  readonly inColumn?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** What is wrong with a text; null = nothing. */
  readonly problemOf?: (text: string) => string | null;
}

export function TextField({ label, value, onStore, inColumn, placeholder, autoFocus, problemOf }: TextFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const problem = problemOf?.(draft.trim()) ?? null;
  const store = () => {
    const next = draft.trim();
    if (problem === null && next !== value) onStore(next);
  };
  return (
    <TextInput
      {...(inColumn ? { 'aria-label': label } : { label })}
      value={draft}
      error={inColumn ? problem !== null : problem}
      title={problem ?? undefined}
      autoComplete="off"
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store();
      }}
    />
  );
}

interface NumberFieldProps extends Pick<TextFieldProps, 'label' | 'inColumn' | 'placeholder'> {
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** An empty field means null. */
  readonly mayBeEmpty?: boolean;
  readonly onStore: (value: number | null) => void;
}

export function NumberField({ value, min, max, mayBeEmpty = false, onStore, ...rest }: NumberFieldProps) {
  return (
    <TextField
      {...rest}
      value={value === null ? '' : String(value)}
      problemOf={(text) => {
        if (text === '') return mayBeEmpty ? null : `Give a number from ${min} to ${max}.`;
        const number = Number(text);
        return Number.isInteger(number) && number >= min && number <= max
          ? null
          : `Give a whole number from ${min} to ${max}.`;
      }}
      onStore={(text) => onStore(text === '' ? null : Number(text))}
    />
  );
}

interface ClockFieldProps extends Pick<TextFieldProps, 'label' | 'inColumn' | 'placeholder'> {
  /** Minutes after midnight. */
  readonly value: number | null;
  /** 24:00 is allowed. */
  readonly isEnd?: boolean;
  readonly mayBeEmpty?: boolean;
  readonly onStore: (value: number | null) => void;
}

export function ClockField({ value, isEnd = false, mayBeEmpty = false, onStore, ...rest }: ClockFieldProps) {
  return (
    <TextField
      {...rest}
      value={value === null ? '' : showMinutes(value)}
      problemOf={(text) =>
        (text === '' && mayBeEmpty) || readClock(text, isEnd) !== null ? null : 'Give a time such as 9:30.'
      }
      onStore={(text) => onStore(text === '' ? null : readClock(text, isEnd))}
    />
  );
}
