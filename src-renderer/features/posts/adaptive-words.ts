// The log of the adaptive cycle in words: which setting went from what to what.
import type { AdaptiveEntry, Setting, TurnedParameter } from '#shared/posts/adaptive/adaptive-state';

const NAMES: Readonly<Record<TurnedParameter, string>> = {
  maxConcurrentPosts: 'posts at once',
  gapFactor: 'gaps ×',
  demographicWeight: 'audience weight',
  formatWeight: 'format weight',
  seasonWeight: 'season weight',
};

export const STEP_WORDS: Readonly<Record<AdaptiveEntry['step'], string>> = {
  adjust: 'On trial',
  keep: 'Kept',
  rollback: 'Rolled back',
  revert: 'Taken back',
  reset: 'Reset',
};

/** "posts at once 3 → 2, gaps × 1 → 1.25"; what stayed is left out. */
export function changedSettings(before: Setting, after: Setting): string {
  const names = Object.keys(NAMES) as TurnedParameter[];
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${NAMES[name]} ${figure(before[name])} → ${figure(after[name])}`)
    .join(', ');
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : String(Math.round(value * 100) / 100);
}
