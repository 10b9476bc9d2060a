// What a quick add line seems to say and does not: words left in the title that look like a length, a day, a time or a rank,
// and moments that are over. Said beside what was understood, so that nobody finds out after Enter.
import type { Instant } from '#shared/time/instant';
import type { MomentContext } from './moment';
import type { QuickAdd, QuickAddFields } from './quick-add';

export interface Doubt {
  /** The words as typed. */
  readonly text: string;
  /** Such as "no such day". */
  readonly why: string;
}

type Sign = readonly [RegExp, string];

const SIGNS: readonly Sign[] = [
  [/^p\d+$/i, 'priorities are p1 to p4'],
  [/^\d{1,3}[:.]\d{2}(am|pm)?$/i, 'no such time'],
  [/^(\d{1,2}\.\d{1,2}\.(\d{4})?|\d{4}-\d{1,2}-\d{1,2})$/, 'no such day'],
  // A fraction may open a title, hardly end it.
  [/^\d{1,2}\/\d{1,2}(\/\d{2,4})?$/, 'write days as 24 Nov or 24.11.'],
  [/^(0+m|\d{1,5}([.,]\d+)?(h|hrs?|hours?|min|mins|minutes?))$/i, 'lengths are 1 min to 7 days'],
  [/^(yesterday)$/i, 'that day is over'],
  [/^(every|each)$/i, 'how often is not understood'],
];

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/i;

export function doubtsOf(parsed: QuickAdd, fields: QuickAddFields, { now }: MomentContext): Doubt[] {
  const doubts: Doubt[] = [];
  const { left } = parsed;
  left.forEach(({ text, again }, index) => {
    const word = text.replace(/[,!]+$/, '');
    const next = left[index + 1]?.text ?? '';
    if (again) doubts.push({ text, why: 'said twice, stays in the title' });
    else if (/^\d{1,2}(st|nd|rd|th|\.)?$/.test(word) && MONTH.test(next))
      doubts.push({ text: `${word} ${next}`, why: 'no such day' });
    else {
      const sign = SIGNS.find(([pattern]) => pattern.test(word));
      const opensTitle = index === 0 && word.includes('/');
      if (sign && !opensTitle) doubts.push({ text: word, why: sign[1] });
    }
  });
  const repeats = parsed.chips.some(({ meaning }) => meaning.kind === 'repeat');
  const until = parsed.chips.find(({ text }) => /^(until|till)\b/i.test(text));
  if (repeats && until) doubts.push({ text: until.text, why: 'when the first is due, not the end' });
  const isOver = (at: Instant | undefined) => at !== undefined && at <= now;
  if (isOver(fields.dueAt)) doubts.push({ text: 'Due', why: 'that time is over' });
  if (isOver(fields.pinnedStart)) doubts.push({ text: 'Start', why: 'that time is over' });
  if (fields.notBefore !== undefined && fields.dueAt !== undefined && fields.notBefore >= fields.dueAt)
    doubts.push({ text: 'Not before', why: 'this is after the due date' });
  return doubts;
}
