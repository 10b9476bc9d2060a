import { percent } from '#shared/base/percent';
import type { SlippingSign } from '#shared/habits/slipping';

/** Why a habit slips across days: plainly, without blame. */
export function slippingWords(sign: SlippingSign): string {
  switch (sign.kind) {
    case 'missesInARow':
      return `Missed the last ${sign.misses}`;
    case 'lowSuccess':
      return `Kept ${sign.done} of the last ${sign.attempts}`;
    case 'weaker':
      return `Strength went from ${percent(sign.before)} to ${percent(sign.now)} in two weeks`;
  }
}
