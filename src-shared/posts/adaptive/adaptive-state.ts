import { type Infer, s } from '../../base/schema';
import { instantField } from '../../time/fields';
import { parametersSchema } from '../nouns/parameters';

/** The parameters the cycle may turn, each by name. */
export const turnedParameterSchema = s.enum([
  'maxConcurrentPosts',
  'gapFactor',
  'demographicWeight',
  'formatWeight',
  'seasonWeight',
]);

const settingSchema = s.partialRecord(turnedParameterSchema, s.number());

/** What a stretch of records came to. */
export const measureSchema = s.looseObject({
  jobs: s.int().min(0),
  /** Result against usual, 1 = usual; null when nothing was measured. */
  resultRatio: s.number().nullable(),
  /** Requests refused with 429. */
  rateLimited: s.int().min(0).default(0),
  rateLimitedShare: s.number().nullable(),
  adherence: s.number().nullable(),
  /** One figure of the three; higher is better. */
  objective: s.number(),
});

export const adaptiveEntrySchema = s.looseObject({
  /** From 1, in order. */
  number: s.int().min(1),
  at: instantField,
  step: s.enum(['adjust', 'keep', 'rollback', 'revert', 'reset']),
  before: settingSchema,
  after: settingSchema,
  /** Why, with the numbers. */
  reason: s.string(),
  measure: measureSchema.nullable(),
});

/** What the cycle remembers: one row of adaptive parameters in the workspace. */
export const adaptiveStateSchema = s.looseObject({
  parameters: parametersSchema,
  /** Smoothed objective; null before the first measure. */
  level: s.number().nullable().default(null),
  trials: s.array(s.looseObject({ setting: settingSchema, objective: s.number() })).default([]),
  /** The change under trial, and what there was before it. */
  trial: s.looseObject({ since: instantField, before: settingSchema, baseline: s.number() }).nullable().default(null),
  log: s.array(adaptiveEntrySchema).default([]),
});

export type TurnedParameter = Infer<typeof turnedParameterSchema>;
export type Setting = Infer<typeof settingSchema>;
export type Measure = Infer<typeof measureSchema>;
export type AdaptiveEntry = Infer<typeof adaptiveEntrySchema>;
export type AdaptiveState = Infer<typeof adaptiveStateSchema>;
