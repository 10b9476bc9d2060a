// Delimited text as spreadsheets and platforms write it. The one door to papaparse.
import papaparse from 'papaparse';

export interface CsvRow {
  /** Line of the text on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvText {
  /** Rows that hold nothing are left out. */
  readonly rows: readonly CsvRow[];
  /** The line on which a quote opens that never closes; null when all close. */
  readonly openQuote: number | null;
}

const DELIMITERS = [',', ';', '\t'] as const;
const SNIFFED_LINES = 20;
const SNIFFED_CHARACTERS = 20_000;

/** Line ends are LF, CRLF or CR; a byte order mark is dropped; comma, semicolon or tab is found out. */
export function readCsv(text: string): CsvText {
  const body = (text.startsWith('\uFEFF') ? text.slice(1) : text).replaceAll(/\r\n?/g, '\n');
  const rows: CsvRow[] = [];
  const lines = lineCounter(body);
  let openQuote: number | null = null;
  let begin = 0;
  papaparse.parse(body, {
    delimiter: delimiterOf(body),
    newline: '\n',
    step({ data: cells, errors, meta }) {
      const line = lines(begin);
      begin = meta.cursor;
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
      const open = errors.find(({ code }) => code === 'MissingQuotes');
      if (open) openQuote = lineCounter(body)(open.index ?? begin);
    },
  });
  return { rows, openQuote };
}

/** The line of ascending positions, from 1; each stretch is counted once. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let counted = 0;
  return (position) => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) {
      line += 1;
      counted = at + 1;
    }
    return line;
  };
}

/**
 * The delimiter that most of the first lines have equally often outside quotes: a sentence above the header and decimal commas below it
 * do not mislead it. A comma when none does.
 */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, SNIFFED_CHARACTERS)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const lines = head.slice(0, SNIFFED_LINES);
  let best: string = DELIMITERS[0];
  let most = [0, 0];
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
    for (const count of new Set(counts)) {
      const alike = counts.filter((one) => one === count).length;
      if (alike > most[0]! || (alike === most[0] && count > most[1]!)) {
        best = delimiter;
        most = [alike, count];
      }
    }
  }
  return best;
}
