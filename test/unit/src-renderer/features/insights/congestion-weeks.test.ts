import { describe, expect, it } from 'vitest';
import { congestionWeeks } from '#renderer/features/insights/congestion-weeks';
import { type Congestion, emptyMetrics } from '#shared/engine/plan';
import { settingsSchema } from '#shared/engine/settings';
import type { Day } from '#shared/time/day';
import { runOf } from '../../../../helpers/run-record';
import { placed } from '../../../../helpers/sample-plan';

const TUESDAY = '2026-11-24' as Day;
const hours = [['09:00', '17:00']] as [string, string][];
const settings = settingsSchema.parse({
  timeZone: 'Europe/Berlin',
  workingHours: { '1': hours, '2': hours, '3': hours, '4': hours, '5': hours },
});
const day = (from: string, freeMinutes: number, workingMinutes = 480): Congestion => ({
  from,
  unit: 'day',
  busyShare: workingMinutes === 0 ? 1 : 1 - freeMinutes / workingMinutes,
  freeMinutes,
  longestRunMinutes: freeMinutes,
  workingMinutes,
  demandMinutes: 0,
});
const run = (order: number, congestion: Congestion[]) => runOf(order, { metrics: { ...emptyMetrics(), congestion } });

describe('congestion by week', () => {
  it('adds what is planned to what events take', () => {
    const placements = [
      // 14:00 to 16:00 in Berlin, and a run before the hours that takes none of them.
      placed('task', 't', '2026-11-25T13:00:00Z', '2026-11-25T15:00:00Z'),
      placed('habit', 'h', '2026-11-25T06:00:00Z', '2026-11-25T07:00:00Z'),
    ];
    const runs = [run(1, [day(TUESDAY, 480), day('2026-11-25', 240), day('2026-11-28', 0, 0)])];
    const weeks = congestionWeeks({ runs, placements, settings, today: TUESDAY }, 6);
    expect(weeks.map((week) => week.firstDay)).toEqual(['2026-11-23']);
    expect(weeks[0]!.days[2]).toMatchObject({ eventMinutes: 240, plannedMinutes: 120, share: 0.75 });
    expect(weeks[0]!.days[5], 'a day without working hours').toBeNull();
    expect(weeks[0]!.days[0], 'a day that no run looked at').toBeNull();
  });

  it('believes the newest run, but of its own day an earlier one that saw it whole', () => {
    const runs = [
      run(3, [day(TUESDAY, 60, 180), day('2026-11-25', 120)]),
      run(2, [day(TUESDAY, 200, 400), day('2026-11-25', 300)]),
      run(1, [day('2026-11-23', 480), day(TUESDAY, 240)]),
    ];
    const [week] = congestionWeeks({ runs, placements: [], settings, today: TUESDAY }, 6);
    expect(week!.days.slice(0, 3).map((load) => load?.share)).toEqual([0, 0.5, 0.75]);
  });

  it('shows the week before only when something is known of it', () => {
    const runs = [run(1, [day('2026-11-16', 480), day(TUESDAY, 240)])];
    const weeks = congestionWeeks({ runs, placements: [], settings, today: TUESDAY }, 6);
    expect(weeks.map((week) => week.firstDay)).toEqual(['2026-11-16', '2026-11-23']);
  });
});
