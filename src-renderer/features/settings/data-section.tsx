import { FileButton } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { parseInstant } from '#shared/time/instant';
import {
  type Backup,
  exportWorkspace,
  importWorkspace,
  listBackups,
  restoreBackup,
  saveBackup,
} from '../../state/backup';
import { nowText } from '../../state/clock';
import { useHostDescription } from '../../state/host-description';
import { undoable } from '../../state/undoable';
import { useWorkspace } from '../../state/workspace';
import { ErrorNote, formatMoment, QuietButton, SecondaryButton } from '../../ui';
import { saveTextFile } from '../../ui/save-text-file';
import { ExportRow } from './export-row';
import { SettingRow, SettingSection } from './setting-row';
import classes from './settings.module.css';

const SHOWN_PROBLEMS = 8;

/** Where everything lives, and the ways out and in. */
export function DataSection() {
  const description = useHostDescription();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const open = async (file: File | null) => {
    if (!file) return;
    const text = await file.text();
    await undoable(async () => {
      const opened = await importWorkspace(text);
      setProblems(opened.ok ? [] : opened.error);
      return opened.ok ? `Opened ${file.name}` : null;
    });
  };
  return (
    <SettingSection title="Your data">
      <SettingRow
        label="Where it lives"
        hint={`In ${description?.door === 'desktop' ? 'Daywright’s own' : 'this browser’s'} profile on this computer; backups are in the folder`}
      >
        {(labelId) => (
          <output aria-labelledby={labelId} className={classes.path}>
            {description?.dataFolder ?? 'Unknown'}
          </output>
        )}
      </SettingRow>
      <SettingRow label="Workspace file" hint="Everything you own as one JSON document">
        {() => (
          <div className={classes.buttons}>
            <SecondaryButton onClick={() => void download()}>Export</SecondaryButton>
            <FileButton
              accept="application/json,.json"
              onChange={(file) => void open(file)}
              inputProps={{ 'aria-label': 'Workspace file' }}
            >
              {(props) => <SecondaryButton {...props}>Open another…</SecondaryButton>}
            </FileButton>
          </div>
        )}
      </SettingRow>
      <ExportRow />
      {problems.length > 0 ? (
        <ErrorNote action={<QuietButton onClick={() => setProblems([])}>Dismiss</QuietButton>}>
          {['This file was not opened; nothing changed.', ...problems.slice(0, SHOWN_PROBLEMS)].join('\n')}
          {problems.length > SHOWN_PROBLEMS ? `\nand ${problems.length - SHOWN_PROBLEMS} more` : ''}
        </ErrorNote>
      ) : null}
      <Backups />
    </SettingSection>
  );
}

async function download(): Promise<void> {
  saveTextFile(`daywright-${nowText().slice(0, 10)}.json`, await exportWorkspace(), 'application/json');
}

function Backups() {
  const zone = useWorkspace((state) => state.settings.timeZone);
  const [backups, setBackups] = useState<readonly Backup[]>([]);
  const [folder, setFolder] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const refresh = useCallback(async () => {
    const listed = await listBackups();
    setProblem(listed.ok ? null : listed.error);
    if (!listed.ok) return;
    setBackups(listed.value.backups);
    setFolder(listed.value.folder);
  }, []);
  useEffect(() => void refresh(), [refresh]);
  const save = async () => {
    const saved = await saveBackup();
    if (!saved.ok) setProblem(saved.error);
    await refresh();
  };
  const restore = async (backup: Backup) => {
    await undoable(async () => {
      const restored = await restoreBackup(backup.name);
      setProblem(restored.ok ? null : restored.error.join('\n'));
      return restored.ok ? `Restored the backup of ${momentWords(backup, zone)}` : null;
    });
  };
  return (
    <>
      <SettingRow label="Backups" hint={`Saved on their own after changes, in ${folder || 'the data folder'}`}>
        {() => <SecondaryButton onClick={() => void save()}>Back up now</SecondaryButton>}
      </SettingRow>
      {problem ? <ErrorNote>{problem}</ErrorNote> : null}
      {backups.length > 0 ? (
        <ul className={classes.backups} aria-label="Backups">
          {(all ? backups : backups.slice(0, 5)).map((backup) => (
            <li key={backup.name}>
              <span>{momentWords(backup, zone)}</span>
              <span className={classes.size}>
                {Math.max(1, Math.round(backup.sizeBytes / 1000)).toLocaleString('en')} kB
              </span>
              <QuietButton
                aria-label={`Restore the backup of ${momentWords(backup, zone)}`}
                onClick={() => void restore(backup)}
              >
                Restore
              </QuietButton>
            </li>
          ))}
        </ul>
      ) : null}
      {backups.length > 5 && !all ? (
        <div>
          <QuietButton onClick={() => setAll(true)}>Show all {backups.length}</QuietButton>
        </div>
      ) : null}
    </>
  );
}

/** `Tue 24 Nov, 9:42`. */
export function momentWords(backup: Backup, zone: Parameters<typeof formatMoment>[0]): string {
  const saved = parseInstant(backup.savedAt);
  return saved === null ? backup.name : formatMoment(zone, saved);
}
