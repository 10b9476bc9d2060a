// Long work on the page's only thread, in slices: between two of them the page draws and answers.

/** Half a frame: what else a frame has to do fits beside it. */
const SLICE_MILLISECONDS = 8;

export type Breathe = () => Promise<void> | undefined;

/** Ask it once an item: it gives `undefined` until the slice is used up, and then a promise to wait for. */
export function breather(): Breathe {
  let began = performance.now();
  return () => {
    if (performance.now() - began < SLICE_MILLISECONDS) return undefined;
    return nextTurn().then(() => {
      began = performance.now();
    });
  };
}

/** Resolves in a task of its own. A timer would wait four milliseconds each time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
