import { Switch, TagsInput, TextInput } from '@mantine/core';
import type { Parameters } from '#shared/posts/nouns/parameters';
import type { Platform } from '#shared/posts/nouns/platform';
import { QuietButton } from '../../ui';
import type { ConstraintForm, ConstraintProblems } from './constraint-form';
import classes from './settings-panel.module.css';
import { readWindowText, windowText } from './window-text';

interface ConstraintFieldsProps {
  readonly form: ConstraintForm;
  readonly platform: Platform;
  readonly parameters: Parameters;
  readonly problems: ConstraintProblems;
  readonly canReset: boolean;
  readonly onChange: (patch: Partial<ConstraintForm>) => void;
  readonly onReset: () => void;
}

/** The hard rules of one platform. An empty field means what stands in it as a hint. */
export function ConstraintFields(props: ConstraintFieldsProps) {
  const { form, platform, parameters, problems, onChange } = props;
  const number = (
    field: 'minGapHours' | 'maxConcurrentPosts' | 'maxUrgentConcurrentPosts' | 'dailyCap' | 'quotaPosts' | 'quotaHours',
    label: string,
    placeholder: string,
  ) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      inputMode="decimal"
      autoComplete="off"
      value={form[field]}
      error={problems[field] ?? null}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  const windows = (field: 'preferred' | 'prohibited', label: string, description: string) => (
    <TagsInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={form[field].length === 0 ? 'Tue–Thu 8:00–11:00' : ''}
      // Days may be listed with commas.
      splitChars={[';']}
      value={[...form[field]]}
      error={problems[field] ?? null}
      onChange={(texts) => onChange({ [field]: texts.map(tidied) })}
    />
  );
  return (
    <>
      <div className={classes.pair}>
        {number('minGapHours', 'Hours between posts', String(platform.minGapHours))}
        {number('dailyCap', 'Posts a day', 'No cap')}
      </div>
      <div className={classes.pair}>
        {number('maxConcurrentPosts', 'Posts at once', String(parameters.maxConcurrentPosts))}
        {number('maxUrgentConcurrentPosts', 'With urgent ones', String(parameters.maxUrgentConcurrentPosts))}
      </div>
      <div className={classes.pair}>
        {number('quotaPosts', 'API quota, posts', 'None')}
        {number('quotaHours', 'in hours', '24')}
      </div>
      {windows('preferred', 'Preferred windows', 'Sought first. Press Enter after each.')}
      <Switch
        label="Nothing outside the preferred windows"
        checked={form.preferredOnly}
        onChange={(event) => onChange({ preferredOnly: event.currentTarget.checked })}
      />
      {windows('prohibited', 'Prohibited windows', 'Never used.')}
      {props.canReset ? (
        <div>
          <QuietButton onClick={props.onReset}>Reset to the defaults</QuietButton>
        </div>
      ) : null}
    </>
  );
}

/** As it is written everywhere, once it is understood. */
function tidied(text: string): string {
  const read = readWindowText(text);
  return read.ok ? windowText(read.value) : text;
}
