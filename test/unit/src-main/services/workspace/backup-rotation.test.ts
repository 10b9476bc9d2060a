import { describe, expect, it } from 'vitest';
import { backupInstant, backupName, backupsToDrop } from '#main/services/workspace/backup-rotation';

describe('backup names', () => {
  it('hold the instant and no colon', () => {
    expect(backupName('2026-11-23T08:05:09Z')).toBe('workspace-2026-11-23T08-05-09.000Z.json');
    expect(backupName('2026-11-23T08:05:09.120Z')).toBe('workspace-2026-11-23T08-05-09.120Z.json');
  });

  it('give the instant back', () => {
    expect(backupInstant('workspace-2026-11-23T08-05-09.120Z.json')).toBe('2026-11-23T08:05:09.120Z');
  });

  it.each([
    'workspace.json',
    '../workspace-2026-11-23T08-05-09.120Z.json',
    'workspace-2026-11-23T08-05-09.120Z.json.part',
  ])('are told from other names: %s', (name) => {
    expect(backupInstant(name)).toBeNull();
  });
});

describe('backup rotation', () => {
  const every = (day: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => {
      const hour = String(Math.floor(index / 60)).padStart(2, '0');
      const minute = String(index % 60).padStart(2, '0');
      return backupName(`${day}T${hour}:${minute}:00Z`);
    });

  it('keeps everything up to 30', () => {
    expect(backupsToDrop(every('2026-11-23', 30))).toEqual([]);
  });

  it('keeps, of a long day, the newest 30 and the last one before them', () => {
    const names = every('2026-11-23', 33);
    expect(backupsToDrop(names)).toEqual([names[1], names[0]]);
  });

  it('keeps the last one of each of 21 earlier days', () => {
    const today = every('2026-11-30', 30);
    const earlier = Array.from({ length: 25 }, (_, index) => `2026-11-${String(29 - index).padStart(2, '0')}`);
    const names = [...today, ...earlier.flatMap((day) => every(day, 2))];
    const dropped = new Set(backupsToDrop(names));
    const kept = names.filter((name) => !dropped.has(name) && !today.includes(name));
    expect(kept).toEqual(earlier.slice(0, 21).map((day) => backupName(`${day}T00:01:00Z`)));
  });

  it('never names a file that is no backup', () => {
    expect(backupsToDrop(['notes.txt', ...every('2026-11-23', 40)])).not.toContain('notes.txt');
  });
});
