import { describe, expect, it } from 'vitest';
import { runsCsv, timeUseCsv } from '#renderer/features/insights/insights-csv';
import type { Day } from '#shared/time/day';
import { runOf } from '../../../../helpers/run-record';

describe('insights as CSV', () => {
  it('has one line a run, quotes what needs it, and leaves unmeasured cells empty', () => {
    const [header, first] = runsCsv([runOf(1, { why: 'More time for "A, B"', totalMilliseconds: 12.34567 })]).split(
      '\r\n',
    );
    expect(header!.split(',').slice(0, 3)).toEqual(['planned_at', 'why', 'tasks']);
    expect(first).toMatch(/^2026-11-24T09:42:00Z,"More time for ""A, B""",2,1,0,0,0,0\.5,12\.346,,12\.346,,,,/);
  });

  it('never lets a name run as a formula', () => {
    const none = { event: 0, task: 0, habit: 0 };
    const csv = timeUseCsv({
      days: [{ day: '2026-11-24' as Day, minutes: { event: 60, task: 0, habit: 30 } }],
      parts: { event: [{ kind: 'event', id: 'c', name: '=1+1', minutes: 60, count: 1 }], task: [], habit: [] },
      minutes: none,
      workingMinutes: 0,
      freeMinutes: 0,
    });
    expect(csv).toBe(
      "day,kind,name,minutes\r\n2026-11-24,event,,60\r\n2026-11-24,task,,0\r\n2026-11-24,habit,,30\r\n,event,'=1+1,60\r\n",
    );
  });
});
