import { useWorkspace } from '../../state/workspace';
import { Segmented } from '../../ui';
import { changeSetting } from './change-setting';
import { SettingRow, SettingSection } from './setting-row';
import { Toggle } from './toggle';

/** Theme, notices, keys. */
export function LookSection() {
  const settings = useWorkspace((state) => state.settings);
  return (
    <SettingSection title="Look and behaviour">
      <SettingRow label="Theme">
        {() => (
          <Segmented
            label="Theme"
            value={settings.theme}
            options={[
              { value: 'system', label: 'System' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            onChange={(theme) => void changeSetting({ theme })}
          />
        )}
      </SettingRow>
      <SettingRow label="Notices" hint="Reminders about what comes next">
        {(labelId) => (
          <Toggle
            aria-labelledby={labelId}
            checked={settings.notices}
            onChange={(event) => void changeSetting({ notices: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      <SettingRow label="Single-key shortcuts" hint="P plans, N adds a task, T shows today">
        {(labelId) => (
          <Toggle
            aria-labelledby={labelId}
            checked={settings.singleKeyShortcuts}
            onChange={(event) => void changeSetting({ singleKeyShortcuts: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
    </SettingSection>
  );
}
