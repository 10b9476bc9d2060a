import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Calendar } from '#shared/calendar/event';
import { updateCalendar } from '../../state/edit';
import { useWatchProblem } from '../../state/watching';
import { SettingRow } from './setting-row';
import classes from './settings.module.css';

/** A file or folder for each calendar whose changes are imported as they happen; off while the field is empty. */
export function WatchedFiles({ calendars }: { readonly calendars: readonly Calendar[] }) {
  if (calendars.length === 0) return null;
  return (
    <details className={classes.watched} open={calendars.some((calendar) => calendar.watch !== undefined) || undefined}>
      <summary>Watch files for changes</summary>
      {calendars.map((calendar) => (
        <WatchRow key={calendar.id} calendar={calendar} />
      ))}
    </details>
  );
}

function WatchRow({ calendar }: { readonly calendar: Calendar }) {
  const stored = calendar.watch?.path ?? '';
  const [path, setPath] = useState(stored);
  const problem = useWatchProblem(calendar.id);
  useEffect(() => setPath(stored), [stored]);
  const store = () => {
    const next = path.trim().replace(/^"(.*)"$/, '$1');
    if (next !== stored) void updateCalendar(calendar.id, { watch: next === '' ? undefined : { path: next } });
  };
  return (
    <SettingRow
      label={calendar.name}
      hint="Changes are imported at once; what vanished is offered for removal"
      problem={problem}
    >
      {(labelId) => (
        <TextInput
          aria-labelledby={labelId}
          w={320}
          value={path}
          placeholder="Full path of an .ics file or a folder"
          error={problem !== null}
          onChange={(event) => setPath(event.currentTarget.value)}
          onBlur={store}
          onKeyDown={(event) => {
            if (event.key === 'Enter') store();
          }}
        />
      )}
    </SettingRow>
  );
}
