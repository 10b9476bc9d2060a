import { Checkbox, Select, TextInput } from '@mantine/core';
import { percent } from '#shared/base/percent';
import {
  cancelImport,
  countTicked,
  type ImportFile,
  importFiles,
  setImportTarget,
  setPlanAfter,
  setWatchPath,
  useImport,
  watchPathOf,
} from '../../state/importing';
import { goTo } from '../../state/navigation';
import { useWorkspace } from '../../state/workspace';
import { counted, ErrorNote, Later, PrimaryButton, SecondaryButton } from '../../ui';
import classes from './import-footer.module.css';

const NEW_CALENDAR = 'new:';

/** Where it goes, and the one button that stores it. */
export function ImportFooter({ file }: { readonly file: ImportFile | undefined }) {
  const { files, planAfter, importing, problem, count } = useImport((state) => ({
    files: state.files,
    planAfter: state.planAfter,
    importing: state.importing,
    problem: state.problem,
    count: countTicked(state),
  }));
  const lacksPath = files.some(({ phase, watchPath }) => phase === 'ready' && watchPath?.trim() === '');
  const reading = files.find((candidate) => candidate.phase === 'reading');
  return (
    <footer className={classes.footer}>
      {problem ? <ErrorNote>{problem}</ErrorNote> : null}
      <div className={classes.row}>
        {file?.target ? (
          <Later turns={2}>
            <CalendarPicker file={file} />
          </Later>
        ) : null}
        <Checkbox
          className={classes.plan}
          label="Plan again after import"
          checked={planAfter}
          onChange={(event) => setPlanAfter(event.currentTarget.checked)}
        />
        {file?.target ? (
          <Later turns={3}>
            <WatchField file={file} />
          </Later>
        ) : null}
        <div className={classes.right}>
          {reading ? (
            <div className={classes.progress}>
              <span className={classes.progressWords}>
                <span>{reading.progress?.phase ?? `Waiting for ${reading.name}`}</span>
                <span>{percent(reading.progress?.fraction ?? 0)}</span>
              </span>
              <progress max={1} value={reading.progress?.fraction ?? 0} aria-label={`Reading ${reading.name}`} />
            </div>
          ) : null}
          <SecondaryButton onClick={cancelImport}>Cancel</SecondaryButton>
          <PrimaryButton
            shortcut="Ctrl ↵"
            aria-keyshortcuts="Control+Enter"
            disabled={count === 0 || importing || lacksPath}
            onClick={() => void importAndShow()}
          >
            Import {counted(count, 'change')}
          </PrimaryButton>
        </div>
      </div>
    </footer>
  );
}

/** A page is not told where a picked file lies: whoever wants it watched says so. */
function WatchField({ file }: { readonly file: ImportFile }) {
  const path = watchPathOf(file);
  return (
    <>
      <Checkbox
        className={classes.plan}
        label="Watch this file for changes"
        checked={path !== null}
        onChange={(event) => setWatchPath(file.id, event.currentTarget.checked ? '' : null)}
      />
      {path === null ? null : (
        <TextInput
          className={classes.path}
          aria-label={`Full path of ${file.name}`}
          placeholder="Full path of this file or its folder"
          value={path}
          onChange={(event) => setWatchPath(file.id, event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** Stores the ticked changes and shows the week they are in. */
export async function importAndShow(): Promise<void> {
  if (await importFiles()) goTo('week');
}

function CalendarPicker({ file }: { readonly file: ImportFile }) {
  const calendars = useWorkspace((state) => state.calendars);
  const target = file.target!;
  const suggested = file.read?.calendarName.trim() || 'Calendar';
  const newName = target.kind === 'new' ? target.name : suggested;
  return (
    <>
      <Select
        className={classes.picker}
        label="Into"
        aria-label={`Calendar for ${file.name}`}
        value={target.kind === 'existing' ? target.calendarId : NEW_CALENDAR}
        data={[
          ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
          { value: NEW_CALENDAR, label: target.kind === 'new' ? 'New calendar' : `New calendar “${suggested}”` },
        ]}
        comboboxProps={{ position: 'top-start', width: 240 }}
        onChange={(value) => {
          if (value === null) return;
          void setImportTarget(
            file.id,
            value === NEW_CALENDAR ? { kind: 'new', name: newName } : { kind: 'existing', calendarId: value },
          );
        }}
      />
      {target.kind === 'new' ? (
        <TextInput
          className={classes.name}
          aria-label="Name of the new calendar"
          value={target.name}
          error={target.name.trim() === ''}
          onChange={(event) => void setImportTarget(file.id, { kind: 'new', name: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}
