import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { Rows, UndoPartRow, UndoRow } from './rows';
import { latestVersion, SCHEMA_VERSIONS, type SchemaVersion } from './schema-versions';

export const DATABASE_NAME = 'daywright';

/** The one store. Every table of `Rows`, and the undo steps. */
export class DaywrightDatabase extends Dexie {
  declare readonly settings: Table<Rows['settings'], string>;
  declare readonly calendars: Table<Rows['calendars'], string>;
  declare readonly items: Table<Rows['items'], string>;
  declare readonly events: Table<Rows['events'], string>;
  declare readonly projects: Table<Rows['projects'], string>;
  declare readonly tasks: Table<Rows['tasks'], string>;
  declare readonly habits: Table<Rows['habits'], string>;
  declare readonly habitOccurrences: Table<Rows['habitOccurrences'], string>;
  declare readonly placements: Table<Rows['placements'], string>;
  declare readonly runs: Table<Rows['runs'], string>;
  declare readonly imports: Table<Rows['imports'], string>;
  declare readonly tournaments: Table<Rows['tournaments'], string>;
  declare readonly meta: Table<Rows['meta'], string>;
  declare readonly posts: Table<Rows['posts'], string>;
  declare readonly campaigns: Table<Rows['campaigns'], string>;
  declare readonly postJobs: Table<Rows['postJobs'], string>;
  declare readonly postPlacements: Table<Rows['postPlacements'], string>;
  declare readonly postPlans: Table<Rows['postPlans'], string>;
  declare readonly performance: Table<Rows['performance'], string>;
  declare readonly postAudiences: Table<Rows['postAudiences'], string>;
  declare readonly postConstraints: Table<Rows['postConstraints'], string>;
  declare readonly postModels: Table<Rows['postModels'], string>;
  declare readonly columnMappings: Table<Rows['columnMappings'], string>;
  declare readonly postSettings: Table<Rows['postSettings'], string>;
  declare readonly undo: Table<UndoRow, number>;
  declare readonly undoParts: Table<UndoPartRow, number>;

  constructor(name: string, options: DexieOptions = {}, versions: readonly SchemaVersion[] = SCHEMA_VERSIONS) {
    // Chromium's default is `relaxed`: a commit may still be lost with the power. What the user made must not be.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict', ...options });
    // What live queries need to know of every written key and index, told to all tabs at each commit: nobody here asks a live query.
    this.unuse({ stack: 'dbcore', name: 'Observability' });
    this.unuse({ stack: 'dbcore', name: 'Cache' });
    for (const { version, stores, upgrade } of versions) {
      const declared = this.version(version).stores({ ...stores });
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}

/** The store on disk was written by a newer Daywright. It is left untouched. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';

  constructor(stored: number, known: number) {
    super(`The stored data has version ${stored}; this Daywright knows up to version ${known}.`);
  }
}

/** Opens the store, running the migrations it needs. Throws `NewerStoreError`, or what IndexedDB throws. */
export async function openDatabase(
  name: string = DATABASE_NAME,
  options: DexieOptions = {},
  versions: readonly SchemaVersion[] = SCHEMA_VERSIONS,
): Promise<DaywrightDatabase> {
  const database = new DaywrightDatabase(name, options, versions);
  await database.open();
  // Dexie multiplies its version numbers by ten, and opens a newer store with what it knows; we would rather not write into it.
  const stored = (database.backendDB() as IDBDatabase).version / 10;
  const known = latestVersion(versions);
  if (stored > known) {
    database.close();
    throw new NewerStoreError(stored, known);
  }
  return database;
}

/** Removes the store from the disk. */
export async function deleteDatabase(name: string = DATABASE_NAME): Promise<void> {
  await Dexie.delete(name);
}
