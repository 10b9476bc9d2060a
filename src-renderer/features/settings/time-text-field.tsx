import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readTimeText, showTimeText } from './time-text';

interface TimeTextFieldProps {
  readonly label: string;
  /** `HH:mm`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day as text; what cannot be read is marked and not passed on. */
export function TimeTextField({ label, value, onChange }: TimeTextFieldProps) {
  const [draft, setDraft] = useState(showTimeText(value));
  useEffect(() => setDraft(showTimeText(value)), [value]);
  const read = readTimeText(draft);
  const store = () => {
    if (read === null) return;
    setDraft(showTimeText(read));
    if (read !== value) onChange(read);
  };
  return (
    <TextInput
      aria-label={label}
      w={68}
      value={draft}
      error={read === null}
      placeholder="9:00"
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store();
      }}
    />
  );
}
