import { Modal } from '@mantine/core';
import { IconFileImport, IconX } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import {
  cancelPerformanceImport,
  readPerformanceFile,
  storePerformance,
  usePerformanceImport,
} from '../../state/posts/performance-import';
import { counted, ErrorNote, IconButton, LoadingBar, PrimaryButton, SecondaryButton } from '../../ui';
import { previewWords } from './import-columns';
import { ImportColumns } from './import-columns-form';
import classes from './import-dialog.module.css';
import { ImportPreview } from './import-preview';
import { RememberedMappings } from './remembered-mappings';

/** Bringing in what a platform says about one's posts: pick or drop, look, map, store. */
export function ImportDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { phase, fileName, problem, read, preview } = usePerformanceImport((state) => state);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const close = () => {
    cancelPerformanceImport();
    onClose();
  };
  const take = async (file: File | undefined) => {
    if (file) await readPerformanceFile(file.name, new Uint8Array(await file.arrayBuffer()));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const store = async () => {
    if (await storePerformance()) onClose();
  };
  const hasFile = phase === 'question' || phase === 'ready' || phase === 'storing' || phase === 'reading';
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={880}
      withCloseButton={false}
      padding={0}
      attributes={{ content: { 'aria-label': 'Import performance' } }}
    >
      <section
        className={classes.dialog}
        aria-label="Import performance"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <LoadingBar active={phase === 'reading'} label="Reading the file" />
        <header className={classes.header}>
          <h2>Import performance {hasFile ? <span>{fileName}</span> : null}</h2>
          <IconButton label="Close" shortcut="Esc" onClick={close}>
            <IconX size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        </header>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className="dw-visually-hidden"
          aria-label="Performance file"
          tabIndex={-1}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <div className={classes.content}>
          {problem === null ? null : <ErrorNote>{problem}</ErrorNote>}
          {hasFile ? (
            <>
              <ImportColumns key={fileName} />
              {read ? <ImportPreview read={read} /> : null}
            </>
          ) : (
            <button
              type="button"
              className={classes.drop}
              data-over={over || undefined}
              data-autofocus
              onClick={() => input.current?.click()}
            >
              <IconFileImport size={22} stroke={1.6} aria-hidden="true" />
              <span>{over ? 'Drop to read' : 'Drop a CSV export here, or choose one'}</span>
              <small>
                YouTube Studio, TikTok, Instagram, Facebook, LinkedIn, X, or any table with a time and a figure
              </small>
            </button>
          )}
          {hasFile ? null : <RememberedMappings />}
        </div>
        {hasFile ? (
          <footer className={classes.footer}>
            <span className={classes.outcome}>{preview && read ? previewWords(preview, read.withoutHour) : ''}</span>
            <SecondaryButton onClick={() => input.current?.click()}>Another file</SecondaryButton>
            <PrimaryButton
              disabled={phase !== 'ready' || !read || read.records.length === 0}
              onClick={() => void store()}
            >
              {read ? `Import ${counted(read.records.length, 'post')}` : 'Import'}
            </PrimaryButton>
          </footer>
        ) : null}
      </section>
    </Modal>
  );
}
