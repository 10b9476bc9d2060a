import { expect, it } from 'vitest';
import { doubtsOf } from '#renderer/state/quick-add/doubts';
import { parseQuickAdd, quickAddFields } from '#renderer/state/quick-add/quick-add';
import { instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

/** Tuesday 24 November 2026, 10:42 in Berlin. */
const CONTEXT = { now: instant(Date.parse('2026-11-24T09:42:00Z')), zone: parseZone('Europe/Berlin')! };

function doubts(text: string): string[] {
  const parsed = parseQuickAdd(text, CONTEXT);
  return doubtsOf(parsed, quickAddFields(parsed, CONTEXT), CONTEXT).map((doubt) => `${doubt.text}: ${doubt.why}`);
}

it.each([
  ['Rent 30 feb', ['30 feb: no such day']],
  ['Swim 31.11. 40m', ['31.11.: no such day']],
  ['Swim 2026-02-30', ['2026-02-30: no such day']],
  ['Meet 25:00', ['25:00: no such time']],
  ['Party 24/12', ['24/12: write days as 24 Nov or 24.11.']],
  ['Task p5', ['p5: priorities are p1 to p4']],
  ['Sleep 400h', ['400h: lengths are 1 min to 7 days']],
  ['Nothing 0m', ['0m: lengths are 1 min to 7 days']],
  ['Write 2h plan 90 min', ['90 min: said twice, stays in the title']],
  ['Visit fri 16:00 or sat 10:00', ['sat 10:00: said twice, stays in the title']],
  ['Read every page', ['every: how often is not understood']],
  ['Report every fri until 18 dec', ['until 18 dec: when the first is due, not the end']],
  ['Report yesterday', ['yesterday: that day is over']],
  ['Standup today 8:00', ['Due: that time is over']],
  ['Standup today at 8:00', ['Start: that time is over']],
  ['Gate from sat by fri', ['Not before: this is after the due date']],
])('says what is not understood in "%s"', (text, expected) => {
  expect(doubts(text)).toEqual(expected);
});

it.each([
  'Report 90m fri 16:00 p2 morning #work',
  'Buy 2 lamps, may take 3 trips in March',
  '3/4 cake',
  '"25:00 hours" 30m',
  'Ünïcode 東京 45m #日本 +größe',
  '',
])('has no doubt about "%s"', (text) => {
  expect(doubts(text)).toEqual([]);
});
