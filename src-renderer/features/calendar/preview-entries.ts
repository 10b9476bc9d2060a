import { groupBy } from '#shared/base/group-by';
import type { PreviewRow } from '../../state/planning';

/** A line of the preview's table: a change, or the new days of one habit taken together. */
export type PreviewEntry =
  | { readonly kind: 'row'; readonly row: PreviewRow }
  | { readonly kind: 'series'; readonly id: string; readonly title: string; readonly rows: readonly PreviewRow[] };

/** From this many new days on a habit is one line. */
const SERIES_FROM = 3;

/** The rows of one group in order; a series stands where its first day stood. */
export function previewEntries(rows: readonly PreviewRow[]): PreviewEntry[] {
  const series = groupBy(rows.filter(isNewDay), ({ id }) => id);
  const entries: PreviewEntry[] = [];
  for (const row of rows) {
    const days = isNewDay(row) ? (series.get(row.id) ?? []) : [];
    if (days.length < SERIES_FROM) entries.push({ kind: 'row', row });
    else if (days[0] === row) entries.push({ kind: 'series', id: row.id, title: row.title, rows: days });
  }
  return entries;
}

function isNewDay({ kind, demandKind }: PreviewRow): boolean {
  return kind === 'new' && demandKind === 'habit';
}
