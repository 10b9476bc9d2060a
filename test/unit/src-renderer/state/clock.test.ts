import { afterEach, describe, expect, it } from 'vitest';
import { now, nowText, onTick, setClock } from '#renderer/state/clock';
import { parseInstant } from '#shared/time/instant';

const MOMENT = parseInstant('2026-11-24T09:42:00Z')!;

afterEach(() => setClock(null));

describe('the clock', () => {
  it('can be frozen, and tells those who follow it', () => {
    const ticks: number[] = [];
    const end = onTick(() => ticks.push(now()));
    setClock(() => MOMENT);
    expect(nowText()).toBe('2026-11-24T09:42:00Z');
    expect(ticks).toEqual([MOMENT]);
    end();
    setClock(() => parseInstant('2026-11-24T10:00:00Z')!);
    expect(ticks).toEqual([MOMENT]);
  });
});
