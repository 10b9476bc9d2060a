import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';

/** What a study says about some hours of a platform, in the audience's local time. A prior, not a truth: studies disagree. */
export const evidenceWindowSchema = s.looseObject({
  platform: idField,
  /** Content types it is about; empty means all. A type with windows of its own counts the general ones by half. */
  contentTypes: s.array(idField).default([]),
  /** `peak` lifts its hours to `strength`; `avoid` multiplies what stands there by `strength`. */
  kind: s.enum(['peak', 'avoid']).default('peak'),
  days: s.array(s.int().min(1).max(7)).min(1),
  /** Whole hours, `toHour` exclusive. */
  fromHour: s.int().min(0).max(23),
  toHour: s.int().min(1).max(24),
  /** 0 to 1. */
  strength: s.number().min(0).max(1),
  source: s.string(),
  year: s.int().min(2000).max(2100),
  note: s.string().default(''),
});

export type EvidenceWindow = Infer<typeof evidenceWindowSchema>;
