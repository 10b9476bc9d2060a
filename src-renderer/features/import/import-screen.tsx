import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import { onAddFilesRequested, readAgain, useImport } from '../../state/importing';
import { ScreenToolbar, SecondaryButton } from '../../ui';
import { DropArea } from './drop-area';
import { FileDetail } from './file-detail';
import { FileList } from './file-list';
import { ImportEmpty } from './import-empty';
import { ImportFooter, importAndShow } from './import-footer';
import classes from './import-screen.module.css';
import { takeDropped, takeFiles } from './picked-files';
import { ProblemList } from './problem-list';

/** What changes: files are read, compared with what is stored, and looked at before anything is stored. */
export function ImportScreen() {
  const files = useImport((state) => state.files);
  const shownId = useImport((state) => state.shownId);
  const shown = files.find((file) => file.id === shownId) ?? files[0];
  const input = useRef<HTMLInputElement>(null);
  const pick = useCallback(() => input.current?.click(), []);
  const { dragging, ...drop } = useFileDrop();
  useEffect(() => onAddFilesRequested(pick), [pick]);
  useConfirmKey(files.length > 0);
  return (
    <section className={classes.screen} aria-label="Import" {...drop}>
      <ScreenToolbar
        title="Import"
        context="Files are read on this computer and never leave it"
        right={
          <>
            {files.length > 0 ? (
              <SecondaryButton leftSection={<IconRefresh size={14} stroke={1.6} />} onClick={() => void readAgain()}>
                Read again
              </SecondaryButton>
            ) : null}
            <SecondaryButton
              leftSection={<IconPlus size={14} stroke={1.6} />}
              shortcut="O"
              aria-keyshortcuts="O"
              onClick={pick}
            >
              Add files
            </SecondaryButton>
          </>
        }
      />
      <input
        ref={input}
        className={classes.input}
        type="file"
        accept=".ics,.ical,.ifb,.icalendar,.vcs,.zip,text/calendar,application/zip"
        multiple
        tabIndex={-1}
        aria-label="Calendar files"
        onChange={(event) => {
          const picked = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void takeFiles(picked);
        }}
      />
      {shown ? (
        <>
          <div className={classes.body}>
            <div className={classes.left}>
              <FileList />
              <DropArea active={dragging} onPick={pick} />
            </div>
            <FileDetail key={shown.id} file={shown} />
            <ProblemList file={shown} />
          </div>
          <ImportFooter file={shown} />
        </>
      ) : (
        <ImportEmpty onPick={pick} dragging={dragging} />
      )}
    </section>
  );
}

/** Files can be dropped anywhere on the screen. */
function useFileDrop() {
  const [depth, setDepth] = useState(0);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    dragging: depth > 0,
    // Enter and leave come for every element on the way, so they are counted.
    onDragEnter: (event: DragEvent) => {
      if (hasFiles(event)) setDepth((before) => before + 1);
    },
    onDragLeave: (event: DragEvent) => {
      if (hasFiles(event)) setDepth((before) => Math.max(0, before - 1));
    },
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDrop: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      void takeDropped(event.dataTransfer);
    },
  };
}

/** Ctrl+Enter (Cmd on macOS) imports, from anywhere on the screen. */
function useConfirmKey(active: boolean) {
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void importAndShow();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [active]);
}
