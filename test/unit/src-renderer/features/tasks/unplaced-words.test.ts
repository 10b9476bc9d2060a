import { describe, expect, it } from 'vitest';
import { unplacedWords } from '#renderer/features/tasks/unplaced-words';
import { type UnplacedReason, unplacedReasonSchema } from '#shared/engine/plan';
import { taskSchema } from '#shared/tasks/task';
import { parseDay } from '#shared/time/day';
import { parseZone } from '#shared/time/zone';

const CONTEXT = {
  zone: parseZone('Europe/Berlin')!,
  today: parseDay('2026-11-24')!,
  titleOf: (id: string) => (id === 'tax' ? 'Quarterly tax prep' : null),
};
const task = (fields: object) => taskSchema.parse({ id: 't', title: 'Report', durationMinutes: 90, ...fields });
const words = (reason: UnplacedReason, fields: object = {}) => unplacedWords({ reason }, task(fields), CONTEXT);

describe('why a task has no place', () => {
  it('is said in a few words for every reason of the closed list', () => {
    for (const reason of unplacedReasonSchema.options) {
      expect(words(reason)).toMatch(/^[A-Z].{4,39}$/);
    }
  });

  it('names the length and the due', () => {
    const dueAt = (at: string) => words('longerThanAnyFreeRunBeforeDue', { dueAt: at });
    expect(dueAt('2026-11-26T16:00:00Z')).toBe('No 90 min gap before Thu');
    expect(dueAt('2026-11-25T16:00:00Z')).toBe('No 90 min gap before tomorrow');
    expect(dueAt('2026-11-24T16:00:00Z')).toBe('No 90 min gap left today');
    expect(dueAt('2026-11-20T16:00:00Z')).toBe('Its due date has passed');
  });

  it('counts what is left to do', () => {
    expect(words('longerThanAnyFreeRun', { doneMinutes: 30 })).toBe('No free stretch of 60 min');
  });

  it('names the one task it waits for', () => {
    expect(words('dependencyUnplaced', { dependsOn: ['tax'] })).toBe('Waits for Quarterly tax prep');
    expect(words('dependencyUnplaced', { dependsOn: ['tax', 'tax'] })).toBe('Waits for other tasks');
  });

  it('names the shortest part', () => {
    expect(words('minimumChunkLongerThanAnyGap', { split: { minMinutes: 45, maxMinutes: 90 } })).toBe(
      'No gap of 45 min for a part',
    );
  });
});
