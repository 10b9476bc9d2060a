import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Settings } from '#shared/engine/settings';
import { changeSetting } from './change-setting';
import { SettingRow } from './setting-row';

interface NumberSettingProps {
  readonly name: 'bufferMinutes' | 'leadMinutes' | 'horizonDays' | 'workers';
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly value: Settings[NumberSettingProps['name']];
  readonly min: number;
  readonly max: number;
  /** An empty field means null, shown as this. */
  readonly emptyWords?: string;
}

/** A number that is stored when the field is left or Enter is pressed. */
export function NumberSetting({ name, label, hint, unit, value, min, max, emptyWords }: NumberSettingProps) {
  const [draft, setDraft] = useState<number | string>(value ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setDraft(value ?? ''), [value]);
  const store = async () => {
    const isEmpty = draft === '';
    if (isEmpty && emptyWords === undefined) {
      setProblem(`Give a number from ${min} to ${max}.`);
      return;
    }
    const next = isEmpty ? null : Number(draft);
    if (next === value) {
      setProblem(null);
      return;
    }
    if (next !== null && !(Number.isInteger(next) && next >= min && next <= max)) {
      setProblem(`Give a whole number from ${min} to ${max}.`);
      return;
    }
    setProblem(await changeSetting({ [name]: next }));
  };
  return (
    <SettingRow label={label} hint={hint} problem={problem}>
      {(labelId) => (
        <NumberInput
          aria-labelledby={labelId}
          w={132}
          value={draft}
          min={min}
          max={max}
          clampBehavior="none"
          allowDecimal={false}
          suffix={` ${unit}`}
          error={problem !== null}
          {...(emptyWords === undefined ? {} : { placeholder: emptyWords })}
          onChange={setDraft}
          onBlur={() => void store()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void store();
          }}
        />
      )}
    </SettingRow>
  );
}
