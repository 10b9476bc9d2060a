import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';

/** What a column can be. */
export const importFieldSchema = s.enum([
  'postedAt',
  'externalId',
  'title',
  'contentType',
  'reach',
  'impressions',
  'engagementRate',
  'engagements',
  'watchTimeMinutes',
  'watchTimeHours',
  'likes',
  'comments',
  'shares',
  'clicks',
]);

/** How the export of one platform is read. Plain data: a remembered mapping of the user's is one more. */
export const columnMappingSchema = s.looseObject({
  id: idField,
  name: s.string(),
  platform: idField,
  /** Field -> headers it may stand under, lower case, the best first. */
  columns: s.partialRecord(importFieldSchema, s.array(s.string())),
  /** Words of the content type column -> content type, lower case. */
  contentTypes: s.record(s.string(), idField).default({}),
  /** Order of day and month in dates such as 11/05/2025; null: found out from the rows, else month first. */
  dateOrder: s.enum(['monthFirst', 'dayFirst']).nullable().default(null),
});

export type ImportField = Infer<typeof importFieldSchema>;
export type ColumnMapping = Infer<typeof columnMappingSchema>;

/** "Watch time (hours) " -> "watch time (hours)". */
export function headerName(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
