/** One record: the line it begins on, from 1, and its fields. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface CsvText {
  readonly rows: readonly CsvRow[];
  /** The line on which a quote opens that never closes; null when all close. */
  readonly openQuote: number | null;
}

/**
 * Splits a text by RFC 4180: fields in quotes may hold separators, line ends and doubled quotes. Line ends are LF, CRLF or CR, blank lines
 * are left out, a byte order mark is dropped. Semicolon, tab or comma: whichever the first line has most of outside quotes.
 */
export function csvRows(text: string): CsvText {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const separator = separatorOf(source);
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let firstLine = 1;
  let quotedSince: number | null = null;
  const endField = (): void => {
    fields.push(field.trim());
    field = '';
  };
  const endRow = (): void => {
    endField();
    if (fields.some((one) => one !== '')) rows.push({ line: firstLine, fields });
    fields = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]!;
    const isLineEnd = sign === '\n' || (sign === '\r' && source[at + 1] !== '\n');
    if (isLineEnd) line += 1;
    if (quotedSince !== null) {
      if (sign !== '"') field += sign;
      else if (source[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quotedSince = null;
    } else if (sign === '"' && field.trim() === '') {
      field = '';
      quotedSince = line;
    } else if (sign === separator) endField();
    else if (isLineEnd) {
      endRow();
      firstLine = line;
    } else if (sign !== '\r') field += sign;
  }
  endRow();
  return { rows, openQuote: quotedSince };
}

function separatorOf(text: string): string {
  const first = (text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (sign: string): number => first.split(sign).length - 1;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
