/** Resolves with `performance.now()` after the next frame was handed to the screen; at once where there are no frames. */
export function drawnFrame(): Promise<number> {
  if (typeof requestAnimationFrame === 'undefined') return Promise.resolve(performance.now());
  return new Promise((resolve) => {
    // The callback runs before the frame is painted; the message after it runs once it was.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve(performance.now());
      };
      channel.port2.postMessage(null);
    });
  });
}
