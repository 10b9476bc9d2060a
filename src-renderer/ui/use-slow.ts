import { useEffect, useState } from 'react';

/** True once something has been active for longer than 150 ms: what is quicker shows nothing. */
export function useSlow(active: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!active) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, [active]);
  return slow && active;
}
