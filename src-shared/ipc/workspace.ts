import { s } from '../base/schema';
import { request } from './definition';

const backup = s.object({ name: s.string(), savedAt: s.string(), sizeBytes: s.int() });

/** Pieces of one backup, and how many bytes they have. */
const pieces = { id: s.string(), at: s.int().min(0) };

export const workspaceRequests = {
  /**
   * A piece of a large document, ahead of `backup.save`: `at` bytes of it were sent before. Nothing is a backup before it is saved; `at` 0
   * begins again.
   */
  'backup.append': request(s.object({ ...pieces, piece: s.instanceof(Uint8Array) }), s.object({})),
  /** Writes one rotating backup of the whole workspace document (newest 30 plus 21 daily); `after` are the pieces that `document` ends. */
  'backup.save': request(s.object({ document: s.string(), after: s.object(pieces).optional() }), backup),
  'backup.list': request(s.object({}), s.object({ backups: s.array(backup), folder: s.string() })),
  'backup.read': request(s.object({ name: s.string() }), s.object({ document: s.string() })),
  /** Outside IndexedDB: says that there was data, so that an emptied store is noticed at start. */
  'marker.read': request(s.object({}), s.object({ hadData: s.boolean() })),
  'marker.write': request(s.object({ hadData: s.boolean() }), s.object({})),
} as const;
