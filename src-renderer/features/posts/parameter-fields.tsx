import { TextInput } from '@mantine/core';
import { QuietButton } from '../../ui';
import { PARAMETER_FIELDS, type ParametersForm } from './parameters-form';
import classes from './settings-panel.module.css';

interface ParameterFieldsProps {
  readonly form: ParametersForm;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (patch: ParametersForm) => void;
  readonly onReset: () => void;
}

const GROUPS = ['Score', 'Learning', 'Sending'] as const;

/** The numbers that hold for all platforms. Learning may turn some of them, within bounds and with a log. */
export function ParameterFields({ form, problems, onChange, onReset }: ParameterFieldsProps) {
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
      <div>
        <QuietButton onClick={onReset}>Reset to the defaults</QuietButton>
      </div>
    </>
  );
}
