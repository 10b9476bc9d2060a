// What a repeat rule says, in words as short as a table cell. It describes; it never decides when something happens.
const DAYS: Readonly<Record<string, string>> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};
const ORDINALS: Readonly<Record<string, string>> = {
  '1': 'First',
  '2': 'Second',
  '3': 'Third',
  '4': 'Fourth',
  '-1': 'Last',
};
const UNITS: Readonly<Record<string, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

/** The first repeat rule of a calendar text, as its parts by name; null without one. */
export function repeatRuleOf(ics: string): ReadonlyMap<string, string> | null {
  const line = /^RRULE[^:\r\n]*:(.*)$/im.exec(ics.replace(/\r?\n[ \t]/g, ''));
  if (!line) return null;
  return new Map(
    line[1]!
      .trim()
      .toUpperCase()
      .split(';')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=');
        return [name, value];
      }),
  );
}

/** "Every weekday", "Every Tue", "Last Fri of the month", "Every 2 weeks", "Repeats". */
export function repeatWords(rule: ReadonlyMap<string, string>): string {
  const unit = UNITS[rule.get('FREQ') ?? ''];
  if (!unit) return 'Repeats';
  const interval = Number(rule.get('INTERVAL') ?? '1');
  const days = (rule.get('BYDAY') ?? '').split(',').filter(Boolean);
  if (unit === 'month' && interval === 1 && days.length === 1) {
    const [, nth = '', day = ''] = /^(-?\d*)(\w\w)$/.exec(days[0]!) ?? [];
    const ordinal = ORDINALS[nth || (rule.get('BYSETPOS') ?? '')];
    if (ordinal && DAYS[day]) return `${ordinal} ${DAYS[day]} of the month`;
  }
  if (interval > 1) return `Every ${interval} ${unit}s`;
  if (unit === 'week' && days.length > 0 && days.every((day) => DAYS[day])) {
    if (days.length === 5 && !days.includes('SA') && !days.includes('SU')) return 'Every weekday';
    if (days.length === 7) return 'Every day';
    return `Every ${days.map((day) => DAYS[day]).join(', ')}`;
  }
  return `Every ${unit}`;
}

/** `YYYY-MM-DD` of the rule's last day, or null when it has none. */
export function repeatEnd(rule: ReadonlyMap<string, string>): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(rule.get('UNTIL') ?? '');
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}
