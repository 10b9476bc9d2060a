import { Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EnergyLevel, Settings } from '#shared/engine/settings';
import { useWorkspace } from '../../state/workspace';
import { IconButton, SecondaryButton } from '../../ui';
import { changeSetting } from './change-setting';
import { SettingSection } from './setting-row';
import classes from './settings.module.css';
import { TimeTextField } from './time-text-field';
import { nextWindow, windowsProblem } from './time-windows';

type Band = Settings['energy'][number];

const LEVELS: readonly { readonly value: EnergyLevel; readonly label: string }[] = [
  { value: 'high', label: 'High' },
  { value: 'medium', label: 'Medium' },
  { value: 'low', label: 'Low' },
];

/** When energy is high or low; a task that says what it needs is drawn there. */
export function EnergySection() {
  const bands: readonly Band[] = useWorkspace((state) => state.settings.energy);
  const [problem, setProblem] = useState<string | null>(null);
  const store = async (next: readonly Band[]) => {
    const found = windowsProblem(next.map(({ from, to }) => [from, to] as const));
    setProblem(found);
    if (found !== null) return;
    const sorted = [...next].sort((a, b) => (a.from < b.from ? -1 : 1));
    setProblem(await changeSetting({ energy: sorted }));
  };
  const patch = (index: number, change: Partial<Band>) =>
    store(bands.map((band, at) => (at === index ? { ...band, ...change } : band)));
  const add = () => {
    const [from, to] = nextWindow(bands.map((band) => [band.from, band.to] as const));
    return store([...bands, { from, to, level: 'medium' }]);
  };
  return (
    <SettingSection title="Energy">
      <p className={classes.lead}>A task that needs high energy is drawn to the hours that have it.</p>
      {bands.map((band, index) => (
        <div key={`${band.from}-${band.to}`} className={classes.band}>
          <TimeTextField
            label={`Band ${index + 1}, from`}
            value={band.from}
            onChange={(from) => void patch(index, { from })}
          />
          <span aria-hidden="true">–</span>
          <TimeTextField label={`Band ${index + 1}, to`} value={band.to} onChange={(to) => void patch(index, { to })} />
          <Select
            aria-label={`Energy of band ${index + 1}`}
            w={120}
            value={band.level}
            data={LEVELS}
            onChange={(level) => {
              if (level) void patch(index, { level: level as EnergyLevel });
            }}
          />
          <IconButton
            label={`Remove band ${index + 1}`}
            onClick={() => void store(bands.filter((_, at) => at !== index))}
          >
            <IconX size={14} stroke={1.6} />
          </IconButton>
        </div>
      ))}
      {problem ? (
        <div className={classes.problem} role="alert">
          {problem}
        </div>
      ) : null}
      <div>
        <SecondaryButton leftSection={<IconPlus size={14} stroke={1.6} />} onClick={() => void add()}>
          Add a band
        </SecondaryButton>
      </div>
    </SettingSection>
  );
}
