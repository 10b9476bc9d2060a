// What the preview offers for a task that would lose its place or come late: each offer was tried by planning with it.
import { useEffect, useState } from 'react';
import { type SplitOffer, splitOffer } from '#shared/planning/split-offer';
import { updateTask } from './edit-tasks';
import { inBackground } from './in-background';
import { type PlanPreview, type PreviewRow, previewPlan } from './planning';
import { runEdit } from './run-edit';

/** Each is tried by planning with it, in the page: with more open tasks than this that would be felt. */
const MOST_TRIED = 250;
const PAUSE_MILLISECONDS = 150;

/** Null until one was found, and where there is none. Looked for once the row was pointed at for a moment. */
export function useSplitOffer(preview: PlanPreview, row: PreviewRow): SplitOffer | null {
  const [found, setFound] = useState<{ key: string; offer: SplitOffer | null }>({ key: '', offer: null });
  const isInNeed = row.demandKind === 'task' && (row.after === null || row.lateMinutes > 0);
  useEffect(() => {
    if (!isInNeed || preview.problem.tasks.length > MOST_TRIED) return;
    let current = true;
    const timer = setTimeout(() => {
      inBackground(
        splitOffer(preview.problem, preview.plan, row.id).then((offer) => {
          if (current) setFound({ key: row.key, offer });
        }),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [preview, row, isInNeed]);
  return found.key === row.key ? found.offer : null;
}

/** The task in pieces, as an undo step, and a new preview with it. Nothing else has moved. */
export async function takeSplit(taskId: string, { patch }: SplitOffer): Promise<void> {
  if (await runEdit(updateTask(taskId, patch))) await previewPlan();
}
