import { describe, expect, it } from 'vitest';
import { endingOf } from '#shared/jobs/envelope';

describe('the ending of a job', () => {
  it('is its value, given at once or later', async () => {
    expect(await endingOf(() => 1)).toEqual({ kind: 'ok', value: 1 });
    expect(await endingOf(async () => 2)).toEqual({ kind: 'ok', value: 2 });
  });

  it('is its bug as data, thrown at once or later, an Error or not', async () => {
    const bug = new TypeError('x is not a function');
    const data = { kind: 'threw', message: 'x is not a function', stack: bug.stack };
    const throwBug = (): never => {
      throw bug;
    };
    expect(await endingOf(throwBug)).toEqual(data);
    expect(await endingOf(() => Promise.reject(bug))).toEqual(data);
    expect(await endingOf(() => Promise.reject('words'))).toEqual({ kind: 'threw', message: 'words', stack: '' });
  });
});
