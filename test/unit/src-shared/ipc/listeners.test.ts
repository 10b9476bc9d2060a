import { describe, expect, it } from 'vitest';
import { listeners } from '#shared/ipc/listeners';

describe('listeners', () => {
  it('tells everybody who is there, once a subscription', () => {
    const told: string[] = [];
    const all = listeners<string>();
    const listen = (value: string): void => void told.push(value);
    const stop = all.add(listen);
    all.add(listen);
    all.tell('a');
    stop();
    all.tell('b');
    expect(told).toEqual(['a', 'a', 'b']);
    expect(all.count).toBe(1);
  });

  it('does not tell one who leaves while the others are told', () => {
    const told: string[] = [];
    const all = listeners<void>();
    let stopSecond = (): void => {};
    all.add(() => stopSecond());
    stopSecond = all.add(() => told.push('second'));
    all.tell();
    expect(told).toEqual([]);
  });
});
