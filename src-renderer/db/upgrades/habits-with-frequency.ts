// Version 4: habits of every frequency. Older rows get what the present schema would give a new habit; so do the steps of undo, which put old rows back.
import type { Transaction } from 'dexie';

type Row = Record<string, unknown>;

const HABIT: Readonly<Row> = {
  frequency: { kind: 'weekdays' },
  weekdayTargets: {},
  pauses: [],
  priority: 3,
  notify: 'whenTight',
  goal: null,
  trial: null,
};
const OCCURRENCE: Readonly<Row> = { amount: null };

export async function habitsWithFrequency(transaction: Transaction): Promise<void> {
  await transaction.table('habits').toCollection().modify(fill(HABIT));
  await transaction.table('habitOccurrences').toCollection().modify(fill(OCCURRENCE));
  await transaction
    .table('undo')
    .toCollection()
    .modify((step: { change?: { puts?: { habits?: Row[]; habitOccurrences?: Row[] } } }) => {
      for (const row of step.change?.puts?.habits ?? []) fill(HABIT)(row);
      for (const row of step.change?.puts?.habitOccurrences ?? []) fill(OCCURRENCE)(row);
    });
}

function fill(defaults: Readonly<Row>): (row: Row) => void {
  return (row) => {
    for (const [field, value] of Object.entries(defaults)) row[field] ??= structuredClone(value);
  };
}
