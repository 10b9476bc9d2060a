// What was said already. Kept on disk by the host, so that nothing is said twice, whatever restarts in between.
import { type Infer, s } from '../base/schema';

export const noticeKindSchema = s.enum(['starting', 'tight', 'lastCall', 'slipped', 'digest']);

export const noticeMemorySchema = s.object({
  /** Epoch minute of the last look; null before the first. */
  lastCheck: s.int().nullable().default(null),
  fired: s.array(s.object({ habitId: s.string(), day: s.string(), kind: noticeKindSchema, at: s.int() })).default([]),
  /** Habits that slip across days: since when it was told, and since when they no longer do. */
  slipping: s.array(s.object({ habitId: s.string(), toldAt: s.int(), leftAt: s.int().nullable() })).default([]),
  /** The last notice about habits that slip across days. */
  slippingToldAt: s.int().nullable().default(null),
});

export type NoticeKind = Infer<typeof noticeKindSchema>;
export type NoticeMemory = Infer<typeof noticeMemorySchema>;

export const NOTHING_SAID: NoticeMemory = { lastCheck: null, fired: [], slipping: [], slippingToldAt: null };
