import { useSyncExternalStore } from 'react';
import type { Day } from '#shared/time/day';
import { onTick } from '../../state/clock';
import { today } from '../../state/navigation';

/** The local day it is now; changes at midnight, not on each tick. */
export function useToday(): Day {
  return useSyncExternalStore(onTick, today);
}
