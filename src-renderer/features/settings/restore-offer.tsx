import { useEffect, useState } from 'react';
import { type Backup, listBackups, restoreBackup, restoreNewestBackup } from '../../state/backup';
import { replaceUnreadableStore, startAfresh } from '../../state/start';
import { useWorkspace } from '../../state/workspace';
import { ErrorNote, PrimaryButton, QuietButton, SecondaryButton } from '../../ui';
import { momentWords } from './data-section';
import classes from './restore-offer.module.css';

/** There was data and it is gone or unreadable: the newest backup that can be read is one click away. */
export function RestoreOffer() {
  const { status, unreadable, zone } = useWorkspace((state) => ({
    status: state.status,
    unreadable: state.unreadable,
    zone: state.settings.timeZone,
  }));
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  const [folder, setFolder] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void listBackups().then((listed) => {
      setBackups(listed.ok ? listed.value.backups : []);
      if (listed.ok) setFolder(listed.value.folder);
      else setProblem(listed.error);
    });
  }, []);
  if (backups === null) return null;
  const [newest, ...older] = backups;
  const run = async (work: () => Promise<string | null>) => {
    setBusy(true);
    setProblem(await work());
    setBusy(false);
  };
  const restoreNewest = () =>
    run(async () => {
      if (status === 'failed') await replaceUnreadableStore();
      const restored = await restoreNewestBackup();
      return restored.ok ? null : restored.error;
    });
  const restoreOne = (name: string) =>
    run(async () => {
      const restored = await restoreBackup(name);
      return restored.ok ? null : restored.error.join('\n');
    });
  if (status === 'failed' && !unreadable) {
    return folder ? <p className={classes.folder}>Backups are in {folder}</p> : null;
  }
  return (
    <section className={classes.offer} aria-labelledby="restore-title">
      {status === 'emptied' ? <h1 id="restore-title">Your planner is empty, and it was not before</h1> : null}
      {status === 'failed' ? <h2 id="restore-title">Begin again from a backup</h2> : null}
      <p>
        {newest
          ? `The stored data is gone from this browser profile. The newest backup is of ${momentWords(newest, zone)}.`
          : 'The stored data is gone from this browser profile, and there is no backup.'}
      </p>
      {problem ? <ErrorNote>{problem}</ErrorNote> : null}
      <div className={classes.actions}>
        {newest ? (
          <PrimaryButton disabled={busy} onClick={() => void restoreNewest()}>
            Restore the newest backup
          </PrimaryButton>
        ) : null}
        {status === 'emptied' ? (
          <SecondaryButton disabled={busy} onClick={startAfresh}>
            Begin empty
          </SecondaryButton>
        ) : null}
      </div>
      {status === 'emptied' && older.length > 0 ? (
        <ul className={classes.list} aria-label="Older backups">
          {older.slice(0, 8).map((backup) => (
            <li key={backup.name}>
              <span>{momentWords(backup, zone)}</span>
              <QuietButton disabled={busy} onClick={() => void restoreOne(backup.name)}>
                Restore
              </QuietButton>
            </li>
          ))}
        </ul>
      ) : null}
      {folder ? <p className={classes.folder}>Backups are in {folder}</p> : null}
    </section>
  );
}
