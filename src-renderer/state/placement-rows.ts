import type { PlacementRow } from '../db/rows';
import { placementKey } from './placement-key';

/** The rows that put placements where they are. */
export function placementRows(placements: readonly PlacementRow['placement'][]): PlacementRow[] {
  return placements.map((placement) => ({ key: placementKey(placement), placement }));
}
