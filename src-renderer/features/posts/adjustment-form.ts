// What lifts or lowers hours as text fields, and back: parts of the audience, content types, months.
import { failed, ok, type Result } from '#shared/base/result';
import type { Adjustments } from '#shared/posts/evidence/adjustment';
import { nextKey } from './row-key';
import { plainNumber } from './typed-number';
import { readWholeHours, windowText } from './window-text';

/** `age:25-34`, `device:mobile`, `format:instagram_reels` or `season`. */
export type AdjustedPart = string;

export interface AdjustmentRow {
  /** Tells rows apart while they are edited. */
  readonly key: number;
  readonly part: AdjustedPart;
  /** Hours as "18:00–22:00"; for a season months as "Jul, Aug". */
  readonly when: string;
  /** -100 to 100, in percent. */
  readonly percent: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Those that bear on a platform: of every audience, of its content types, of its months. */
export function adjustmentRows(adjustments: Adjustments, platform: string, types: readonly string[]): AdjustmentRow[] {
  const hours = (one: { days: number[]; fromHour: number; toHour: number }) =>
    windowText({ days: one.days, from: clock(one.fromHour), to: clock(one.toHour) });
  const rows = [
    ...adjustments.demographic.map((one) => ({ ...one, part: `${one.part}:${one.name}`, when: hours(one) })),
    ...adjustments.format
      .filter(({ contentType }) => types.includes(contentType))
      .map((one) => ({ ...one, part: `format:${one.contentType}`, when: hours(one) })),
    ...adjustments.season
      .filter((one) => one.platform === platform)
      .map((one) => ({ ...one, part: 'season', when: one.months.map((month) => MONTHS[month - 1]).join(', ') })),
  ];
  return rows.map(({ part, when, adjustment }, key) => ({
    key,
    part,
    when,
    percent: String(Math.round(adjustment * 1000) / 10),
  }));
}

export function withNewAdjustment(rows: readonly AdjustmentRow[], part: AdjustedPart): AdjustmentRow[] {
  return [...rows, { key: nextKey(rows), part, when: '', percent: '30' }];
}

/** All adjustments with these rows for the platform; fails with a sentence by row. */
export function readAdjustmentRows(
  rows: readonly AdjustmentRow[],
  platform: string,
  types: readonly string[],
  all: Adjustments,
): Result<Adjustments, ReadonlyMap<number, string>> {
  const problems = new Map<number, string>();
  const read: Adjustments = {
    ...all,
    demographic: [],
    format: all.format.filter(({ contentType }) => !types.includes(contentType)),
    season: all.season.filter((one) => one.platform !== platform),
  };
  for (const { key, part, when, percent } of rows) {
    const typed = plainNumber(percent).replace('−', '-');
    const adjustment = Number(typed) / 100;
    const [kind = '', ...rest] = part.split(':');
    const name = rest.join(':');
    if (typed === '' || !(Math.abs(adjustment) <= 1)) problems.set(key, `“${percent}” is no share from -100 to 100%.`);
    else if (kind === 'season') {
      const months = readMonths(when);
      if (months === null) problems.set(key, `“${when.trim()}” names no months. Write “Jul, Aug” or “12”.`);
      else read.season.push({ platform, months, adjustment });
    } else {
      const hours = readWholeHours(when);
      if (!hours.ok) problems.set(key, hours.error);
      else if (kind === 'format') read.format.push({ contentType: name, ...hours.value, adjustment });
      else if (kind === 'age' || kind === 'device')
        read.demographic.push({ part: kind, name, ...hours.value, adjustment });
    }
  }
  return problems.size > 0 ? failed(problems) : ok(read);
}

/** "Jul, Aug", "december", "7 8"; null when something else stands there. */
function readMonths(text: string): number[] | null {
  const words = text
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(Boolean);
  const months = words.map((word) => {
    if (/^\d+$/.test(word)) return Number(word);
    return word.length < 3 ? 0 : MONTHS.findIndex((month) => word.startsWith(month.toLowerCase())) + 1;
  });
  if (months.length === 0 || months.some((month) => month < 1 || month > 12)) return null;
  return [...new Set(months)].sort((a, b) => a - b);
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
