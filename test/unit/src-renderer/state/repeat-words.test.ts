import { expect, it } from 'vitest';
import { repeatWords } from '#renderer/state/repeat-words';

it.each([
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=DAILY;INTERVAL=3', 'Every 3 days'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday'],
  ['FREQ=WEEKLY;BYDAY=SA,SU', 'Every Sat, Sun'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'Every 2 weeks on Mon'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR', 'Every 2 weeks on weekdays'],
  ['FREQ=MONTHLY', 'Every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=1', 'Every month on the 1st'],
  ['FREQ=MONTHLY;BYMONTHDAY=13;INTERVAL=2', 'Every 2 months on the 13th'],
  ['FREQ=MONTHLY;BYMONTHDAY=22', 'Every month on the 22nd'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'By its own rule'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'By its own rule'],
  ['FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T000000Z', 'By its own rule'],
])('[TASK-98] says %s as "%s"', (rule, words) => {
  expect(repeatWords(rule)).toBe(words);
});
