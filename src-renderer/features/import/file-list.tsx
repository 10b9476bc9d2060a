import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { type ImportFile, keepCutFile, leaveOutFile, showFile, useImport } from '../../state/importing';
import { counted, IconButton, QuietButton, SecondaryButton } from '../../ui';
import classes from './file-list.module.css';

/** The files on the list: state, progress, and what each would change. */
export function FileList() {
  const { files, shownId } = useImport((state) => ({ files: state.files, shownId: state.shownId }));
  return (
    <ul className={classes.list} aria-label="Files">
      {files.map((file) => (
        <FileRow key={file.id} file={file} shown={file.id === shownId} />
      ))}
    </ul>
  );
}

const SOURCES = { google: 'Google', outlook: 'Outlook', apple: 'Apple', other: '' } as const;

function FileRow({ file, shown }: { readonly file: ImportFile; readonly shown: boolean }) {
  const items = file.read?.items.length ?? 0;
  return (
    <li className={classes.row} data-shown={shown || undefined}>
      <button
        type="button"
        className={classes.open}
        aria-current={shown || undefined}
        onClick={() => showFile(file.id)}
      >
        <FileMark file={file} />
        <span className={classes.name} title={file.name}>
          {file.name}
        </span>
        <span className={classes.source}>{SOURCES[file.read?.source ?? 'other']}</span>
        <span className={classes.facts}>
          {file.problem ? <span className={classes.problem}>{withoutName(file.problem, file.name)}</span> : null}
          {file.phase === 'reading' ? <span>{file.progress?.phase ?? 'Waiting'}</span> : null}
          {file.phase === 'ready' ? <span>{counted(items, 'event')}</span> : null}
          {file.phase === 'ready' ? <span>{changesWords(file)}</span> : null}
          {file.phase === 'cut' ? <span>{counted(items, 'event')} can be saved</span> : null}
        </span>
      </button>
      {file.phase === 'reading' ? (
        <progress
          className={classes.progress}
          max={1}
          value={file.progress?.fraction ?? 0}
          aria-label={`Reading ${file.name}`}
        />
      ) : null}
      {file.phase === 'cut' ? (
        <span className={classes.actions}>
          <SecondaryButton onClick={() => keepCutFile(file.id)}>Save {items.toLocaleString('en')}</SecondaryButton>
          <QuietButton onClick={() => leaveOutFile(file.id)}>Leave out</QuietButton>
        </span>
      ) : (
        <span className={classes.remove}>
          <IconButton
            label={file.phase === 'reading' ? `Stop reading ${file.name}` : `Leave out ${file.name}`}
            onClick={() => leaveOutFile(file.id)}
          >
            <IconX size={14} stroke={1.6} />
          </IconButton>
        </span>
      )}
    </li>
  );
}

function FileMark({ file }: { readonly file: ImportFile }) {
  if (file.phase === 'ready') return <IconCheck className={classes.good} size={16} stroke={1.6} aria-label="Read" />;
  if (file.phase === 'reading') return <span className={classes.reading} aria-hidden="true" />;
  return (
    <IconAlertTriangle
      className={classes.bad}
      size={16}
      stroke={1.6}
      aria-label={file.phase === 'cut' ? 'Breaks off' : 'Cannot be read'}
    />
  );
}

function changesWords(file: ImportFile): string {
  const changes = file.diff?.changes.length ?? 0;
  return changes === 0 ? 'Nothing changes' : counted(changes, 'change');
}

/** The row says its name already: "work.ics is empty" becomes "Is empty". */
function withoutName(problem: string, name: string): string {
  if (!problem.startsWith(name)) return problem;
  const rest = problem.slice(name.length).replace(/^[:\s]+/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
