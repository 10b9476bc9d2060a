import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';

const hours = {
  days: s.array(s.int().min(1).max(7)).default([1, 2, 3, 4, 5, 6, 7]),
  /** Whole hours of the audience's local day, `toHour` exclusive. */
  fromHour: s.int().min(0).max(23),
  toHour: s.int().min(1).max(24),
  /** -1 (much weaker) to 1 (much stronger). */
  adjustment: s.number().min(-1).max(1),
};

/** When a part of the audience is there more, or less, than the rest. */
export const demographicAdjustmentSchema = s.looseObject({
  part: s.enum(['age', 'device']),
  /** The name in the audience's shares, such as `25-34` or `mobile`. */
  name: s.string(),
  ...hours,
});

/** When a content type does better, or worse, than its platform. */
export const formatAdjustmentSchema = s.looseObject({ contentType: idField, ...hours });

/** In which months a platform does better, or worse, than in the year. */
export const seasonAdjustmentSchema = s.looseObject({
  platform: idField,
  months: s.array(s.int().min(1).max(12)).min(1),
  adjustment: s.number().min(-1).max(1),
});

export const adjustmentsSchema = s.looseObject({
  demographic: s.array(demographicAdjustmentSchema),
  format: s.array(formatAdjustmentSchema),
  season: s.array(seasonAdjustmentSchema),
});

export type Adjustments = Infer<typeof adjustmentsSchema>;
export type DemographicAdjustment = Infer<typeof demographicAdjustmentSchema>;
