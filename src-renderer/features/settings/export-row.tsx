import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { nowText } from '../../state/clock';
import { type ExportRange, exportCalendar } from '../../state/export-calendar';
import { showNotice } from '../../state/toasts';
import { SecondaryButton } from '../../ui';
import { saveTextFile } from '../../ui/save-text-file';
import { SettingRow } from './setting-row';
import classes from './settings.module.css';

const RANGES: { value: ExportRange; label: string }[] = [
  { value: 'week', label: 'This week' },
  { value: 'fourWeeks', label: 'Four weeks' },
  { value: 'all', label: 'The whole plan' },
];

/** The plan as an .ics file for other calendars. */
export function ExportRow() {
  const [tasks, setTasks] = useState(true);
  const [habits, setHabits] = useState(true);
  const [posts, setPosts] = useState(true);
  const [matches, setMatches] = useState(true);
  const [withEvents, setWithEvents] = useState(false);
  const [range, setRange] = useState<ExportRange>('fourWeeks');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const kinds = [
      ...(tasks ? (['task'] as const) : []),
      ...(habits ? (['habit'] as const) : []),
      ...(posts ? (['post'] as const) : []),
      ...(matches ? (['match'] as const) : []),
    ];
    const written = await exportCalendar({ kinds, range, withEvents });
    setProblem(written.ok ? null : written.error);
    if (!written.ok) return;
    const name = `daywright-plan-${nowText().slice(0, 10)}.ics`;
    saveTextFile(name, written.value.ics, 'text/calendar');
    showNotice({ title: `Exported ${written.value.entries.toLocaleString('en')} entries to ${name}` });
  };
  return (
    <SettingRow
      label="Plan as .ics"
      hint="A newer export updates what Google, Outlook or Apple imported before"
      problem={problem}
    >
      {(labelId) => (
        <fieldset aria-labelledby={labelId} className={classes.exporting}>
          <Checkbox label="Tasks" checked={tasks} onChange={(event) => setTasks(event.currentTarget.checked)} />
          <Checkbox label="Habits" checked={habits} onChange={(event) => setHabits(event.currentTarget.checked)} />
          <Checkbox label="Posts" checked={posts} onChange={(event) => setPosts(event.currentTarget.checked)} />
          <Checkbox label="Matches" checked={matches} onChange={(event) => setMatches(event.currentTarget.checked)} />
          <Checkbox
            label="Imported events"
            checked={withEvents}
            onChange={(event) => setWithEvents(event.currentTarget.checked)}
          />
          <Select
            aria-label="Which days to export"
            w={150}
            data={RANGES}
            value={range}
            allowDeselect={false}
            onChange={(value) => setRange((value as ExportRange | null) ?? 'fourWeeks')}
          />
          <SecondaryButton
            disabled={!tasks && !habits && !posts && !matches && !withEvents}
            onClick={() => void save()}
          >
            Export plan
          </SecondaryButton>
        </fieldset>
      )}
    </SettingRow>
  );
}
