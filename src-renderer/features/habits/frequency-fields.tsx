import { Chip, Select, TextInput } from '@mantine/core';
import type { Frequency } from '#shared/habits/habit';
import classes from './habit-fields.module.css';
import type { HabitForm, HabitFormProblems } from './habit-form';

interface FrequencyFieldsProps {
  readonly form: HabitForm;
  readonly problems: HabitFormProblems;
  readonly onChange: (patch: Partial<HabitForm>) => void;
}

const KINDS: readonly { readonly value: Frequency['kind']; readonly label: string }[] = [
  { value: 'weekdays', label: 'On weekdays' },
  { value: 'perWeek', label: 'So many times a week' },
  { value: 'everyDays', label: 'Every few days' },
  { value: 'betweenDays', label: 'So many days apart' },
  { value: 'rule', label: 'By a rule of my own' },
];

const DAYS = [
  [1, 'Mon'],
  [2, 'Tue'],
  [3, 'Wed'],
  [4, 'Thu'],
  [5, 'Fri'],
  [6, 'Sat'],
  [7, 'Sun'],
] as const;

/** How often, and on which weekdays. */
export function FrequencyFields({ form, problems, onChange }: FrequencyFieldsProps) {
  const text = (field: 'times' | 'every' | 'from' | 'min' | 'max' | 'rule') => ({
    value: form[field],
    error: problems[field],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [field]: event.currentTarget.value }),
  });
  const { frequency } = form;
  const picksDays = frequency === 'weekdays' || frequency === 'perWeek' || frequency === 'betweenDays';
  return (
    <>
      <Select
        label="How often"
        allowDeselect={false}
        data={[...KINDS]}
        value={frequency}
        onChange={(kind) => onChange({ frequency: (kind ?? 'weekdays') as Frequency['kind'] })}
      />
      {frequency === 'perWeek' ? (
        <TextInput
          label="Times a week"
          description="Planning chooses the days, fairly spread."
          inputMode="numeric"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...text('times')}
        />
      ) : null}
      {frequency === 'everyDays' ? (
        <div className={classes.pair}>
          <TextInput label="Every … days" inputMode="numeric" {...text('every')} />
          <TextInput label="Counted from" type="date" {...text('from')} />
        </div>
      ) : null}
      {frequency === 'betweenDays' ? (
        <div className={classes.pair}>
          <TextInput label="At least … days apart" inputMode="numeric" {...text('min')} />
          <TextInput label="At most" inputMode="numeric" {...text('max')} />
        </div>
      ) : null}
      {frequency === 'rule' ? (
        <div className={classes.pair}>
          <TextInput
            label="Rule"
            placeholder="FREQ=MONTHLY;BYDAY=1SA"
            description="An RRULE, as calendars write it."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...text('rule')}
          />
          <TextInput label="Counted from" type="date" {...text('from')} />
        </div>
      ) : null}
      {picksDays ? (
        <fieldset className={classes.days} aria-describedby={problems.days ? 'habit-days-problem' : undefined}>
          <legend>{frequency === 'weekdays' ? 'Days' : 'Days it may lie on'}</legend>
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
      ) : null}
    </>
  );
}
