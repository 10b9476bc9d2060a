// Every version of the stored schema, oldest first. Append only: a version that was ever released is never edited,
// because there are stores on disk that were written by it.
import type { Transaction } from 'dexie';
import { habitsWithFrequency } from './upgrades/habits-with-frequency';
import { postsFromExtras } from './upgrades/posts-from-extras';
import { tournamentsInRows } from './upgrades/tournaments-in-rows';

export interface SchemaVersion {
  readonly version: number;
  /** Dexie index lists by table; tables left out keep what they had, `null` drops a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites rows of the version before. Runs inside the one version-change transaction: it wholly happens or not at all. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      settings: 'id',
      calendars: 'id',
      items: 'id, expandedFrom, expandedTo',
      events: 'id, [calendarId+uid], [lengthClass+startMs]',
      projects: 'id',
      tasks: 'id',
      habits: 'id',
      habitOccurrences: 'id',
      placements: 'key',
      runs: 'planId, order',
      imports: 'id, at',
      meta: 'key',
      undo: '++seq, stack',
    },
  },
  {
    version: 2,
    stores: {
      posts: 'id',
      campaigns: 'id',
      postJobs: 'bulkJobId',
      postPlacements: 'id',
      postPlans: 'planId, order',
      performance: 'id, [platform+postedMs]',
      postAudiences: 'platform',
      postConstraints: 'platform',
      postModels: 'platform',
      columnMappings: 'id',
      postSettings: 'id',
    },
    upgrade: postsFromExtras,
  },
  // Tournaments have rows of their own.
  { version: 3, stores: { tournaments: 'id' }, upgrade: tournamentsInRows },
  // Habits of every frequency: pauses, goals, priorities, notices, targets by weekday.
  { version: 4, stores: {}, upgrade: habitsWithFrequency },
  {
    // Plans are told from other steps, so that the newest 50 stay undoable whatever was edited between them.
    version: 5,
    stores: { undo: '++seq, stack, plan' },
    upgrade: async (transaction) => {
      await transaction
        .table('undo')
        .filter((step: { readonly label: string }) => step.label.startsWith('Plan '))
        .modify({ plan: 1 });
    },
  },
  // Large undo steps, such as of an import of a hundred thousand events, are kept in parts.
  { version: 6, stores: { undoParts: '++id, seq' } },
];

export function latestVersion(versions: readonly SchemaVersion[]): number {
  return versions.at(-1)!.version;
}
