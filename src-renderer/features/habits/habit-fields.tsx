import { Chip, SegmentedControl, TextInput } from '@mantine/core';
import type { Habit } from '#shared/habits/habit';
import classes from './habit-fields.module.css';
import type { HabitForm, HabitFormProblems } from './habit-form';

interface HabitFieldsProps {
  readonly form: HabitForm;
  readonly problems: HabitFormProblems;
  readonly isNew: boolean;
  readonly onChange: (patch: Partial<HabitForm>) => void;
}

const DAYS = [
  [1, 'Mon'],
  [2, 'Tue'],
  [3, 'Wed'],
  [4, 'Thu'],
  [5, 'Fri'],
  [6, 'Sat'],
  [7, 'Sun'],
] as const;

export function HabitFields({ form, problems, isNew, onChange }: HabitFieldsProps) {
  const text = (field: 'title' | 'minutes' | 'minMinutes' | 'target' | 'windowFrom' | 'windowTo') => ({
    value: form[field],
    error: problems[field],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label="Title" data-autofocus {...text('title')} />
      <div className={classes.pair}>
        <TextInput label="Length in minutes" inputMode="numeric" {...text('minutes')} />
        <TextInput
          label="Shortest that counts"
          placeholder="The whole length"
          inputMode="numeric"
          {...text('minMinutes')}
        />
      </div>
      <fieldset className={classes.days} aria-describedby={problems.days ? 'habit-days-problem' : undefined}>
        <legend>Days</legend>
        <div className={classes.chips}>
          {DAYS.map(([day, label]) => (
            <Chip
              key={day}
              size="xs"
              radius="sm"
              classNames={{ label: classes.chip ?? '', iconWrapper: classes.chipIcon ?? '' }}
              checked={form.days.includes(day)}
              onChange={(checked) =>
                onChange({ days: checked ? [...form.days, day] : form.days.filter((one) => one !== day) })
              }
            >
              {label}
            </Chip>
          ))}
        </div>
        {problems.days ? (
          <p id="habit-days-problem" className={classes.problem}>
            {problems.days}
          </p>
        ) : null}
      </fieldset>
      <TextInput
        label="Target time"
        placeholder="8:30"
        description="It is placed as near to this as the day allows."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...text('target')}
      />
      <div className={classes.pair}>
        <TextInput label="Not before" placeholder="6:00" {...text('windowFrom')} />
        <TextInput label="Done by" placeholder="22:00" {...text('windowTo')} />
      </div>
      {isNew ? null : (
        <div className={classes.status}>
          <span className={classes.statusLabel}>Status</span>
          <SegmentedControl
            fullWidth
            aria-label="Status"
            value={form.status}
            data={[
              { value: 'active', label: 'Active' },
              { value: 'paused', label: 'Paused' },
              { value: 'ended', label: 'Ended' },
            ]}
            onChange={(status) => onChange({ status: status as Habit['status'] })}
          />
        </div>
      )}
    </>
  );
}
