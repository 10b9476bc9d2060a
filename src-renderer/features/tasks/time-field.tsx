import { TextInput } from '@mantine/core';
import { readTime } from '../../state/quick-add/moment';
import { formatMinuteOfDay } from '../../ui';

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null | undefined;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/** A time of day as text: `16:00`, `4pm`, `noon`. Leaving the field writes what was understood. */
export function TimeField({ label, value, onChange, error, placeholder, disabled, autoFocus }: TimeFieldProps) {
  return (
    <TextInput
      label={label}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      value={value}
      error={error ?? null}
      disabled={disabled ?? false}
      placeholder={placeholder ?? '16:00'}
      autoComplete="off"
      inputMode="text"
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        const read = readTime(value.trim().toLowerCase().split(/\s+/), 0);
        if (read) onChange(formatMinuteOfDay(read.value));
      }}
    />
  );
}
