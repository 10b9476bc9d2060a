import { expect, test } from 'vitest';
import { escapeText, foldLine } from '#shared/calendar/writing/content-writer';

test('[CAL-81] text is escaped and free of control characters', () => {
  expect(escapeText('a\\b,c;d\r\ne\u0007f\tg')).toBe('a\\\\b\\,c\\;d\\nef\tg');
});

test('[CAL-81] lines of 75 octets are left alone, longer ones folded', () => {
  expect(foldLine('A'.repeat(75))).toBe(`${'A'.repeat(75)}\r\n`);
  expect(foldLine('A'.repeat(76))).toBe(`${'A'.repeat(75)}\r\n A\r\n`);
  expect(foldLine('A'.repeat(75 + 74 + 1))).toBe(`${'A'.repeat(75)}\r\n ${'A'.repeat(74)}\r\n A\r\n`);
});

test('[CAL-81] a character is never split', () => {
  // 74 octets, then one of two, three and four octets.
  expect(foldLine(`${'A'.repeat(74)}ü`)).toBe(`${'A'.repeat(74)}\r\n ü\r\n`);
  expect(foldLine(`${'A'.repeat(73)}会`)).toBe(`${'A'.repeat(73)}\r\n 会\r\n`);
  expect(foldLine(`${'A'.repeat(72)}🍜`)).toBe(`${'A'.repeat(72)}\r\n 🍜\r\n`);
  expect(foldLine(`${'A'.repeat(71)}🍜`)).toBe(`${'A'.repeat(71)}🍜\r\n`);
});
