import { Autocomplete, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { IconButton, QuietButton } from '../../ui';
import classes from './settings-panel.module.css';
import { type ShareRow, withEmptyRow } from './shares';

interface ShareFieldsProps {
  readonly label: string;
  readonly namePlaceholder: string;
  readonly names: readonly string[];
  readonly rows: readonly ShareRow[];
  readonly problem: string | null;
  readonly onChange: (rows: readonly ShareRow[]) => void;
}

/** Parts of an audience: a name and a percent each. */
export function ShareFields({ label, namePlaceholder, names, rows, problem, onChange }: ShareFieldsProps) {
  const change = (index: number, patch: Partial<ShareRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  return (
    <fieldset className={classes.group}>
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <div className={classes.share} key={row.key}>
          <Autocomplete
            aria-label={`${label}, ${index + 1}`}
            placeholder={namePlaceholder}
            limit={30}
            value={row.name}
            data={[...names]}
            onChange={(name) => change(index, { name })}
          />
          <TextInput
            aria-label={`Share of ${row.name || `${label.toLowerCase()} ${index + 1}`} in percent`}
            inputMode="decimal"
            rightSection="%"
            value={row.percent}
            onChange={(event) => change(index, { percent: event.currentTarget.value })}
          />
          <IconButton
            label={`Remove ${row.name || 'the row'}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <IconX size={14} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {problem === null ? null : <p className={classes.problem}>{problem}</p>}
      <div>
        <QuietButton
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => onChange(withEmptyRow(rows))}
        >
          Add
        </QuietButton>
      </div>
    </fieldset>
  );
}
