// From the bytes of an export to records, or to a question where no mapping fits.
import { readCsv } from '../../base/csv';
import type { ZoneId } from '../../time/zone';
import type { ColumnMapping } from './column-mapping';
import { importPerformance, type PerformanceImport } from './import-performance';
import { tableText } from './table-text';

export interface TableToImport {
  readonly bytes: Uint8Array;
  readonly zone: ZoneId;
  readonly remembered: readonly ColumnMapping[];
  /** Use this one and look for no other. */
  readonly mapping: ColumnMapping | null;
}

export type TableImport =
  | { readonly kind: 'read'; readonly read: PerformanceImport & { readonly sample: readonly (readonly string[])[] } }
  | { readonly kind: 'question'; readonly reason: string; readonly sample: readonly (readonly string[])[] }
  /** No table: there is nothing to map either. */
  | { readonly kind: 'refused'; readonly reason: string };

const SAMPLE_ROWS = 12;

export function importTable({ bytes, zone, remembered, mapping }: TableToImport): TableImport {
  const table = tableText(bytes);
  if (!table.ok) return { kind: 'refused', reason: table.error };
  const text = table.value;
  const imported = importPerformance(text, { zone, remembered, ...(mapping ? { mapping } : {}) });
  const sample = readCsv(text)
    .rows.slice(0, SAMPLE_ROWS)
    .map(({ cells }) => cells);
  if (sample.every((cells) => cells.length < 2)) {
    return { kind: 'refused', reason: 'The file has one column: expected commas, semicolons or tabs between several.' };
  }
  if (!imported.ok) return { kind: 'question', reason: imported.error, sample };
  return { kind: 'read', read: { ...imported.value, sample } };
}
