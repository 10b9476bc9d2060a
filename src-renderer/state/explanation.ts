// Why something is where it is: computed here, in process, when it is looked at.
import { useEffect, useState } from 'react';
import { explainPlacement, explainUnplaced } from '#shared/planning/explain';
import type { ExplainTarget, Explanation } from '#shared/planning/explanation';
import { inBackground } from './in-background';
import { type DemandRef, placementKey } from './placement-key';
import { presentProblem } from './planning-problem';
import { useWorkspace, workspaceNow } from './workspace';

export type {
  Alternative,
  BlockedSlot,
  Explanation,
  PlacedExplanation,
  UnplacedExplanation,
} from '#shared/planning/explanation';

/** Explains one target while it is looked at; null while there is none, or until it is computed. */
export function useExplanation(target: DemandRef | null): Explanation | null {
  const key = target ? placementKey(target) : '';
  const { ready, revision } = useWorkspace((state) => ({
    ready: state.status === 'ready',
    revision: state.revision,
  }));
  const [explained, setExplained] = useState<{ key: string; explanation: Explanation | null }>({
    key: '',
    explanation: null,
  });
  const asked = ready && target ? JSON.stringify(explainTarget(target)) : null;
  useEffect(() => {
    // The revision is part of the question: the same target has another answer after a change.
    if (asked === null || revision < 0) return;
    let current = true;
    inBackground(
      explain(JSON.parse(asked) as ExplainTarget).then((explanation) => {
        if (current) setExplained({ key, explanation });
      }),
    );
    return () => {
      current = false;
    };
  }, [asked, key, revision]);
  return explained.key === key ? explained.explanation : null;
}

/** Explains a placed or unplaced demand of the plan in force; null when the plan knows nothing of it. */
export async function explain(target: ExplainTarget): Promise<Explanation | null> {
  const { problem } = await presentProblem();
  const { unplaced } = workspaceNow();
  return (
    explainPlacement(problem, { placements: problem.present }, target) ??
    (await explainUnplaced(problem, { placements: problem.present, unplaced: [...unplaced] }, target))
  );
}

function explainTarget(ref: DemandRef): ExplainTarget {
  return {
    kind: ref.kind === 'habit' ? 'habit' : 'task',
    id: ref.id,
    day: ref.day,
    chunk: typeof ref.chunk === 'number' ? ref.chunk : ref.chunk?.index,
  };
}
