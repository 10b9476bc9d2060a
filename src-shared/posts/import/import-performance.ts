// From the text of an export to performance records. A bad cell costs its cell, a bad date its row; every loss is told with its line.
import { type CsvRow, readCsv } from '../../base/csv';
import { failed, ok, type Result } from '../../base/result';
import { formatInstant } from '../../time/instant';
import type { ZoneId } from '../../time/zone';
import { type PerformanceRecord, performanceRecordSchema } from '../nouns/performance-record';
import { type ColumnMapping, headerName, type ImportField } from './column-mapping';
import { exportNumber } from './export-number';
import { dateOrderOf, exportTime } from './export-time';
import { KNOWN_MAPPINGS } from './known-mappings';

export interface ImportProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly column: string;
  /** What stands there, at most 80 characters. */
  readonly value: string;
  readonly message: string;
}

export interface PerformanceImport {
  readonly mapping: ColumnMapping;
  /** Field -> header under which it was found. */
  readonly found: Readonly<Partial<Record<ImportField, string>>>;
  /** Headers that no field took, for mapping by hand. */
  readonly unused: readonly string[];
  readonly records: readonly PerformanceRecord[];
  /** Records whose export named the day only. */
  readonly withoutHour: number;
  /** Rows of sums, left out. */
  readonly totals: number;
  readonly problems: readonly ImportProblem[];
}

export interface ImportOptions {
  /** Of times without an offset. */
  readonly zone: ZoneId;
  /** Mappings remembered from earlier imports; they come before the known ones. */
  readonly remembered?: readonly ColumnMapping[];
  /** Use this one and look for no other. */
  readonly mapping?: ColumnMapping;
}

/** Some exports put a title or a sentence above the header. */
const MOST_LINES_BEFORE_HEADER = 10;
const FIGURES = ['reach', 'impressions', 'watchTimeMinutes', 'likes', 'comments', 'shares', 'clicks'] as const;

/** Fails with a sentence when no header with a time and a figure is found. */
export function importPerformance(text: string, options: ImportOptions): Result<PerformanceImport, string> {
  const { rows } = readCsv(text);
  if (rows.length === 0) return failed('The file is empty: expected a header and rows');
  const mappings = options.mapping ? [options.mapping] : [...(options.remembered ?? []), ...KNOWN_MAPPINGS];
  const match = bestMatch(rows, mappings);
  if (!match) {
    const head = rows[0]!.cells.map((cell) => cell.trim()).join(', ');
    return failed(
      `No header with a posting time and a figure was found; the first line is "${shortened(head)}". Map the columns by hand.`,
    );
  }
  const { mapping, columns, headerRow } = match;
  const header = rows[headerRow]!.cells;
  const body = rows.slice(headerRow + 1);
  const at = (row: CsvRow, field: ImportField): string => row.cells[columns.get(field) ?? -1]?.trim() ?? '';
  const order = mapping.dateOrder ?? dateOrderOf(body.map((row) => at(row, 'postedAt')));
  const problems: ImportProblem[] = [];
  const records: PerformanceRecord[] = [];
  let totals = 0;
  for (const row of body) {
    if (isTotal(row, at(row, 'postedAt'))) {
      totals += 1;
      continue;
    }
    const tell = (field: ImportField, message: string): void => {
      const column = header[columns.get(field) ?? -1] ?? field;
      const last = problems.at(-1);
      // One column may serve as two figures.
      if (last?.line === row.line && last.column === column.trim()) return;
      problems.push({ line: row.line, column: column.trim(), value: shortened(at(row, field)), message });
    };
    const time = exportTime(at(row, 'postedAt'), options.zone, order);
    if (!time) {
      tell('postedAt', 'expected a date or a time; the row was left out');
      continue;
    }
    const figures = figuresOf(row);
    records.push(
      performanceRecordSchema.parse({
        ...figures,
        platform: mapping.platform,
        contentType: contentTypeOf(mapping, at(row, 'contentType')),
        postedAt: formatInstant(time.at),
        hourKnown: time.hourKnown,
        externalId: at(row, 'externalId').slice(0, 200) || null,
        ...(at(row, 'title') ? { title: at(row, 'title') } : {}),
      }),
    );

    function figuresOf(from: CsvRow): Partial<Record<string, number | null>> {
      const read = (field: ImportField): number | null => {
        const value = exportNumber(at(from, field));
        if (value === undefined || (value !== null && value < 0)) {
          tell(field, 'expected a number; the figure was left out');
          return null;
        }
        return value;
      };
      const known = Object.fromEntries(FIGURES.map((field) => [field, read(field)]));
      const hours = read('watchTimeHours');
      if (known.watchTimeMinutes === null && hours !== null) known.watchTimeMinutes = hours * 60;
      return { ...known, engagementRate: rateOf(known, read('engagementRate'), read('engagements')) };
    }
  }
  const withoutHour = records.filter((record) => !record.hourKnown).length;
  const found = Object.fromEntries([...columns].map(([field, column]) => [field, header[column]!.trim()]));
  const taken = new Set(columns.values());
  const unused = header.filter((name, column) => !taken.has(column) && name.trim() !== '').map((name) => name.trim());
  return ok({ mapping, found, unused, records, withoutHour, totals, problems });
}

/** The rate as given; else interactions by reach, or by impressions where reach is not told. */
function rateOf(
  known: Readonly<Record<string, number | null>>,
  given: number | null,
  engagements: number | null,
): number | null {
  if (given !== null) return given;
  const seen = known.reach ?? known.impressions ?? null;
  const parts = [known.likes, known.comments, known.shares].flatMap((value) => value ?? []);
  const interactions = engagements ?? (parts.length > 0 ? parts.reduce((sum, value) => sum + value, 0) : null);
  return seen === null || seen === 0 || interactions === null ? null : interactions / seen;
}

interface Match {
  readonly mapping: ColumnMapping;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<ImportField, number>;
}

/** The mapping and the line that recognise most columns; of equals the earlier mapping. */
function bestMatch(rows: readonly CsvRow[], mappings: readonly ColumnMapping[]): Match | null {
  let best: Match | null = null;
  for (const mapping of mappings) {
    for (let headerRow = 0; headerRow < Math.min(rows.length, MOST_LINES_BEFORE_HEADER); headerRow += 1) {
      const columns = columnsOf(mapping, rows[headerRow]!.cells.map(headerName));
      const figures = [...columns.keys()].filter(
        (field) => !['postedAt', 'externalId', 'title', 'contentType'].includes(field),
      );
      if (!columns.has('postedAt') || figures.length === 0) continue;
      if (!best || columns.size > best.columns.size) best = { mapping, headerRow, columns };
    }
  }
  return best;
}

function columnsOf(mapping: ColumnMapping, header: readonly string[]): Map<ImportField, number> {
  const columns = new Map<ImportField, number>();
  for (const [field, names] of Object.entries(mapping.columns)) {
    const column = names.map((name) => header.indexOf(name)).find((index) => index >= 0);
    if (column !== undefined) columns.set(field as ImportField, column);
  }
  return columns;
}

function contentTypeOf(mapping: ColumnMapping, text: string): string | null {
  return mapping.contentTypes[headerName(text)] ?? null;
}

function isTotal(row: CsvRow, time: string): boolean {
  return time === '' && row.cells.some((cell) => /^(total|totals|gesamt|sum)$/i.test(cell.trim()));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
