import { describe, expect, it } from 'vitest';
import { repeatEnd, repeatRuleOf, repeatWords } from '#renderer/features/import/recurrence-words';

const words = (rule: string) => repeatWords(repeatRuleOf(`BEGIN:VEVENT\r\nRRULE:${rule}\r\nEND:VEVENT\r\n`)!);

describe('repeat rules in words', () => {
  it.each([
    ['FREQ=DAILY', 'Every day'],
    ['FREQ=WEEKLY;BYDAY=TU', 'Every Tue'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'Every 2 weeks'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'Last Fri of the month'],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2', 'Second Mon of the month'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month'],
    ['FREQ=YEARLY', 'Every year'],
    ['FREQ=SECONDLY', 'Repeats'],
  ])('%s is %s', (rule, expected) => {
    expect(words(rule)).toBe(expected);
  });

  it('reads folded lines and parameters, and knows when there is none', () => {
    expect(repeatRuleOf('RRULE;X-A=1:FREQ=WEEKLY;BY\r\n DAY=TU\r\n')?.get('BYDAY')).toBe('TU');
    expect(repeatRuleOf('SUMMARY:RRULE\r\n')).toBeNull();
  });

  it('gives the last day', () => {
    expect(repeatEnd(new Map([['UNTIL', '20261218T080000Z']]))).toBe('2026-12-18');
    expect(repeatEnd(new Map())).toBeNull();
  });
});
