import { SegmentedControl, Select, TextInput } from '@mantine/core';
import type { Habit } from '#shared/habits/habit';
import { FrequencyFields } from './frequency-fields';
import classes from './habit-fields.module.css';
import type { HabitForm, HabitFormProblems } from './habit-form';

interface HabitFieldsProps {
  readonly form: HabitForm;
  readonly problems: HabitFormProblems;
  readonly isNew: boolean;
  readonly onChange: (patch: Partial<HabitForm>) => void;
}

const PRIORITIES = [
  { value: '1', label: 'Urgent' },
  { value: '2', label: 'High' },
  { value: '3', label: 'Normal' },
  { value: '4', label: 'Low' },
];
const NOTICES = [
  { value: 'all', label: 'At its time too' },
  { value: 'whenTight', label: 'When time gets short' },
  { value: 'lastCall', label: 'Last call only' },
  { value: 'none', label: 'None' },
];
const GOALS = [
  { value: 'none', label: 'Just done' },
  { value: 'atLeast', label: 'At least' },
  { value: 'atMost', label: 'At most' },
];

export function HabitFields({ form, problems, isNew, onChange }: HabitFieldsProps) {
  const text = (
    field: 'title' | 'minutes' | 'minMinutes' | 'target' | 'windowFrom' | 'windowTo' | 'goalAmount' | 'goalUnit',
  ) => ({
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
      <FrequencyFields form={form} problems={problems} onChange={onChange} />
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
      <div className={classes.triple}>
        <Select
          label="Goal"
          allowDeselect={false}
          data={GOALS}
          value={form.goal}
          onChange={(goal) => onChange({ goal: (goal ?? 'none') as HabitForm['goal'] })}
        />
        {form.goal === 'none' ? null : (
          <>
            <TextInput label="Amount" inputMode="decimal" {...text('goalAmount')} />
            <TextInput label="Of what" placeholder="pages" {...text('goalUnit')} />
          </>
        )}
      </div>
      <div className={classes.pair}>
        <Select
          label="Priority"
          allowDeselect={false}
          data={PRIORITIES}
          value={form.priority}
          onChange={(priority) => onChange({ priority: priority ?? '3' })}
        />
        <Select
          label="Notices"
          allowDeselect={false}
          data={NOTICES}
          value={form.notify}
          onChange={(notify) => onChange({ notify: (notify ?? 'whenTight') as Habit['notify'] })}
        />
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
