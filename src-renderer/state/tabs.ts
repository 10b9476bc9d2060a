// Two tabs of the browser front door share one store: what one commits, the other reads.
import { onCommitted, reload } from './commit';

const CHANNEL = 'daywright-commits';

/** Returns the function that ends it. */
export function followTabs(): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => void reload();
  const end = onCommitted(() => channel.postMessage('committed'));
  return () => {
    end();
    channel.close();
  };
}
