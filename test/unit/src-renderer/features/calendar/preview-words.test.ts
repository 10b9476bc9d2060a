import { expect, test } from 'vitest';
import { moveWords, slackAfter, stayWords } from '#renderer/features/calendar/preview-words';
import type { PreviewRow } from '#renderer/state/plan-preview';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const zone = parseZone('Europe/Berlin')!;
const row: PreviewRow = {
  key: 'task:t1::',
  kind: 'moved',
  demandKind: 'task',
  id: 't1',
  title: 'Script',
  projectName: null,
  before: parseInstant('2026-11-24T13:00:00Z')!,
  after: parseInstant('2026-11-24T14:15:00Z')!,
  durationMinutes: 60,
  reason: '',
  slack: 'late',
  slackMinutes: -1200,
  lateMinutes: 1200,
};

test('a move says from where, to where and how far', () => {
  expect(moveWords(row, zone)).toBe('moves from Tue 24 14:00 to Tue 24 15:15, 1 h 15 later.');
  expect(moveWords({ ...row, before: null }, zone)).toBe('gets a place on Tue 24 15:15.');
  expect(moveWords({ ...row, after: null }, zone)).toBe('loses its place on Tue 24 14:00.');
});

test('slack after the plan is the distance to the due', () => {
  expect(slackAfter(row)).toBe('20 h late');
  expect(slackAfter({ ...row, slackMinutes: 2880 })).toBe('2 d');
  expect(slackAfter({ ...row, slackMinutes: null })).toBe('');
});

test('what stays is counted', () => {
  expect(stayWords(41, 5)).toBe('41 items stay put, 5 of them locked');
  expect(stayWords(1, 0)).toBe('1 item stays put');
});
