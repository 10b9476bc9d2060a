import { Textarea } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { importEntries, readEntries } from '../../../state/tournaments';
import { Dot, PrimaryButton, QuietButton, SecondaryButton } from '../../../ui';
import { performWithUndo } from '../perform';
import type { TournamentView } from '../tournament-view';
import classes from './entry-import.module.css';

interface EntryImportProps {
  readonly view: TournamentView;
  readonly onClose: () => void;
}

const PREVIEWED = 6;

/** A spreadsheet, pasted or opened: what was understood and what was not, before anything is stored. */
export function EntryImport({ view, onClose }: EntryImportProps) {
  const [text, setText] = useState('');
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const read = useMemo(() => (text.trim() === '' ? null : readEntries(text)), [text]);
  const count = read?.participants.length ?? 0;
  const entries = `${count} ${count === 1 ? 'entry' : 'entries'}`;
  const store = async (how: 'add' | 'replace') => {
    if (read && (await performWithUndo(importEntries(view.document.id, read, how), `${entries} imported`))) onClose();
  };
  const open = async (picked: File | undefined) => {
    if (!picked) return;
    try {
      setText(await picked.text());
      setFileProblem(null);
    } catch (error) {
      setFileProblem(`${picked.name} could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <section className={classes.import} aria-label="Entries from a spreadsheet">
      <Textarea
        label="Name, club, seed, category"
        description="With or without a header line; also partner and id. Comma, semicolon or tab."
        placeholder={'name;partner;club;seed;category\nAnna Haas;;TSV Nord;1;WS'}
        minRows={4}
        maxRows={10}
        autosize
        data-autofocus
        value={text}
        error={fileProblem}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        aria-label="Entries file"
        onChange={(event) => {
          void open(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {read === null ? null : (
        <div className={classes.preview} role="status">
          <p>
            <b>{`${entries} understood`}</b>
            {read.problems.length > 0
              ? `, ${read.problems.length} ${read.problems.length === 1 ? 'line needs' : 'lines need'} a look`
              : ''}
          </p>
          <ul>
            {read.participants.slice(0, PREVIEWED).map((entry) => (
              <li key={entry.id}>
                {[entry.name ?? entry.id, entry.club, entry.seed === null ? null : `seed ${entry.seed}`, entry.category]
                  .filter((part) => part !== null)
                  .join(', ')}
              </li>
            ))}
            {count > PREVIEWED ? <li>{`and ${count - PREVIEWED} more`}</li> : null}
          </ul>
          {read.problems.length > 0 ? (
            <ul className={classes.refusedLines}>
              {read.problems.map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  <Dot tone="warn" />
                  {`Line ${line}: ${message}`}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
      <footer className={classes.importFoot}>
        <SecondaryButton onClick={() => file.current?.click()}>Open a file</SecondaryButton>
        <span className={classes.gap} />
        <QuietButton onClick={onClose}>Cancel</QuietButton>
        {view.document.participants.length > 0 ? (
          <SecondaryButton disabled={count === 0} onClick={() => void store('replace')}>
            Replace all
          </SecondaryButton>
        ) : null}
        <PrimaryButton disabled={count === 0} onClick={() => void store('add')}>
          {count === 0 ? 'Import' : `Import ${entries}`}
        </PrimaryButton>
      </footer>
    </section>
  );
}
