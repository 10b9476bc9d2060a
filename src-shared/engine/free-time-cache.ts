import type { MinuteSpan } from './epoch-minute';
import { type FreeTime, freeTimeOf } from './free-time';

/** Calendars in use at the same time: the plan, its explanation, a suggestion being tried. */
const KEPT = 4;

interface Kept {
  readonly revision: Int32Array;
  readonly free: FreeTime;
}

/**
 * Keeps the free-time index of the last few calendar revisions. The revision is the windows and busy minutes themselves, compared whole,
 * so a hit is always right and nothing has to be told when a calendar changes. It changes no answer, only how fast it comes.
 */
export class FreeTimeCache {
  hits = 0;
  misses = 0;
  private readonly kept: Kept[] = [];

  freeTime(windows: readonly MinuteSpan[], busy: readonly MinuteSpan[], bufferMinutes: number): FreeTime {
    const revision = revisionOf(windows, busy, bufferMinutes);
    const index = this.kept.findIndex((entry) => isSame(entry.revision, revision));
    if (index >= 0) {
      this.hits += 1;
      const [entry] = this.kept.splice(index, 1);
      this.kept.unshift(entry!);
      return entry!.free;
    }
    this.misses += 1;
    const free = freeTimeOf(windows, busy, bufferMinutes);
    this.kept.unshift({ revision, free });
    if (this.kept.length > KEPT) this.kept.pop();
    return free;
  }
}

function revisionOf(windows: readonly MinuteSpan[], busy: readonly MinuteSpan[], bufferMinutes: number): Int32Array {
  const revision = new Int32Array(2 + 2 * (windows.length + busy.length));
  revision[0] = bufferMinutes;
  revision[1] = windows.length;
  let at = 2;
  for (const list of [windows, busy]) {
    for (const span of list) {
      revision[at] = span.start;
      revision[at + 1] = span.end;
      at += 2;
    }
  }
  return revision;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
