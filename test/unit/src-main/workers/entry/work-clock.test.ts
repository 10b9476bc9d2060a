import { performance } from 'node:perf_hooks';
import { afterEach, expect, it, vi } from 'vitest';
import { workClock } from '#main/workers/entry/work-clock';

afterEach(() => void vi.restoreAllMocks());

/** Both clocks stand at what is given, in milliseconds. */
function at(wall: number, worked: number): void {
  vi.spyOn(performance, 'now').mockReturnValue(wall);
  vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: worked * 900, system: worked * 100 });
}

it('counts what was worked, not what was waited for', () => {
  at(1_000, 50);
  const clock = workClock();
  expect(clock()).toBe(0);
  at(9_000, 70);
  expect(clock()).toBe(20);
});

it('runs no faster than time, however many threads work', () => {
  at(1_000, 50);
  const clock = workClock();
  at(1_300, 650);
  expect(clock()).toBe(300);
});
