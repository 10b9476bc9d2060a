// Who takes part in the events of a file: to ask which of them is the user, when nobody said so yet.
import { by, descending, inOrder } from '../../base/ordering';
import type { ImportedFile } from '../imported';
import { parameterOf, startOfValue } from '../text/content-line';

export interface AddressCounts {
  /** An ATTENDEE line as written. Called for every one of them: it only counts. */
  attendee(line: string, nameEnd: number): void;
  /** The most frequent, when anybody declined anything; else there is nothing to ask. */
  mostFrequent(): NonNullable<ImportedFile['addresses']> | null;
}

const MOST_ASKED = 6;

export function addressCounts(): AddressCounts {
  const byValue = new Map<string, { events: number; declined: number }>();
  return {
    attendee(line, nameEnd) {
      const valueStart = startOfValue(line, nameEnd);
      const value = line.slice(valueStart);
      let count = byValue.get(value);
      if (!count) {
        count = { events: 0, declined: 0 };
        byValue.set(value, count);
      }
      count.events += 1;
      const header = line.slice(nameEnd, valueStart - 1);
      if (/DECLINED/i.test(header) && parameterOf(header, 'PARTSTAT')?.toUpperCase() === 'DECLINED')
        count.declined += 1;
    },
    mostFrequent() {
      const byAddress = new Map<string, { address: string; events: number; declined: number }>();
      for (const [value, { events, declined }] of byValue) {
        const address = value
          .trim()
          .toLowerCase()
          .replace(/^mailto:/, '');
        // Rooms and lists have other kinds of values.
        if (!/^[^\s@]+@[^\s@]+$/.test(address)) continue;
        const known = byAddress.get(address) ?? { address, events: 0, declined: 0 };
        byAddress.set(address, { address, events: known.events + events, declined: known.declined + declined });
      }
      const counts = [...byAddress.values()];
      if (!counts.some((count) => count.declined > 0)) return null;
      const order = inOrder<(typeof counts)[number]>(
        descending(by((count) => count.events)),
        descending(by((count) => count.declined)),
        by((count) => count.address),
      );
      return counts.sort(order).slice(0, MOST_ASKED);
    },
  };
}
