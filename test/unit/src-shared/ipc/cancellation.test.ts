import { describe, expect, it } from 'vitest';
import { cancellation } from '#shared/ipc/cancellation';

describe('cancellation', () => {
  it('tells its listeners once', () => {
    let told = 0;
    const { signal, cancel } = cancellation();
    signal.addEventListener('abort', () => {
      told += 1;
    });
    expect(signal.aborted).toBe(false);
    cancel();
    cancel();
    expect(signal.aborted).toBe(true);
    expect(told).toBe(1);
  });

  it('does not tell who left', () => {
    let told = 0;
    const listen = (): void => {
      told += 1;
    };
    const { signal, cancel } = cancellation();
    signal.addEventListener('abort', listen);
    signal.removeEventListener('abort', listen);
    cancel();
    expect(told).toBe(0);
  });
});
