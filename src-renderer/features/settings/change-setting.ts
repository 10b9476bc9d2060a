import type { Settings } from '#shared/engine/settings';
import { updateSettings } from '../../state/edit';

/** Stores a setting at once; the result is the problem to show at its field, or null. */
export async function changeSetting(patch: Partial<Settings>): Promise<string | null> {
  const changed = await updateSettings(patch);
  return changed.ok ? null : changed.error;
}
