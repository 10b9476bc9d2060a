import { performance } from 'node:perf_hooks';

/**
 * A clock of work, in milliseconds since it was made: it runs no faster than time and no faster than the processor works for this
 * program. A limit measured by it ends what is slow, and not what has to wait on a busy machine.
 */
export function workClock(): () => number {
  const wall = performance.now();
  const work = workedMilliseconds();
  return () => Math.min(performance.now() - wall, workedMilliseconds() - work);
}

/** Of all threads of this program: there is no such figure for one. */
function workedMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
