import { Select } from '@mantine/core';
import { useState } from 'react';
import type { PersonChoice } from './people-choices';

interface PlaysAsProps {
  readonly label: string;
  readonly people: readonly PersonChoice[];
  readonly value: string | null;
  readonly onChange: (person: string | null) => void;
}

/** The player an umpire also is. There is one a row, so the hundreds of names are only read while its list is open. */
export function PlaysAs({ label, people, value, onChange }: PlaysAsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Select
      aria-label={label}
      placeholder="nobody"
      searchable
      clearable
      limit={50}
      value={value}
      data={isOpen ? people : people.filter((person) => person.value === value)}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onChange={onChange}
    />
  );
}
