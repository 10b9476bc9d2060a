// A workspace of hundreds of thousands of rows as text, piece by piece: one text of them would hold the page for seconds.
import type { DaywrightDatabase } from '../db/database';
import { rowPages } from '../db/row-pages';
import { breather } from './breathe';
import { readWithoutEvents } from './workspace-document';

/** Characters of a piece, reached by whole rows. */
const PIECE_LENGTH = 256 * 1024;

/** Events and items from which on a workspace is large. */
const MANY_ROWS = 2_000;

export async function isLargeWorkspace(db: DaywrightDatabase): Promise<boolean> {
  return (await db.events.count()) + (await db.items.count()) > MANY_ROWS;
}

/**
 * The pieces, which together are one JSON document; the last one ends it. They are read in many transactions, so that nobody who writes
 * meanwhile has to wait: whoever asks sees to it that nobody did.
 */
export async function* workspacePieces(db: DaywrightDatabase): AsyncGenerator<string> {
  const breathe = breather();
  let piece = '';
  const { format, events: _, calendarItems: __, ...others } = await readWithoutEvents(db);
  piece = `{"format":${JSON.stringify(format)},`;
  for (const [name, value] of Object.entries(others)) {
    piece += `\n${JSON.stringify(name)}:${JSON.stringify(value)},`;
    await breathe();
  }
  const lists = [
    ['events', rowPages(db.events, (row) => row.event)],
    ['calendarItems', rowPages(db.items, (row) => row.item)],
  ] as const;
  for (const [name, pages] of lists) {
    piece += `${name === 'events' ? '' : ','}\n"${name}":[`;
    let isFirst = true;
    for await (const page of pages) {
      for (const row of page) {
        piece += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`;
        isFirst = false;
      }
      if (piece.length >= PIECE_LENGTH) {
        yield piece;
        piece = '';
      }
      await breathe();
    }
    piece += '\n]';
  }
  yield `${piece}}\n`;
}
