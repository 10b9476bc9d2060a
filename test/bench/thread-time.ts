// Processor time by thread, as the kernel counts it: on a machine with other work it says what a plan costs where the clock says who else was busy.
import { readdirSync, readFileSync } from 'node:fs';

const THREADS = '/proc/self/task';

export interface ThreadTimes {
  /** Milliseconds by thread id. */
  readonly byThread: ReadonlyMap<string, number>;
}

/** Empty where the system does not count so (only Linux does). */
export function threadTimes(): ThreadTimes {
  const byThread = new Map<string, number>();
  for (const id of threadIds()) {
    try {
      byThread.set(id, Number(readFileSync(`${THREADS}/${id}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
    } catch {
      // The thread ended between the two looks.
    }
  }
  return { byThread };
}

/** The main thread's time since `before`, and that of the busiest other thread. */
export function spentSince(before: ThreadTimes): { readonly main: number; readonly busiestOther: number } {
  let main = Number.NaN;
  let busiestOther = 0;
  for (const [id, time] of threadTimes().byThread) {
    const spent = time - (before.byThread.get(id) ?? 0);
    if (id === String(process.pid)) main = spent;
    else busiestOther = Math.max(busiestOther, spent);
  }
  return { main, busiestOther };
}

function threadIds(): string[] {
  try {
    return readdirSync(THREADS);
  } catch {
    return [];
  }
}
