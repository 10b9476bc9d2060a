import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { quietProgress } from '#main/services/planning/quiet-progress';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const half = { fraction: 0.5, phase: 'Placing tasks' };
const most = { fraction: 0.9, phase: 'Placing tasks' };

it('tells nothing of what is done within a tenth of a second', () => {
  const told: unknown[] = [];
  const quiet = quietProgress((progress) => told.push(progress));
  quiet.tell(half);
  vi.advanceTimersByTime(99);
  quiet.end();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([]);
});

it('tells the newest then, and what follows at once', () => {
  const told: unknown[] = [];
  const quiet = quietProgress((progress) => told.push(progress));
  quiet.tell({ fraction: 0, phase: 'Reading your calendar' });
  quiet.tell(half);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([half]);
  quiet.tell(most);
  expect(told).toEqual([half, most]);
  quiet.end();
});

it('has nothing to tell before anything was', () => {
  const told: unknown[] = [];
  const quiet = quietProgress((progress) => told.push(progress));
  vi.advanceTimersByTime(100);
  expect(told).toEqual([]);
  quiet.tell(half);
  expect(told).toEqual([half]);
  quiet.end();
});

it('tells nothing of what a worker says after the end', () => {
  const told: unknown[] = [];
  const quiet = quietProgress((progress) => told.push(progress));
  quiet.tell(half);
  vi.advanceTimersByTime(100);
  quiet.end();
  quiet.tell(most);
  expect(told).toEqual([half]);
});
