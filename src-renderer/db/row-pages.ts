import type { Table } from 'dexie';

const ROWS_A_PAGE = 100;

/** The rows of a whole table, some at a time, each time in a transaction of its own. */
export async function* rowPages<Row extends { readonly id: string }>(
  table: Table<Row, string>,
  contentOf: (row: Row) => unknown,
): AsyncGenerator<readonly unknown[]> {
  let after = '';
  for (;;) {
    const rows = await table.where(':id').above(after).limit(ROWS_A_PAGE).toArray();
    yield rows.map(contentOf);
    if (rows.length < ROWS_A_PAGE) return;
    after = rows.at(-1)!.id;
  }
}
