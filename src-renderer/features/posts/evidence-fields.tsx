import { MultiSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Platform } from '#shared/posts/nouns/platform';
import { QuietButton } from '../../ui';
import { type EvidenceForm, type EvidenceProblems, evidenceFormOf } from './evidence-form';
import { nextKey } from './row-key';
import classes from './settings-panel.module.css';

export interface ShownStudy {
  /** Tells studies apart while they are edited. */
  readonly key: number;
  readonly form: EvidenceForm;
  readonly problems: EvidenceProblems;
}

interface EvidenceFieldsProps {
  readonly platform: Platform;
  readonly studies: readonly ShownStudy[];
  /** Null removes it; an unknown key adds one. */
  readonly onChange: (key: number, form: EvidenceForm | null) => void;
  readonly onReset: () => void;
}

/** What studies say about the hours of a platform, in the audience's local time; each with source and year. */
export function EvidenceFields({ platform, studies, onChange, onReset }: EvidenceFieldsProps) {
  return (
    <>
      <p className={classes.hint}>
        In the audience's local time. Studies disagree: they are a start, your own posts correct them.
      </p>
      {studies.map(({ key, form, problems }, index) => (
        <StudyFields
          key={key}
          index={index}
          form={form}
          platform={platform}
          problems={problems}
          onChange={(next) => onChange(key, next)}
        />
      ))}
      <div className={classes.buttons}>
        <QuietButton
          leftSection={<IconPlus size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => onChange(nextKey(studies), evidenceFormOf(null))}
        >
          Add a study
        </QuietButton>
        <QuietButton onClick={onReset}>Reset to the built-in ones</QuietButton>
      </div>
    </>
  );
}

interface StudyFieldsProps {
  readonly index: number;
  readonly form: EvidenceForm;
  readonly platform: Platform;
  readonly problems: EvidenceProblems;
  readonly onChange: (form: EvidenceForm | null) => void;
}

function StudyFields({ index, form, platform, problems, onChange }: StudyFieldsProps) {
  const text = (field: 'window' | 'strength' | 'source' | 'year' | 'note', label: string, placeholder = '') => (
    <TextInput
      label={label}
      placeholder={placeholder}
      autoComplete="off"
      value={form[field]}
      error={problems[field] ?? null}
      onChange={(event) => onChange({ ...form, [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes.study}>
      <legend>{`Study ${index + 1}`}</legend>
      <div className={classes.pair}>
        {text('window', 'Hours', 'Tue–Thu 8–11')}
        {text('strength', 'Strength, %')}
      </div>
      <SegmentedControl
        fullWidth
        aria-label={`What study ${index + 1} says`}
        value={form.kind}
        data={[
          { value: 'peak', label: 'Best hours' },
          { value: 'avoid', label: 'Hours to avoid' },
        ]}
        onChange={(kind) => onChange({ ...form, kind: kind as EvidenceForm['kind'] })}
      />
      <MultiSelect
        label="Content types"
        placeholder={form.contentTypes.length === 0 ? 'All' : ''}
        value={[...form.contentTypes]}
        data={platform.contentTypes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(contentTypes) => onChange({ ...form, contentTypes })}
      />
      <div className={classes.source}>
        {text('source', 'Source')}
        {text('year', 'Year', '2025')}
      </div>
      {text('note', 'In words', 'Tue to Thu 8 to 11 am')}
      <div>
        <QuietButton onClick={() => onChange(null)}>Remove this study</QuietButton>
      </div>
    </fieldset>
  );
}
