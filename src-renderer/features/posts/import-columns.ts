// Mapping the columns of an export by hand: what each figure may be called, and what is preset from what was found.
import { headerName, type ImportField } from '#shared/posts/import/column-mapping';

export interface ColumnField {
  readonly field: ImportField;
  readonly label: string;
}

/** In the order of the form; a posting time and one figure are the least that is needed. */
export const COLUMN_FIELDS: readonly ColumnField[] = [
  { field: 'postedAt', label: 'Posting time' },
  { field: 'title', label: 'Title' },
  { field: 'contentType', label: 'Content type' },
  { field: 'externalId', label: 'Link or id' },
  { field: 'reach', label: 'Reach' },
  { field: 'impressions', label: 'Impressions' },
  { field: 'engagements', label: 'Interactions' },
  { field: 'engagementRate', label: 'Engagement rate' },
  { field: 'likes', label: 'Likes' },
  { field: 'comments', label: 'Comments' },
  { field: 'shares', label: 'Shares' },
  { field: 'clicks', label: 'Clicks' },
  { field: 'watchTimeMinutes', label: 'Watch time, min' },
  { field: 'watchTimeHours', label: 'Watch time, h' },
];

const DESCRIBING: ReadonlySet<ImportField> = new Set(['postedAt', 'title', 'contentType', 'externalId']);

export type ColumnChoice = Readonly<Partial<Record<ImportField, string>>>;

/** The row of the sample that looks most like a header: the one with the most different texts that are no numbers. */
export function headersOf(sample: readonly (readonly string[])[]): string[] {
  let best: string[] = [];
  for (const row of sample) {
    const names = row.map((cell) => cell.trim()).filter((cell) => cell !== '' && !/^[\d.,:/%\s-]+$/.test(cell));
    if (new Set(names).size > new Set(best).size) best = names;
  }
  return [...new Set(best)];
}

/** What is missing before the columns can be read; empty when nothing is. */
export function columnProblem(choice: ColumnChoice, platform: string): string {
  if (platform === '') return 'Say which platform the file is of.';
  if (!choice.postedAt) return 'Say which column holds the posting time.';
  const figures = Object.entries(choice).filter(([field, header]) => header && !DESCRIBING.has(field as ImportField));
  return figures.length === 0 ? 'Say which column holds a figure, such as reach.' : '';
}

/** Presets from what was found, else from headers that carry a field's own name. */
export function presetColumns(found: ColumnChoice, headers: readonly string[]): ColumnChoice {
  if (Object.keys(found).length > 0) return found;
  const preset: Partial<Record<ImportField, string>> = {};
  for (const { field, label } of COLUMN_FIELDS) {
    const name = headerName(label.split(',')[0]!);
    const header = headers.find((one) => headerName(one) === name);
    if (header !== undefined) preset[field] = header;
  }
  return preset;
}

/** "24 new, 3 updated, 385 as before, 2 without an hour". */
export function previewWords(
  preview: { readonly added: number; readonly updated: number; readonly same: number },
  withoutHour: number,
): string {
  const parts = [
    `${preview.added.toLocaleString('en')} new`,
    ...(preview.updated > 0 ? [`${preview.updated.toLocaleString('en')} updated`] : []),
    ...(preview.same > 0 ? [`${preview.same.toLocaleString('en')} as before`] : []),
    ...(withoutHour > 0
      ? [`${withoutHour.toLocaleString('en')} without an hour, which teach nothing about hours`]
      : []),
  ];
  return parts.join(', ');
}
