import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the browser door keeps backups, the plan journal and its session: `--data`, `DAYWRIGHT_DATA`, or the system's place for it. */
export function dataFolderFor(
  given: string | null,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = given ?? environment.DAYWRIGHT_DATA;
  if (chosen) return resolve(chosen);
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Daywright Browser');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Daywright Browser');
    default:
      return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'daywright');
  }
}
