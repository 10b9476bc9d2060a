// The best times of a platform from a posts file: train, judge, predict.
import type { Instant } from '../time/instant';
import { type Prediction, predictTimes } from './learning/predict-times';
import { FOREST_OPTIONS } from './learning/random-forest';
import { type TrainingOptions, trainPlatform } from './learning/train-platform';
import { type PostsFile, platformsOf } from './posts-file';
import { scoresOfFile } from './timing/slot-scores';

export interface PredictFileOptions {
  readonly now: Instant;
  readonly seed: number;
  readonly platform: string;
  /** Null, or a type of another platform: the platform's first. */
  readonly contentType: string | null;
  readonly top: number;
}

/** Yields the share that is done; stop asking to cancel. */
export function* predictFile(file: PostsFile, options: PredictFileOptions): Generator<number, Prediction> {
  const training = trainingOptionsOf(file, options);
  const model = yield* trainPlatform(file.history, training);
  return predictTimes(model, file.history, training, options.top);
}

export function trainingOptionsOf(
  file: PostsFile,
  { now, seed, platform, contentType }: Omit<PredictFileOptions, 'top'>,
): TrainingOptions {
  const types = platformsOf(file).find(({ id }) => id === platform)?.contentTypes ?? [];
  const type = types.find(({ id }) => id === contentType)?.id ?? null;
  return {
    question: scoresOfFile(file, now).question(platform, type),
    priorStrength: file.parameters.priorStrength,
    forest: { ...FOREST_OPTIONS, seed },
  };
}
