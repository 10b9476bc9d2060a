// One platform of a posts file learned, as it is kept.
import { formatInstant, type Instant } from '../time/instant';
import { type StoredModel, storedModel, trainingFingerprint } from './learning/stored-model';
import { trainPlatform } from './learning/train-platform';
import { type PostsFile, platformsOf } from './posts-file';
import { trainingOptionsOf } from './predict-posts-file';

export interface TrainFileOptions {
  readonly now: Instant;
  readonly seed: number;
  readonly platform: string;
}

/** Yields the share that is done; stop asking to cancel. */
export function* trainFile(file: PostsFile, options: TrainFileOptions): Generator<number, StoredModel> {
  const { platform, now } = options;
  const optionsOf = (contentType: string | null) => trainingOptionsOf(file, { ...options, contentType });
  const model = yield* trainPlatform(file.history, optionsOf(null));
  const types = platformsOf(file).find(({ id }) => id === platform)?.contentTypes ?? [];
  const fingerprint = trainingFingerprint(file, platform);
  return storedModel(
    model,
    types.map(({ id }) => optionsOf(id)),
    { at: formatInstant(now), fingerprint },
  );
}
