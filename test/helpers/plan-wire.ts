// Stands on the wire between a page and its host, and acts at a named step of a plan's way into the store.
import type { Page } from '@playwright/test';
import { decodeFrame, type Frame } from '#shared/ipc/codec';

/**
 * `asked`: the host was asked for a plan. `journaled`: it has answered, so the plan stands in its journal, and the page does
 * not know of it. `delivered`: the page has it. `stored`: the page has stored it, and the host does not know. `acknowledged`: it does.
 */
export const STEPS = ['asked', 'journaled', 'delivered', 'stored', 'acknowledged'] as const;
export type Step = (typeof STEPS)[number];

/** Calls `act` once, the first time the step is reached; what would lead past it is no longer carried. `acted` ends with it. */
export async function actAt(
  page: Page,
  step: Step,
  act: () => Promise<void>,
): Promise<{ readonly acted: Promise<void> }> {
  let reached: () => void = () => undefined;
  const acted = new Promise<void>((resolve) => {
    reached = resolve;
  });
  let acting = false;
  const arrive = (at: Step): boolean => {
    if (acting || at !== step) return acting;
    acting = true;
    void act().finally(reached);
    return true;
  };
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    const names = new Map<number, string>();
    socket.onMessage((message) => {
      const frame = frameOf(message);
      if (frame?.kind === 'request') {
        names.set(frame.id, frame.name);
        // What the host does not hear of: the page has stored the plan, and says so.
        if (frame.name === 'plan.acknowledge' && arrive('stored')) return;
      }
      server.send(message);
      if (frame?.kind === 'request' && frame.name === 'plan.run') arrive('asked');
    });
    server.onMessage((message) => {
      const frame = frameOf(message);
      const answered = frame?.kind === 'result' ? names.get(frame.id) : undefined;
      if (answered === 'plan.run' && arrive('journaled')) return;
      socket.send(message);
      if (answered === 'plan.run') arrive('delivered');
      if (answered === 'plan.acknowledge') arrive('acknowledged');
    });
  });
  return { acted };
}

function frameOf(message: string | Buffer): Frame | null {
  if (typeof message === 'string') return null;
  const decoded = decodeFrame(message);
  return decoded.ok ? decoded.value : null;
}
