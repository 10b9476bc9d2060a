import type { PerformanceRecord } from '../nouns/performance-record';
import { meanOf, scaled } from '../timing/heat-map';
import { scoreOfRatio } from '../timing/history-cells';
import { timingWeek } from '../timing/timing-scores';
import { predictWeek } from './predict-times';
import type { TrainedModel, TrainingOptions } from './train-platform';

/** The week as the forest sees it, on the scale of the timing scores, 0 to 1; `null` where the forest is not used. */
export function modelWeek(
  model: TrainedModel,
  records: readonly PerformanceRecord[],
  options: TrainingOptions,
): Float64Array | null {
  if (model.forest === null) return null;
  const meanPrior = meanOf(timingWeek(options.question));
  const week = new Float64Array(168);
  for (const { weekday, hour, ratio } of predictWeek(model, records, options)) {
    week[(weekday - 1) * 24 + hour] = scoreOfRatio(ratio, meanPrior);
  }
  return scaled(week);
}
