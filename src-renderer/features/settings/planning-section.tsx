import { type OptionsFilter, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Settings } from '#shared/engine/settings';
import { useNow } from '../../state/clock';
import { useWorkspace } from '../../state/workspace';
import { zoneChoices, zoneOf } from '../../state/zone-choices';
import { formatTime, Segmented } from '../../ui';
import { changeSetting } from './change-setting';
import { NumberSetting } from './number-setting';
import { SettingRow, SettingSection } from './setting-row';
import { Toggle } from './toggle';

/** A zone is found as it is shown and as the system writes it: "New York", "new_york". */
const bySpelling: OptionsFilter = ({ options, search, limit }) => {
  const plain = (text: string) => text.toLowerCase().replaceAll('_', ' ').trim();
  return options.filter((option) => 'value' in option && plain(option.label).includes(plain(search))).slice(0, limit);
};

/** Zone and week. */
export function TimeSection() {
  const settings = useWorkspace((state) => state.settings);
  const now = useNow();
  const choices = useMemo(() => zoneChoices(settings.timeZone), [settings.timeZone]);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <SettingSection title="Time">
      <SettingRow label="Time zone" hint={`It is ${formatTime(settings.timeZone, now)} there now`} problem={problem}>
        {(labelId) => (
          <Select
            aria-labelledby={labelId}
            w={260}
            searchable
            value={settings.timeZone}
            data={choices}
            limit={80}
            filter={bySpelling}
            nothingFoundMessage="No such zone"
            onChange={async (value) => {
              const zone = value === null ? null : zoneOf(value);
              if (zone) setProblem(await changeSetting({ timeZone: zone }));
            }}
          />
        )}
      </SettingRow>
      <SettingRow label="Week begins on">
        {() => (
          <Segmented
            label="Week begins on"
            value={String(settings.firstWeekday)}
            options={[
              { value: '1', label: 'Monday' },
              { value: '6', label: 'Saturday' },
              { value: '7', label: 'Sunday' },
            ]}
            onChange={(value) => void changeSetting({ firstWeekday: Number(value) })}
          />
        )}
      </SettingRow>
    </SettingSection>
  );
}

/** How the planner lays things out. */
export function PlanningSection() {
  const settings = useWorkspace((state) => state.settings);
  return (
    <SettingSection title="Planning">
      <SettingRow label="Grid" hint="Blocks begin on it">
        {() => (
          <Segmented
            label="Grid"
            value={String(settings.gridMinutes)}
            options={['5', '10', '15', '30'].map((value) => ({ value, label: `${value} min` }))}
            onChange={(value) => void changeSetting({ gridMinutes: Number(value) as Settings['gridMinutes'] })}
          />
        )}
      </SettingRow>
      <NumberSetting
        name="bufferMinutes"
        label="Buffer"
        hint="Kept free between a task and its neighbours"
        unit="min"
        value={settings.bufferMinutes}
        min={0}
        max={120}
      />
      <NumberSetting
        name="leadMinutes"
        label="Lead time"
        hint="Nothing is placed sooner than this from now"
        unit="min"
        value={settings.leadMinutes}
        min={0}
        max={1440}
      />
      <NumberSetting
        name="horizonDays"
        label="Horizon"
        hint="How far ahead the planner looks"
        unit="days"
        value={settings.horizonDays}
        min={1}
        max={366}
      />
      <SettingRow label="All-day events" hint="Whether they take the day">
        {(labelId) => (
          <Select
            aria-labelledby={labelId}
            w={260}
            value={settings.allDayPolicy}
            data={[
              { value: 'never', label: 'Never block' },
              { value: 'whenBusy', label: 'Block when marked busy' },
              { value: 'always', label: 'Always block' },
            ]}
            onChange={(value) => {
              if (value) void changeSetting({ allDayPolicy: value as Settings['allDayPolicy'] });
            }}
          />
        )}
      </SettingRow>
      <SettingRow label="Tentative events block" hint="Off: a tentative event can be planned over">
        {(labelId) => (
          <Toggle
            aria-labelledby={labelId}
            checked={settings.tentativeBlocks}
            onChange={(event) => void changeSetting({ tentativeBlocks: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      <SettingRow
        label="Keep the plan alive"
        hint="What new events cover moves at once, and urgent tasks get a place. Off: until the next plan"
      >
        {(labelId) => (
          <Toggle
            aria-labelledby={labelId}
            checked={settings.keepPlanAlive !== false}
            onChange={(event) => void changeSetting({ keepPlanAlive: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      <NumberSetting
        name="workers"
        label="Planning threads"
        hint="Empty: as many as this computer can spare"
        unit=""
        value={settings.workers}
        min={1}
        max={64}
        emptyWords="Automatic"
      />
    </SettingSection>
  );
}
