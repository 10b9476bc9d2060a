// Shares of an audience as rows of name and percent, and back.
import { failed, ok, type Result } from '#shared/base/result';
import { parseFixedOffset } from '#shared/posts/nouns/audience-zone';
import { parseZone } from '#shared/time/zone';
import { nextKey } from './row-key';
import { plainNumber } from './typed-number';

export interface ShareRow {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  readonly name: string;
  /** Percent as text. */
  readonly percent: string;
}

export function shareRows(shares: Readonly<Record<string, number>>): ShareRow[] {
  return Object.entries(shares).map(([name, share], key) => ({
    key,
    name,
    percent: String(Math.round(share * 1000) / 10),
  }));
}

/** The rows with an empty one more. */
export function withEmptyRow(rows: readonly ShareRow[]): readonly ShareRow[] {
  return [...rows, { key: nextKey(rows), name: '', percent: '' }];
}

/** The shares of filled-in rows; empty ones are left out. Fails with a sentence that names the row. */
export function readShares(
  rows: readonly Omit<ShareRow, 'key'>[],
  what: string,
  isName: (name: string) => boolean = () => true,
): Result<Record<string, number>, string> {
  const shares: Record<string, number> = {};
  for (const row of rows) {
    const name = row.name.trim();
    if (name === '' && row.percent.trim() === '') continue;
    if (name === '') return failed(`A share of ${row.percent}% has no ${what}.`);
    if (!isName(name)) return failed(`“${name}” is no ${what}.`);
    if (Object.hasOwn(shares, name)) return failed(`“${name}” stands twice.`);
    const percent = Number(plainNumber(row.percent));
    if (row.percent.trim() === '' || !(percent >= 0 && percent <= 100)) {
      return failed(`The share of “${name}” is “${row.percent}”: 0 to 100% was expected.`);
    }
    shares[name] = percent / 100;
  }
  const sum = Object.values(shares).reduce((total, share) => total + share, 0);
  // Shares need not add up to 1: what is unknown is left out. More than all cannot be.
  if (sum > 1.0001) return failed(`The shares add up to ${Math.round(sum * 1000) / 10}%.`);
  return ok(shares);
}

export function isAudienceZone(name: string): boolean {
  return parseFixedOffset(name) !== null || parseZone(name) !== null;
}
