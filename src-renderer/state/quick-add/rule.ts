// Reads how often something comes again: "every fri", "every weekday", "every mon, wed and fri", "every 2 weeks", "weekly".
import { type Read, weekdayNamed } from './moment';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const WORKDAYS = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
const WEEKEND = 'FREQ=WEEKLY;BYDAY=SA,SU';

const UNITS: Readonly<Record<string, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };
const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  yearly: 'YEARLY',
};

/** The value of an RRULE that the words from `at` on say. */
export function readRule(words: readonly string[], at: number): Read<string> | null {
  const word = words[at];
  if (word === 'every' || word === 'each') {
    const said = readEvery(words, at + 1);
    return said && { value: said.value, words: said.words + 1 };
  }
  if (word === 'on' && words[at + 1] === 'weekdays') return { value: WORKDAYS, words: 2 };
  if (word === 'on' && words[at + 1] === 'weekends') return { value: WEEKEND, words: 2 };
  if (word === 'on' && /days$/.test(words[at + 1] ?? '')) {
    const days = readWeekdays(words, at + 1);
    return days && { value: days.value, words: days.words + 1 };
  }
  return null;
}

/** "daily", "weekly": how often only where the title is over, because "weekly report" is one. */
export function readAdverb(words: readonly string[], at: number): Read<string> | null {
  const frequency = ADVERBS[words[at] ?? ''];
  return frequency && at > 0 ? { value: `FREQ=${frequency}`, words: 1 } : null;
}

function readEvery(words: readonly string[], at: number): Read<string> | null {
  const word = words[at] ?? '';
  if (word === 'weekday' || word === 'workday') return { value: WORKDAYS, words: 1 };
  if (word === 'weekend') return { value: WEEKEND, words: 1 };
  const dayOfMonth = /^(\d{1,2})(st|nd|rd|th)$/.exec(word)?.[1];
  // "Every 2nd Monday" may be the second of the month or every other one: it is asked about instead.
  if (dayOfMonth) return weekdayNamed(words[at + 1] ?? '') ? null : onDayOfMonth(Number(dayOfMonth), 1);
  const times = word === 'other' ? 2 : /^[1-9]\d?$/.test(word) ? Number(word) : null;
  const interval = times === null || times === 1 ? '' : `;INTERVAL=${times}`;
  const from = at + (times === null ? 0 : 1);
  const frequency = UNITS[(words[from] ?? '').replace(/s$/, '')];
  const counted = times === null ? 0 : 1;
  if (frequency) {
    const day = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(words[from + 3] ?? '')?.[1];
    const named = frequency === 'MONTHLY' && words[from + 1] === 'on' && words[from + 2] === 'the' && day;
    const on = named ? onDayOfMonth(Number(day), 0) : null;
    if (on) return { value: `${on.value}${interval}`, words: counted + 4 };
    return { value: `FREQ=${frequency}${interval}`, words: counted + 1 };
  }
  const days = readWeekdays(words, from);
  return days && { value: `${days.value}${interval}`, words: days.words + counted };
}

/** "mon", "mon, wed and fri", "tuesdays". */
function readWeekdays(words: readonly string[], at: number): Read<string> | null {
  const found = new Set<number>();
  let next = at;
  for (;;) {
    const joined = found.size > 0 && (words[next] === 'and' || words[next] === '&') ? 1 : 0;
    const weekday = weekdayNamed(words[next + joined] ?? '');
    if (weekday === null) break;
    found.add(weekday);
    next += joined + 1;
  }
  if (found.size === 0) return null;
  const days = [...found].sort((a, b) => a - b).map((day) => CODES[day - 1]);
  return { value: `FREQ=WEEKLY;BYDAY=${days.join(',')}`, words: next - at };
}

function onDayOfMonth(day: number, words: number): Read<string> | null {
  return day >= 1 && day <= 31 ? { value: `FREQ=MONTHLY;BYMONTHDAY=${day}`, words } : null;
}
