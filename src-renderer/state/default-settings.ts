import type { Settings } from '#shared/engine/settings';
import { settingsSchema } from '#shared/engine/settings';
import { parseZone } from '#shared/time/zone';

/** What a new workspace begins with: the machine's zone and an ordinary working week. */
export function defaultSettings(): Settings {
  const zone = parseZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
  const hours = [['09:00', '17:30']];
  return settingsSchema.parse({
    timeZone: zone,
    workingHours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
    energy: [{ from: '09:00', to: '12:00', level: 'high' }],
  });
}
