import { Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { STARTING_ADJUSTMENTS } from '#shared/posts/evidence/starting-adjustments';
import type { Platform } from '#shared/posts/nouns/platform';
import { IconButton, QuietButton } from '../../ui';
import { type AdjustmentRow, withNewAdjustment } from './adjustment-form';
import classes from './settings-panel.module.css';

interface AdjustmentFieldsProps {
  readonly platform: Platform;
  readonly rows: readonly AdjustmentRow[];
  /** A sentence by the key of its row. */
  readonly problems: ReadonlyMap<number, string>;
  readonly onChange: (rows: readonly AdjustmentRow[]) => void;
  readonly onReset: () => void;
}

/** What lifts or lowers hours: who is there, what is shown, which month it is. */
export function AdjustmentFields({ platform, rows, problems, onChange, onReset }: AdjustmentFieldsProps) {
  const change = (key: number, patch: Partial<AdjustmentRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)));
  const parts = partChoices(platform, rows);
  return (
    <fieldset className={classes.group}>
      <legend>Adjustments</legend>
      <p className={classes.hint}>
        By how much an hour gains or loses. Those of age and device hold on all platforms; they are Daywright's start,
        no findings.
      </p>
      {rows.map((row, index) => (
        <div key={row.key}>
          <div className={classes.adjustment}>
            <Select
              aria-label={`Adjustment ${index + 1}, of what`}
              allowDeselect={false}
              value={row.part}
              data={parts}
              onChange={(part) => part && change(row.key, { part })}
            />
            <TextInput
              aria-label={`Adjustment ${index + 1}, ${row.part === 'season' ? 'months' : 'hours'}`}
              placeholder={row.part === 'season' ? 'Jul, Aug' : '18–22'}
              autoComplete="off"
              value={row.when}
              onChange={(event) => change(row.key, { when: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Adjustment ${index + 1}, percent`}
              rightSection="%"
              autoComplete="off"
              value={row.percent}
              onChange={(event) => change(row.key, { percent: event.currentTarget.value })}
            />
            <IconButton
              label={`Remove adjustment ${index + 1}`}
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            >
              <IconX size={14} stroke={1.6} aria-hidden="true" />
            </IconButton>
          </div>
          {problems.has(row.key) ? <p className={classes.problem}>{problems.get(row.key)}</p> : null}
        </div>
      ))}
      <div className={classes.buttons}>
        <QuietButton
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => onChange(withNewAdjustment(rows, `format:${platform.contentTypes[0]?.id ?? ''}`))}
        >
          Add an adjustment
        </QuietButton>
        <QuietButton onClick={onReset}>Reset to the built-in ones</QuietButton>
      </div>
    </fieldset>
  );
}

/** What may be adjusted: the known parts, and those that rows name already. */
function partChoices(platform: Platform, rows: readonly AdjustmentRow[]) {
  const named = (kind: string) => {
    const own = rows.flatMap(({ part }) => (part.startsWith(`${kind}:`) ? [part.slice(kind.length + 1)] : []));
    const known = STARTING_ADJUSTMENTS.demographic.flatMap((one) => (one.part === kind ? [one.name] : []));
    return [...new Set([...known, ...own])].map((name) => ({ value: `${kind}:${name}`, label: name }));
  };
  return [
    { group: 'Age', items: named('age') },
    { group: 'Device', items: named('device') },
    {
      group: 'Content type',
      items: platform.contentTypes.map(({ id, name }) => ({ value: `format:${id}`, label: name })),
    },
    { group: 'Time of year', items: [{ value: 'season', label: 'Months' }] },
  ];
}
