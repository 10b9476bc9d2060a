// Importing an export of figures: read in a worker, looked at, stored in one transaction. A mapping made by hand is remembered.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import type { RequestOutput } from '#shared/ipc/contract';
import {
  type ColumnMapping,
  columnMappingSchema,
  headerName,
  type ImportField,
} from '#shared/posts/import/column-mapping';
import { mergeHistory } from '#shared/posts/import/merge-history';
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import type { MappingRow } from '../../db/post-rows';
import { counted } from '../../ui/format-count';
import { commit } from '../commit';
import { host } from '../host';
import { newId } from '../new-id';
import { sentence } from '../planning';
import { undoable } from '../undoable';
import { type WorkspaceState, workspaceNow } from '../workspace';
import { changedRecords } from './merge-records';

export type ImportedPerformance = Extract<RequestOutput<'posts.import'>, { kind: 'read' }>['read'];

export interface PerformanceImportState {
  /** `question`: no mapping fits, the user maps the columns; `ready`: what would be stored can be looked at. */
  readonly phase: 'idle' | 'reading' | 'question' | 'ready' | 'storing';
  readonly fileName: string;
  readonly problem: string | null;
  /** Header and first rows of the file, for looking at and for mapping. */
  readonly sample: readonly (readonly string[])[];
  readonly read: ImportedPerformance | null;
  /** What storing it would do to the history. */
  readonly preview: { readonly added: number; readonly updated: number; readonly same: number } | null;
}

const IDLE: PerformanceImportState = {
  phase: 'idle',
  fileName: '',
  problem: null,
  sample: [],
  read: null,
  preview: null,
};
const REMEMBERED_MAPPINGS = 30;

const store = createStore<PerformanceImportState>(() => IDLE);
let source: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null = null;
let abort: AbortController | null = null;

export function usePerformanceImport<T>(selector: (state: PerformanceImportState) => T): T {
  return useStore(store, useShallow(selector));
}

export function performanceImportNow(): PerformanceImportState {
  return store.getState();
}

/** Reads a file and shows what it would change. Nothing is stored. */
export async function readPerformanceFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  source = { name, bytes };
  await read(null);
}

/** The user's mapping of the file being imported: field -> header as it stands in the file. It is remembered when the import is stored. */
export interface ChosenColumns {
  readonly platform: string;
  readonly columns: Readonly<Partial<Record<ImportField, string>>>;
  readonly dateOrder?: ColumnMapping['dateOrder'];
  /** "My LinkedIn table"; the file's name unless said. */
  readonly name?: string;
}

/** Reads the file again with the user's columns. */
export async function mapColumns({ platform, columns, dateOrder = null, name }: ChosenColumns): Promise<void> {
  const chosen = Object.entries(columns).filter(([, header]) => header !== undefined && header !== '');
  const parsed = parseWith(columnMappingSchema, {
    id: newId('mapping'),
    name: name ?? source?.name ?? 'My table',
    platform,
    columns: Object.fromEntries(chosen.map(([field, header]) => [field, [headerName(header)]])),
    dateOrder,
  });
  if (!parsed.ok) {
    store.setState({ problem: parsed.error.map(describeProblem).join('\n') });
    return;
  }
  await read(parsed.value);
}

/** Stores what was read, as one undo step with an offer to take it back. Returns whether it was stored. */
export async function storePerformance(): Promise<boolean> {
  const { read: imported, phase } = store.getState();
  if (!imported || phase !== 'ready') return false;
  store.setState({ phase: 'storing' });
  let stored: Result<void, string> = { ok: true, value: undefined };
  await undoable(async () => {
    let said = '';
    stored = await commit(`Import figures of ${counted(imported.records.length, 'post')}`, (state) => {
      const merged = merge(state, imported.records);
      said = `Imported figures: ${merged.added} new, ${merged.updated} updated, ${merged.same} the same`;
      return {
        puts: {
          performance: changedRecords(state.posts.performanceHistory, merged.history),
          columnMappings: rememberedMapping(state, imported.mapping),
        },
      };
    });
    return stored.ok ? said : null;
  });
  if (!stored.ok) {
    store.setState({ phase: 'ready', problem: (stored as { readonly error: string }).error });
    return false;
  }
  cancelPerformanceImport();
  return true;
}

/** Leaves the file alone. */
export function cancelPerformanceImport(): void {
  abort?.abort();
  source = null;
  store.setState(IDLE);
}

/** A remembered mapping is used no more. */
export function forgetMapping(id: string): Promise<Result<void, string>> {
  return commit('Forget a column mapping', () => ({ deletes: { columnMappings: [id] } }));
}

async function read(mapping: ColumnMapping | null): Promise<void> {
  if (!source) return;
  const { name, bytes } = source;
  abort?.abort();
  const mine = new AbortController();
  abort = mine;
  store.setState({ ...IDLE, phase: 'reading', fileName: name, sample: store.getState().sample });
  const { posts, settings } = workspaceNow();
  const outcome = await host().request(
    'posts.import',
    { name, bytes, zone: settings.timeZone, remembered: [...posts.mappings], mapping },
    { signal: mine.signal },
  );
  if (abort !== mine || mine.signal.aborted) return;
  if (outcome.kind === 'cancelled') store.setState(IDLE);
  else if (outcome.kind === 'failed') store.setState({ ...IDLE, fileName: name, problem: sentence(outcome.error) });
  else if (outcome.value.kind === 'question') {
    const { reason: problem, sample } = outcome.value;
    store.setState({ phase: 'question', fileName: name, problem, sample, read: null, preview: null });
  } else {
    const imported = outcome.value.read;
    const { added, updated, same } = merge(workspaceNow(), imported.records);
    const preview = { added, updated, same };
    store.setState({ phase: 'ready', problem: null, sample: imported.sample, read: imported, preview });
  }
}

function merge({ posts, settings }: WorkspaceState, records: readonly PerformanceRecord[]) {
  return mergeHistory(posts.performanceHistory, records, settings.timeZone);
}

/** The mapping in front of the others; a built-in one needs no remembering. */
function rememberedMapping({ posts }: WorkspaceState, mapping: ColumnMapping): MappingRow[] {
  const isOwn = mapping.id.startsWith('mapping') || posts.mappings.some(({ id }) => id === mapping.id);
  if (!isOwn) return [];
  const others = posts.mappings.filter(({ id }) => id !== mapping.id).slice(0, REMEMBERED_MAPPINGS - 1);
  return [mapping, ...others].map((one, index, all) => ({ id: one.id, order: all.length - index, mapping: one }));
}
