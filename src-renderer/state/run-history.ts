// The stored plan runs, for the screens that look back.
import { useEffect, useState } from 'react';
import type { RunRecord } from '../db/rows';
import { inBackground } from './in-background';
import { database } from './store';
import { useWorkspace } from './workspace';

export type { PlanChecks, RunRecord, RunStorage } from '../db/rows';

/** All stored runs, newest first; null until they are read. */
export function useRunHistory(): readonly RunRecord[] | null {
  // The newest run changes with each plan, with an undo, and when its measurements are noted.
  const { ready, lastRun } = useWorkspace((state) => ({ ready: state.status === 'ready', lastRun: state.lastRun }));
  const [runs, setRuns] = useState<readonly RunRecord[] | null>(null);
  useEffect(() => {
    if (!ready || lastRun === undefined) return;
    let current = true;
    inBackground(
      database()
        .runs.orderBy('order')
        .reverse()
        .toArray()
        .then((read) => {
          if (current) setRuns(read);
        }),
    );
    return () => {
      current = false;
    };
  }, [ready, lastRun]);
  return runs;
}
