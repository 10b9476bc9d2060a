import { describe, expect, it } from 'vitest';
import { lanes } from '#main/workers/pool/lanes';
import { cancellation, NEVER_CANCELLED } from '#shared/ipc/cancellation';

describe('lanes', () => {
  it('lets in as many as there are, the others in their order', async () => {
    const two = lanes(2);
    const order: string[] = [];
    const enter = async (name: string): Promise<() => void> => {
      const leave = await two.enter(NEVER_CANCELLED);
      order.push(name);
      return leave!;
    };
    const first = await enter('first');
    await enter('second');
    const third = enter('third');
    const fourth = enter('fourth');
    expect(order).toEqual(['first', 'second']);
    first();
    (await third)();
    await fourth;
    expect(order).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('forgets who gives up waiting', async () => {
    const one = lanes(1);
    const leave = (await one.enter(NEVER_CANCELLED))!;
    const impatient = cancellation();
    const gaveUp = one.enter(impatient.signal);
    const next = one.enter(NEVER_CANCELLED);
    impatient.cancel();
    expect(await gaveUp).toBeNull();
    leave();
    expect(await next).not.toBeNull();
  });

  it('lets nobody in who is cancelled already', async () => {
    const cancelled = cancellation();
    cancelled.cancel();
    expect(await lanes(1).enter(cancelled.signal)).toBeNull();
  });
});
