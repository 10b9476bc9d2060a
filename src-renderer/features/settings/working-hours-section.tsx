import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Settings } from '#shared/engine/settings';
import { useWorkspace } from '../../state/workspace';
import { IconButton } from '../../ui';
import { changeSetting } from './change-setting';
import { SettingSection } from './setting-row';
import classes from './settings.module.css';
import { isOvernight } from './time-text';
import { TimeTextField } from './time-text-field';
import { nextWindow, type TimeWindow, windowsProblem } from './time-windows';

type WeekdayKey = keyof Settings['workingHours'];

const WEEKDAYS: readonly { readonly key: WeekdayKey; readonly name: string }[] = [
  { key: '1', name: 'Monday' },
  { key: '2', name: 'Tuesday' },
  { key: '3', name: 'Wednesday' },
  { key: '4', name: 'Thursday' },
  { key: '5', name: 'Friday' },
  { key: '6', name: 'Saturday' },
  { key: '7', name: 'Sunday' },
];

/** When tasks may be placed. Several windows a day; one may reach over midnight. */
export function WorkingHoursSection() {
  const hours = useWorkspace((state) => state.settings.workingHours);
  return (
    <SettingSection title="Working hours">
      <p className={classes.lead}>Tasks are placed inside these hours. Habits have their own window each.</p>
      {WEEKDAYS.map(({ key, name }) => (
        <WeekdayHours key={key} weekday={key} name={name} windows={hours[key] ?? []} hours={hours} />
      ))}
    </SettingSection>
  );
}

interface WeekdayHoursProps {
  readonly weekday: WeekdayKey;
  readonly name: string;
  readonly windows: readonly TimeWindow[];
  readonly hours: Settings['workingHours'];
}

function WeekdayHours({ weekday, name, windows, hours }: WeekdayHoursProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const store = async (next: readonly TimeWindow[]) => {
    const found = windowsProblem(next);
    setProblem(found);
    if (found !== null) return;
    const sorted = [...next].sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, to]): [string, string] => [from, to]);
    setProblem(await changeSetting({ workingHours: { ...hours, [weekday]: sorted } }));
  };
  const replace = (index: number, window: TimeWindow) =>
    store(windows.map((present, at) => (at === index ? window : present)));
  return (
    <div className={classes.weekday}>
      <span className={classes.weekdayName}>{name}</span>
      <div className={classes.windows}>
        {windows.length === 0 ? <span className={classes.none}>No working hours</span> : null}
        {windows.map(([from, to], index) => (
          <span key={`${from}-${to}`} className={classes.window}>
            <TimeTextField
              label={`${name}, window ${index + 1}, from`}
              value={from}
              onChange={(next) => void replace(index, [next, to])}
            />
            <span aria-hidden="true">–</span>
            <TimeTextField
              label={`${name}, window ${index + 1}, to`}
              value={to}
              onChange={(next) => void replace(index, [from, next])}
            />
            {isOvernight(from, to) ? <span className={classes.hint}>next day</span> : null}
            <IconButton
              label={`Remove window ${index + 1} of ${name}`}
              onClick={() => void store(windows.filter((_, at) => at !== index))}
            >
              <IconX size={14} stroke={1.6} />
            </IconButton>
          </span>
        ))}
        {problem ? (
          <div className={classes.problem} role="alert">
            {problem}
          </div>
        ) : null}
      </div>
      <IconButton label={`Add a window on ${name}`} onClick={() => void store([...windows, nextWindow(windows)])}>
        <IconPlus size={14} stroke={1.6} />
      </IconButton>
    </div>
  );
}
