import { TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton, QuietButton } from '../../ui';
import { type PlatformForm, type PlatformProblems, type TypeRow, withNewType } from './platform-form';
import classes from './settings-panel.module.css';

interface PlatformFieldsProps {
  readonly form: PlatformForm;
  readonly problems: PlatformProblems;
  readonly onChange: (patch: Partial<PlatformForm>) => void;
  /** Stands at the foot: what takes the platform back. */
  readonly children?: ReactNode;
}

/** A platform as data: what it is called, how far its posts keep apart, what can be published there. */
export function PlatformFields({ form, problems, onChange, children }: PlatformFieldsProps) {
  const change = (key: number, patch: Partial<TypeRow>) =>
    onChange({ types: form.types.map((row) => (row.key === key ? { ...row, ...patch } : row)) });
  return (
    <>
      <div className={classes.source}>
        <TextInput
          label="Name"
          data-autofocus
          autoComplete="off"
          value={form.name}
          error={problems.name ?? null}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label="Usual gap, h"
          inputMode="decimal"
          autoComplete="off"
          value={form.gapHours}
          error={problems.gapHours ?? null}
          onChange={(event) => onChange({ gapHours: event.currentTarget.value })}
        />
      </div>
      <fieldset className={classes.group}>
        <legend>Content types</legend>
        <p className={classes.hint}>Beside each, how much the hour matters to it: 0 % not at all.</p>
        {form.types.map((row, index) => (
          <div className={classes.share} key={row.key}>
            <TextInput
              aria-label={`Content type ${index + 1}`}
              autoComplete="off"
              value={row.name}
              onChange={(event) => change(row.key, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`How much the hour matters to ${row.name || `content type ${index + 1}`}, in percent`}
              inputMode="decimal"
              rightSection="%"
              value={row.sensitivity}
              onChange={(event) => change(row.key, { sensitivity: event.currentTarget.value })}
            />
            <IconButton
              label={`Remove ${row.name || 'the row'}`}
              onClick={() => onChange({ types: form.types.filter(({ key }) => key !== row.key) })}
            >
              <IconX size={14} stroke={1.6} aria-hidden="true" />
            </IconButton>
          </div>
        ))}
        {problems.types ? <p className={classes.problem}>{problems.types}</p> : null}
        <div>
          <QuietButton
            leftSection={<IconPlus size={14} stroke={1.6} aria-hidden="true" />}
            onClick={() => onChange({ types: withNewType(form.types) })}
          >
            Add a content type
          </QuietButton>
        </div>
      </fieldset>
      {children}
    </>
  );
}
