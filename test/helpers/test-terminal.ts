import type { Terminal } from '#main/hosts/cli/terminal';
import { inProcessRunner } from '#main/workers/in-process-runner';
import { type Cancellation, cancellation } from '#shared/ipc/cancellation';
import { handClock } from './hand-clock';

export interface TestTerminal extends Terminal {
  readonly printed: () => string;
  readonly notes: readonly string[];
  /** Ctrl-C. */
  readonly interrupt: Cancellation;
}

/** A terminal in memory, at Monday 2026-11-23 08:00 in Berlin. */
export function testTerminal(): TestTerminal {
  let printed = '';
  const notes: string[] = [];
  const interrupt = cancellation();
  const inProcess = inProcessRunner((message) => void notes.push(message));
  return {
    async print(text) {
      printed += text;
    },
    note: (line) => void notes.push(line),
    progress() {},
    signal: interrupt.signal,
    clock: handClock('2026-11-23T07:00:00Z'),
    zone: 'Europe/Berlin',
    pool: () => inProcess,
    inProcess,
    printed: () => printed,
    notes,
    interrupt,
  };
}
