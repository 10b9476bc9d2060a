import {
  Autocomplete,
  MultiSelect,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { Task } from '#shared/tasks/task';
import { repeatWords } from '../../state/repeat-words';
import { PRIORITY_WORDS } from '../../state/task-words';
import { QuietButton } from '../../ui';
import { DayField } from './day-field';
import classes from './task-fields.module.css';
import type { TaskForm, TaskFormProblems } from './task-form';
import { TimeField } from './time-field';

interface TaskFieldsProps {
  readonly form: TaskForm;
  readonly problems: TaskFormProblems;
  readonly projects: readonly string[];
  readonly others: readonly Task[];
  readonly onChange: (patch: Partial<TaskForm>) => void;
  /** Of a repeating task: on to its next time. */
  readonly onSkip: (() => void) | undefined;
}

/** Every field of a task, what is asked first on top. */
export function TaskFields({ form, problems, projects, others, onChange, onSkip }: TaskFieldsProps) {
  return (
    <>
      <TextInput
        label="Title"
        data-autofocus
        value={form.title}
        error={problems.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Length"
          placeholder="45 min"
          value={form.length}
          error={problems.length}
          autoComplete="off"
          onChange={(event) => onChange({ length: event.currentTarget.value })}
        />
        <Autocomplete
          label="Project"
          placeholder="None"
          value={form.projectName}
          data={[...projects]}
          onChange={(projectName) => onChange({ projectName })}
        />
      </div>
      <Choice
        label="Priority"
        value={String(form.priority)}
        data={([1, 2, 3, 4] as const).map((priority) => ({ value: String(priority), label: PRIORITY_WORDS[priority] }))}
        onChange={(value) => onChange({ priority: Number(value) as Task['priority'] })}
      />
      <DueFields form={form} problems={problems} onChange={onChange} onSkip={onSkip} />
      <PlaceFields form={form} problems={problems} onChange={onChange} />
      <SplitFields form={form} problems={problems} onChange={onChange} />
      <MultiSelect
        label="Waits for"
        placeholder={form.dependsOn.length === 0 ? 'No other task' : ''}
        value={[...form.dependsOn]}
        error={problems.dependsOn}
        searchable
        limit={50}
        data={others
          .filter((task) => task.status === 'open' || form.dependsOn.includes(task.id))
          .map((task) => ({ value: task.id, label: task.title }))}
        onChange={(dependsOn) => onChange({ dependsOn })}
      />
      <TextInput
        label="Done so far"
        placeholder="0 min"
        value={form.doneLength}
        error={problems.doneLength}
        autoComplete="off"
        onChange={(event) => onChange({ doneLength: event.currentTarget.value })}
      />
      <TagsInput label="Tags" value={[...form.tags]} onChange={(tags) => onChange({ tags })} />
      <Textarea
        label="Notes"
        autosize
        minRows={3}
        maxRows={12}
        value={form.notes}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
      />
    </>
  );
}

type Part = Pick<TaskFieldsProps, 'form' | 'problems' | 'onChange'>;

function DueFields({ form, problems, onChange, onSkip }: Part & Pick<TaskFieldsProps, 'onSkip'>) {
  return (
    <fieldset className={classes.group}>
      <legend>When</legend>
      <div className={classes.moment}>
        <DayField label="Due" value={form.dueDay} error={problems.dueDay} onChange={(dueDay) => onChange({ dueDay })} />
        <TimeField
          label="By"
          value={form.dueTime}
          error={problems.dueTime}
          placeholder="End of day"
          onChange={(dueTime) => onChange({ dueTime })}
        />
      </div>
      <Switch
        label="Must be done by then"
        checked={form.dueHard}
        disabled={form.dueDay === ''}
        onChange={(event) => onChange({ dueHard: event.currentTarget.checked })}
      />
      <div className={classes.moment}>
        <DayField
          label="Not before"
          value={form.notBeforeDay}
          error={problems.notBeforeDay}
          onChange={(notBeforeDay) => onChange({ notBeforeDay })}
        />
        <TimeField
          label="At"
          value={form.notBeforeTime}
          error={problems.notBeforeTime}
          placeholder="Start of day"
          onChange={(notBeforeTime) => onChange({ notBeforeTime })}
        />
      </div>
      <div className={classes.moment}>
        <DayField
          label="Fixed start"
          value={form.pinDay}
          error={problems.pinDay}
          onChange={(pinDay) => onChange({ pinDay, ...(pinDay === '' ? { pinTime: '' } : {}) })}
        />
        <TimeField
          label="At"
          value={form.pinTime}
          error={problems.pinTime}
          placeholder="9:00"
          onChange={(pinTime) => onChange({ pinTime })}
        />
      </div>
      <RepeatFields form={form} problems={problems} onChange={onChange} />
      {onSkip ? (
        <div>
          <QuietButton onClick={onSkip}>Skip to the next</QuietButton>
        </div>
      ) : null}
    </fieldset>
  );
}

/** What most repeating tasks want; another rule that is in force is one more choice. */
const RULES = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=MONTHLY',
  'FREQ=YEARLY',
];

function RepeatFields({ form, problems, onChange }: Part) {
  const isKnown = ['none', 'own', ...RULES].includes(form.repeat);
  const rules = isKnown ? RULES : [form.repeat, ...RULES];
  return (
    <>
      <Select
        label="Repeats"
        description="When it is done, the next one takes its place."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={form.repeat}
        data={[
          { value: 'none', label: 'Never' },
          ...rules.map((rule) => ({ value: rule, label: repeatWords(rule) })),
          { value: 'own', label: 'By a rule of my own' },
        ]}
        allowDeselect={false}
        onChange={(repeat) => repeat && onChange({ repeat, repeatFrom: '' })}
      />
      {form.repeat === 'own' ? (
        <TextInput
          label="Rule"
          placeholder="FREQ=MONTHLY;BYDAY=1MO"
          description="An RRULE, as calendars write it."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.ownRule}
          error={problems.ownRule}
          autoComplete="off"
          onChange={(event) => onChange({ ownRule: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

function PlaceFields({ form, problems, onChange }: Part) {
  return (
    <fieldset className={classes.group}>
      <legend>Where it fits best</legend>
      <Choice
        label="Energy"
        value={form.energy}
        data={[
          { value: 'unset', label: 'Any' },
          { value: 'high', label: 'High' },
          { value: 'medium', label: 'Medium' },
          { value: 'low', label: 'Low' },
        ]}
        onChange={(value) => onChange({ energy: value as TaskForm['energy'] })}
      />
      <Select
        label="Part of day"
        value={form.part}
        data={[
          { value: 'none', label: 'Any' },
          { value: 'morning', label: 'Morning, 5:00 – 12:00' },
          { value: 'afternoon', label: 'Afternoon, 12:00 – 17:00' },
          { value: 'evening', label: 'Evening, 17:00 – 22:00' },
          { value: 'own', label: 'My own times' },
        ]}
        onChange={(value) => value && onChange({ part: value as TaskForm['part'] })}
      />
      {form.part === 'own' ? (
        <div className={classes.pair}>
          <TimeField
            label="From"
            value={form.ownFrom}
            error={problems.ownFrom}
            onChange={(ownFrom) => onChange({ ownFrom })}
          />
          <TimeField label="To" value={form.ownTo} onChange={(ownTo) => onChange({ ownTo })} />
        </div>
      ) : null}
    </fieldset>
  );
}

function SplitFields({ form, problems, onChange }: Part) {
  return (
    <fieldset className={classes.group}>
      <legend>Parts</legend>
      <Switch
        label="May be done in parts"
        checked={form.splits}
        onChange={(event) => onChange({ splits: event.currentTarget.checked })}
      />
      {form.splits ? (
        <div className={classes.pair}>
          <TextInput
            label="Shortest part"
            value={form.splitMin}
            error={problems.splitMin}
            onChange={(event) => onChange({ splitMin: event.currentTarget.value })}
          />
          <TextInput
            label="Longest part"
            value={form.splitMax}
            error={problems.splitMax}
            onChange={(event) => onChange({ splitMax: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly data: { value: string; label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, data, onChange }: ChoiceProps) {
  return (
    <div className={classes.choice}>
      <span className={classes.choiceLabel}>{label}</span>
      <SegmentedControl fullWidth aria-label={label} value={value} data={data} onChange={onChange} />
    </div>
  );
}
