import type { Settings } from '../engine/settings';
import { parseTimeOfDay } from '../time/wall-time';
import type { EnergyBand } from './task-demand';

/** The settings' energy bands in minutes after midnight. */
export function energyBands(settings: Settings): EnergyBand[] {
  return settings.energy.map((band) => ({
    from: parseTimeOfDay(band.from) ?? 0,
    to: (parseTimeOfDay(band.to) ?? 0) % 1440,
    level: band.level,
  }));
}
