// The model card in words: what the forest is worth, held against the plain means it must beat.
import { assertNever } from '#shared/base/assert-never';
import type { ModelCard } from '#shared/posts/learning/stored-model';
import { LEAST_SAMPLES, RELIABLE_SAMPLES } from '#shared/posts/learning/train-platform';

export interface ModelBar {
  readonly name: string;
  /** R2, may be negative. */
  readonly r2: number;
  readonly isForest: boolean;
}

/** One sentence on why the forest is used, or why the rules stand. */
export function verdictWords(card: ModelCard): string {
  switch (card.verdict) {
    case 'tooFewSamples':
      return `${card.samples} ${card.samples === 1 ? 'post' : 'posts'} with figures. From ${LEAST_SAMPLES} on it learns; until then the rules of the studies stand.`;
    case 'noBetterThanBaselines':
      return 'The forest does no better than plain means on the latest posts, so the rules and your own hours stand.';
    case 'forest':
      return 'The forest beats both plain means on the latest posts, so it scores the hours.';
    default:
      return assertNever(card.verdict, 'verdict');
  }
}

/** Under about 200 samples the hours a forest finds are not reliable. */
export function reliabilityWords(card: ModelCard): string {
  if (card.r2 === null || !card.unreliable) return '';
  const range = card.r2Interval
    ? `: R² may lie between ${card.r2Interval.low.toFixed(2)} and ${card.r2Interval.high.toFixed(2)}`
    : '';
  return `Under about ${RELIABLE_SAMPLES} posts no model finds the hours reliably${range}.`;
}

/** The forest and its two rivals; empty when nothing was trained. */
export function modelBars(card: ModelCard): ModelBar[] {
  if (card.r2 === null || card.baselines === null) return [];
  return [
    { name: 'Forest', r2: card.r2, isForest: true },
    { name: "Your hours' means", r2: card.baselines.shrunkCells, isForest: false },
    { name: 'The account’s mean', r2: card.baselines.accountMean, isForest: false },
  ];
}

/** "330 to learn, the latest 82 to test". */
export function splitWords(card: ModelCard): string {
  return card.trainingSamples === 0
    ? ''
    : `${card.trainingSamples.toLocaleString('en')} to learn from, the latest ${card.heldSamples.toLocaleString('en')} to test on`;
}
