import { s } from '../base/schema';
import { request } from './definition';

const backup = s.object({ name: s.string(), savedAt: s.string(), sizeBytes: s.int() });

export const workspaceRequests = {
  /** Writes one rotating backup of the whole workspace document (newest 30 plus 21 daily). */
  'backup.save': request(s.object({ document: s.string() }), backup),
  'backup.list': request(s.object({}), s.object({ backups: s.array(backup), folder: s.string() })),
  'backup.read': request(s.object({ name: s.string() }), s.object({ document: s.string() })),
  /** Outside IndexedDB: says that there was data, so that an emptied store is noticed at start. */
  'marker.read': request(s.object({}), s.object({ hadData: s.boolean() })),
  'marker.write': request(s.object({ hadData: s.boolean() }), s.object({})),
} as const;
