// What the preview offers for a task that would lose its place or come late: each offer was tried by planning with it.
import { useEffect, useState } from 'react';
import { type EveningOffer, eveningOffer } from '#shared/planning/evening-offer';
import { type SplitOffer, splitOffer } from '#shared/planning/split-offer';
import type { Task } from '#shared/tasks/task';
import { updateTask } from './edit-tasks';
import { inBackground } from './in-background';
import { type PlanPreview, type PreviewRow, previewPlan } from './planning';
import { runEdit } from './run-edit';

/** Each is tried by planning with it, in the page: with more open tasks than this that would be felt. */
const MOST_TRIED = 250;
const PAUSE_MILLISECONDS = 150;

export interface PreviewOffers {
  readonly split: SplitOffer | null;
  readonly evening: EveningOffer | null;
}

const NONE: PreviewOffers = { split: null, evening: null };

/** None until they were found. Looked for once the row was pointed at for a moment. */
export function usePreviewOffers(preview: PlanPreview, row: PreviewRow): PreviewOffers {
  const [found, setFound] = useState<{ key: string; offers: PreviewOffers }>({ key: '', offers: NONE });
  const isInNeed = row.demandKind === 'task' && (row.after === null || row.lateMinutes > 0);
  useEffect(() => {
    if (!isInNeed || preview.problem.tasks.length > MOST_TRIED) return;
    let current = true;
    const find = async () => {
      const split = await splitOffer(preview.problem, preview.plan, row.id);
      const evening = await eveningOffer(preview.problem, preview.plan, row.id);
      if (current) setFound({ key: row.key, offers: { split, evening } });
    };
    const timer = setTimeout(() => inBackground(find()), PAUSE_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [preview, row, isInNeed]);
  return found.key === row.key ? found.offers : NONE;
}

/** The task changed as offered, as an undo step, and a new preview with it. Nothing else has moved. */
export async function takeOffer(taskId: string, { patch }: { readonly patch: Partial<Task> }): Promise<void> {
  if (await runEdit(updateTask(taskId, patch))) await previewPlan();
}
