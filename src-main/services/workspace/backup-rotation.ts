/** Newest backups that are always kept. */
export const NEWEST_KEPT = 30;
/** Days, counted from the newest backup's days backwards, of which the last backup is kept beyond those. */
export const DAILY_KEPT = 21;

const NAME = /^workspace-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.(\d{3})Z\.json$/;

/** `workspace-2026-11-23T08-00-00.000Z.json`: sorts by time, and holds no colon because Windows allows none. */
export function backupName(iso: string): string {
  const full = /\.\d+Z$/.test(iso) ? iso : iso.replace(/Z$/, '.000Z');
  return `workspace-${full.replaceAll(':', '-')}.json`;
}

/** The instant a backup was made, from its name; `null` for names that are no backup's. */
export function backupInstant(name: string): string | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, day, hour, minute, second, milliseconds] = parts;
  return `${day}T${hour}:${minute}:${second}.${milliseconds}Z`.replace('.000Z', 'Z');
}

/**
 * The backups to delete: all but the newest 30 and, beyond those, the last one of each of the 21 newest UTC days that have one.
 * Names that are no backup's are never returned.
 */
export function backupsToDrop(names: readonly string[]): string[] {
  const newestFirst = names
    .filter((name) => backupInstant(name) !== null)
    .sort()
    .reverse();
  const days = new Set<string>();
  return newestFirst.filter((name, index) => {
    const day = backupInstant(name)!.slice(0, 10);
    if (index < NEWEST_KEPT) return false;
    if (days.has(day) || days.size === DAILY_KEPT) return true;
    days.add(day);
    return false;
  });
}
