import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lazyPool } from '#main/workers/lazy-pool';

const workerPath = resolve(import.meta.dirname, '../../../fixtures/workers/unruly-worker.mjs');

describe('lazy pool', () => {
  it('opens with its first job and closes', async () => {
    const pool = lazyPool({ workerPath, threads: 1, report() {} });
    expect(pool.threads).toBe(1);
    expect(await pool.run('double' as 'calendar.write', 4 as never)).toEqual({ kind: 'ok', value: 8 });
    await pool.close();
  });

  it('closes without ever having been opened', async () => {
    await lazyPool({ workerPath: 'nowhere', report() {} }).close();
  });
});
