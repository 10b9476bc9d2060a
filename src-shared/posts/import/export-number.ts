/**
 * Reads a figure as exports write it: `1,234`, `1.234,5`, `12.3K`, `4.5%` (as 0.045), `1 234`. `null` for an empty cell or a dash,
 * `undefined` when the text is no number.
 */
export function exportNumber(text: string): number | null | undefined {
  const bare = text.trim().replaceAll(/[\s\u00A0\u202F']/g, '');
  if (bare === '' || /^(-|–|—|n\/a|null)$/i.test(bare)) return null;
  const match = /^(-?[\d.,]+)([kmb])?(%)?$/i.exec(bare);
  if (!match || !/\d/.test(match[1]!)) return undefined;
  const value = Number(plain(match[1]!));
  if (Number.isNaN(value)) return undefined;
  const factor = { k: 1e3, m: 1e6, b: 1e9 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return (value * factor) / (match[3] ? 100 : 1);
}

/** Takes thousands separators out and makes the decimal one a point. */
function plain(digits: string): string {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    return comma > point ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  }
  if (comma >= 0) return /^-?\d{1,3}(,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
  return digits.split('.').length > 2 ? digits.replaceAll('.', '') : digits;
}
