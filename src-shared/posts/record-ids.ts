import type { PerformanceRecord } from './nouns/performance-record';

export type StoredRecord = PerformanceRecord & { readonly id: string };

/** Gives every record an id of its own: the one it has, else its platform and time. Equal input gives equal ids. */
export function withRecordIds(records: readonly PerformanceRecord[]): StoredRecord[] {
  const taken = new Set<string>();
  return records.map((record) => {
    const wanted = record.id ?? `${record.platform}@${record.postedAt}`;
    let id = wanted;
    for (let turn = 2; taken.has(id); turn += 1) id = `${wanted}~${turn}`;
    taken.add(id);
    return { ...record, id };
  });
}
