// The exact habit method beside the article's simple one, on the days ahead.
import { useEffect, useState } from 'react';
import { compareHabitMethods, type HabitMethodComparison } from '#shared/planning/compare-habit-methods';
import { inBackground } from './in-background';
import { presentProblem } from './planning-problem';
import { useWorkspace } from './workspace';

let known: { readonly revision: number; readonly comparison: HabitMethodComparison } | null = null;

/** Computed once a state of the workspace, while a screen asks; keeps the last answer until the new one is there. */
export function useHabitMethods(wanted: boolean): HabitMethodComparison | null {
  const { ready, revision } = useWorkspace((state) => ({ ready: state.status === 'ready', revision: state.revision }));
  const [comparison, setComparison] = useState(known?.comparison ?? null);
  useEffect(() => {
    if (!ready || !wanted) return;
    let current = true;
    inBackground(
      comparisonOf(revision).then((next) => {
        if (current) setComparison(next);
      }),
    );
    return () => {
      current = false;
    };
  }, [ready, wanted, revision]);
  return comparison;
}

async function comparisonOf(revision: number): Promise<HabitMethodComparison> {
  if (known?.revision === revision) return known.comparison;
  const { problem } = await presentProblem();
  const comparison = compareHabitMethods(problem);
  known = { revision, comparison };
  return comparison;
}
