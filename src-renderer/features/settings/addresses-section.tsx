import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useWorkspace } from '../../state/workspace';
import { changeSetting } from './change-setting';
import { SettingRow, SettingSection } from './setting-row';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Which addresses are mine: what I declined does not block. */
export function AddressesSection() {
  const addresses = useWorkspace((state) => state.settings.ownAddresses);
  const [problem, setProblem] = useState<string | null>(null);
  const store = async (values: readonly string[]) => {
    const next = values.map((value) => value.trim().toLowerCase()).filter(Boolean);
    const wrong = next.find((value) => !ADDRESS.test(value));
    setProblem(wrong ? `“${wrong}” is no e-mail address.` : await changeSetting({ ownAddresses: next }));
  };
  return (
    <SettingSection title="You">
      <SettingRow
        label="Your e-mail addresses"
        hint="An event that one of them declined stays visible and does not block."
        problem={problem}
      >
        {(labelId) => (
          <TagsInput
            aria-labelledby={labelId}
            w={320}
            value={[...addresses]}
            placeholder={addresses.length === 0 ? 'me@example.com' : ''}
            error={problem !== null}
            onChange={(values) => void store(values)}
          />
        )}
      </SettingRow>
    </SettingSection>
  );
}
