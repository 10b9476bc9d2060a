import { SegmentedControl, TextInput } from '@mantine/core';
import type { PostsFile } from '#shared/posts/posts-file';
import { QuietButton } from '../../ui';
import { PARAMETER_FIELDS, type ParametersForm } from './parameters-form';
import classes from './settings-panel.module.css';

interface ParameterFieldsProps {
  readonly form: ParametersForm;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (patch: ParametersForm) => void;
  /** Starts lie on this grid. */
  readonly gridMinutes: PostsFile['gridMinutes'];
  readonly onGrid: (minutes: PostsFile['gridMinutes']) => void;
  readonly onReset: () => void;
}

const GRIDS: readonly PostsFile['gridMinutes'][] = [5, 10, 15, 30, 60];
const GROUPS = ['Score', 'Learning', 'Sending'] as const;

/** The numbers that hold for all platforms. Learning may turn some of them, within bounds and with a log. */
export function ParameterFields(props: ParameterFieldsProps) {
  const { form, problems, onChange } = props;
  return (
    <>
      {GROUPS.map((group) => (
        <fieldset key={group} className={classes.group}>
          <legend>{group}</legend>
          <div className={classes.pair}>
            {PARAMETER_FIELDS.filter((field) => field.group === group).map(({ name, label, percent }) => (
              <TextInput
                key={name}
                label={label}
                inputMode="decimal"
                autoComplete="off"
                rightSection={percent ? '%' : undefined}
                value={form[name] ?? ''}
                error={problems[name] ?? null}
                onChange={(event) => onChange({ [name]: event.currentTarget.value })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset className={classes.group}>
        <legend>Posts start every</legend>
        <SegmentedControl
          fullWidth
          aria-label="Minutes between possible starts"
          value={String(props.gridMinutes)}
          data={GRIDS.map((minutes) => ({ value: String(minutes), label: `${minutes} min` }))}
          onChange={(value) => props.onGrid(GRIDS.find((minutes) => String(minutes) === value) ?? 15)}
        />
      </fieldset>
      <div>
        <QuietButton onClick={props.onReset}>Reset to the defaults</QuietButton>
      </div>
    </>
  );
}
