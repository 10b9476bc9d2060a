import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWith } from '#shared/base/schema';
import { type IdentifiedPlan, identifiedPlanSchema } from '#shared/planning/problem';
import { readIfThere } from '../../files/read-if-there';
import { writePrivately } from '../../files/write-atomically';

/**
 * One file holding the plan that no page has stored yet. A newer plan replaces an older one. It outlives a killed page or host; it is not
 * flushed to the disk, because a plan lost with the power leaves the old one in force and is one click away.
 */
export interface PlanJournal {
  write(plan: IdentifiedPlan): Promise<void>;
  /** `null` when nothing waits; also when the file makes no sense, which is then forgotten. */
  read(): Promise<IdentifiedPlan | null>;
  /** Forgets the plan of that id; any other stays. */
  forget(planId: string): Promise<void>;
}

export function planJournal(dataFolder: string): PlanJournal {
  const path = join(dataFolder, 'plan-journal.json');
  const read = async (): Promise<IdentifiedPlan | null> => {
    const text = await readIfThere(path);
    if (text === null) return null;
    const parsed = parseWith(identifiedPlanSchema, parseJson(text));
    if (parsed.ok) return parsed.value;
    await rm(path, { force: true });
    return null;
  };
  // One at a time: between reading an old plan and removing it, a new one must not slip in.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = last.then(step, step);
    last = done.catch(() => {});
    return done;
  };
  return {
    write: (plan) => inTurn(() => writePrivately(path, JSON.stringify(plan), { flush: false })),
    read: () => inTurn(read),
    forget: (planId) =>
      inTurn(async () => {
        const text = await readIfThere(path);
        const waiting = text === null ? null : (parseJson(text) as { readonly planId?: unknown } | null);
        if (waiting?.planId === planId) await rm(path, { force: true });
      }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
