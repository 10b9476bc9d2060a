// Zones named by nothing but their distance from UTC.
import { daysFromCivil } from '../../time/civil';
import { parseZone, type ZoneId } from '../../time/zone';
import { zoneOffsets } from '../../time/zone-offsets';
import { COMMON_ZONES } from './common-zones';

const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Any year: the zones in question change every year alike. */
const JANUARY = daysFromCivil(2024, 1, 15) * DAY;
const JULY = daysFromCivil(2024, 7, 15) * DAY;

const ONE = /^\(?(?:UTC|GMT)?\s*([+-]\d{1,2})(?:[:.]?(\d{2}))?\)?$/i;
const TWO =
  /^(?:UTC|GMT)\s*([+-]\d{1,2})[:.]?(\d{2})?(?:\s*\(standard\))?\s*\/\s*(?:UTC|GMT)?\s*([+-]\d{1,2})[:.]?(\d{2})?(?:\s*\(daylight\))?$/i;

/**
 * `GMT+0100`, `UTC+1`, `(UTC+05:30)`: a fixed offset. With a second one, that of summer (`GMT -0500 (Standard) / GMT -0400 (Daylight)`,
 * `GMT-05.00/-04.00`): the most common zone that changes so. `null` for every other name.
 */
export function zoneOfOffsetName(name: string): ZoneId | null {
  const one = ONE.exec(name);
  if (one) return zoneOfFixedOffset(hoursOf(one[1]!, one[2]));
  const two = TWO.exec(name);
  return two ? zoneOfTwoOffsets(hoursOf(two[1]!, two[2]), hoursOf(two[3]!, two[4])) : null;
}

function hoursOf(hours: string, minutes = '0'): number {
  const fraction = Number(minutes) / 60;
  return hours.startsWith('-') ? Number(hours) - fraction : Number(hours) + fraction;
}

/** IANA's names for whole hours count the other way round; other offsets have places that keep them all year. */
function zoneOfFixedOffset(hours: number): ZoneId | null {
  if (hours === 0) return parseZone('Etc/UTC');
  if (Number.isInteger(hours)) return parseZone(`Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
  const place = PLACES.find((zone) => zoneOffsets(zone).at(JANUARY) === hours * HOUR);
  return place ? parseZone(place) : null;
}

const PLACES = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Asia/Kabul',
  'Asia/Yangon',
  'Australia/Darwin',
  'Australia/Eucla',
  'Pacific/Marquesas',
] as const;

function zoneOfTwoOffsets(standard: number, summer: number): ZoneId | null {
  if (standard === summer) return zoneOfFixedOffset(standard);
  const matches = (zone: string): boolean => {
    const offsets = zoneOffsets(zone);
    const [winter, other] = [offsets.at(JANUARY), offsets.at(JULY)].sort((a, b) => a - b);
    return winter === standard * HOUR && other === summer * HOUR;
  };
  const zone = COMMON_ZONES.find(matches);
  return zone ? parseZone(zone) : null;
}
