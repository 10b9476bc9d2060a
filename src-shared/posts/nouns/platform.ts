import { type Infer, s } from '../../base/schema';
import { idField } from '../../time/fields';

export const contentTypeSchema = s.looseObject({
  id: idField,
  name: s.string(),
  /** How much the hour matters, 0 (not at all) to 1: flattens the evidence towards the platform's mean hour. */
  timeSensitivity: s.number().min(0).max(1).default(1),
});

/** A place to publish. A new one is a new entry here or in a posts file, never new code. */
export const platformSchema = s.looseObject({
  id: idField,
  name: s.string(),
  contentTypes: s.array(contentTypeSchema).min(1),
  /** Least time between two posts, unless a constraint says otherwise. */
  minGapHours: s.number().min(0).max(720),
});

export type ContentType = Infer<typeof contentTypeSchema>;
export type Platform = Infer<typeof platformSchema>;

/** The built-in platforms with a file's own: an entry with a known id replaces it. */
export function mergePlatforms(builtIn: readonly Platform[], own: readonly Platform[]): Platform[] {
  const merged = new Map(builtIn.map((platform) => [platform.id, platform]));
  for (const platform of own) merged.set(platform.id, platform);
  return [...merged.values()];
}
