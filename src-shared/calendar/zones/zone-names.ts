// Names of zones that are neither IANA names nor Windows identifiers: display names and localised names programs write into TZID.
import { findIana, type WindowsZoneName } from 'windows-iana';
import { parseZone, type ZoneId } from '../../time/zone';

/** The IANA zone of a Windows zone identifier ("W. Europe Standard Time"), by CLDR's world-wide mapping. */
export function zoneOfWindowsName(name: string): ZoneId | null {
  const zone = findIana(name as WindowsZoneName, '001')[0] ?? findIana(name as WindowsZoneName)[0];
  return zone ? parseZone(zone) : null;
}

/** A zone by the name a person reads, in the languages Outlook, Exchange and Lotus Notes were seen to write. */
export function zoneOfDisplayName(name: string): ZoneId | null {
  const key = keyOf(name);
  const isList = key.includes(', ') || /^\((?:utc|gmt)/i.test(name);
  const zone = displayNames.get(key) ?? (isList && !name.includes('/') ? zoneOfCities(key) : null);
  return zone ? parseZone(zone) : null;
}

/** Spelled alike by all programs: without the offset in front, accents, and the many ways to join two names. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^\((?:utc|gmt)[^)]*\)\s*/, '')
    .replaceAll('’', "'")
    .replace(/ (?:and|und|et|y|e) /g, ' & ')
    .replace(/\s*[/;]\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Cities, as Windows shows a zone ("(UTC+01:00) Amsterdam, Berlin, …", "(UTC+03:00) Istanbul"): the first that IANA knows, too. */
function zoneOfCities(key: string): string | null {
  for (const city of key.split(', ')) {
    const zone = CITY_REGIONS.map((region) => parseZone(`${region}/${titleOf(city)}`)).find((found) => found !== null);
    if (zone) return zone;
  }
  return null;
}

const CITY_REGIONS = ['Europe', 'America', 'Asia', 'Australia', 'Africa', 'Pacific', 'Atlantic'] as const;

function titleOf(city: string): string {
  return city
    .trim()
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
    .replaceAll(' ', '_');
}

const DISPLAY_NAMES: Readonly<Record<string, string>> = {
  'eastern time (usa & kanada)': 'America/New_York',
  'central time (usa & kanada)': 'America/Chicago',
  'mountain time (usa & kanada)': 'America/Denver',
  'pacific time (usa & kanada)': 'America/Los_Angeles',
  'est (états-unis & canada)': 'America/New_York',
  'centre (états-unis & canada)': 'America/Chicago',
  'montagnes rocheuses (états-unis & canada)': 'America/Denver',
  'pacifique (états-unis & canada)': 'America/Los_Angeles',
  'hora del este (ee. uu. & canadá)': 'America/New_York',
  'hora central (ee. uu. & canadá)': 'America/Chicago',
  'hora de las montañas rocosas (ee. uu. & canadá)': 'America/Denver',
  'hora del pacífico (ee. uu. & canadá)': 'America/Los_Angeles',
  'athènes, bucarest': 'Europe/Bucharest',
  'atene, bucarest': 'Europe/Bucharest',
  'atenas, bucarest': 'Europe/Bucharest',
  'moscou, saint-pétersbourg': 'Europe/Moscow',
  'moskau, st. petersburg': 'Europe/Moscow',
  'western, central europe': 'Europe/Berlin',
  'amsterdam, berlin, bern, rome, stockholm, vienna': 'Europe/Berlin',
  'amsterdam, berlin, bern, rom, stockholm, wien': 'Europe/Berlin',
  'amsterdam, berlin, bern, rome, stockholm, vienne': 'Europe/Berlin',
  'amsterdam, berlijn, bern, rome, stockholm, wenen': 'Europe/Berlin',
  'brussels, copenhagen, madrid, paris': 'Europe/Paris',
  'brüssel, kopenhagen, madrid, paris': 'Europe/Paris',
  'bruxelles, copenhague, madrid, paris': 'Europe/Paris',
  'belgrade, bratislava, budapest, ljubljana, prague': 'Europe/Budapest',
  'belgrad, bratislava (pressburg), budapest, ljubljana, prag': 'Europe/Budapest',
  'sarajevo, skopje, warsaw, zagreb': 'Europe/Warsaw',
  'sarajevo, skopje, warschau, zagreb': 'Europe/Warsaw',
  'greenwich mean time : dublin, edinburgh, lisbon, london': 'Europe/London',
  'greenwich mean time: dublin, edinburgh, lisbon, london': 'Europe/London',
  'dublin, edinburgh, lisbon, london': 'Europe/London',
  'dublin, edinburgh, lissabon, london': 'Europe/London',
  'athens, bucharest, istanbul': 'Europe/Athens',
  'athens, bucharest': 'Europe/Bucharest',
  'athen, bukarest': 'Europe/Bucharest',
  'helsinki, kyiv, riga, sofia, tallinn, vilnius': 'Europe/Helsinki',
  'helsinki, kiew, riga, sofia, tallinn, wilna': 'Europe/Helsinki',
  'moscow, st. petersburg, volgograd': 'Europe/Moscow',
  'moscow, st. petersburg': 'Europe/Moscow',
  'eastern time (us & canada)': 'America/New_York',
  'central time (us & canada)': 'America/Chicago',
  'mountain time (us & canada)': 'America/Denver',
  'pacific time (us & canada)': 'America/Los_Angeles',
  'pacific time (us & canada); tijuana': 'America/Los_Angeles',
  'atlantic time (canada)': 'America/Halifax',
  'eastern time': 'America/New_York',
  'central time': 'America/Chicago',
  'mountain time': 'America/Denver',
  'pacific time': 'America/Los_Angeles',
  'us eastern': 'America/New_York',
  'us-eastern': 'America/New_York',
  'us central': 'America/Chicago',
  'us-central': 'America/Chicago',
  'us mountain': 'America/Denver',
  'us-mountain': 'America/Denver',
  'us pacific': 'America/Los_Angeles',
  'us-pacific': 'America/Los_Angeles',
  arizona: 'America/Phoenix',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
  newfoundland: 'America/St_Johns',
  brasilia: 'America/Sao_Paulo',
  'buenos aires': 'America/Argentina/Buenos_Aires',
  'guadalajara, mexico city, monterrey': 'America/Mexico_City',
  'bogota, lima, quito': 'America/Bogota',
  'bogota, lima, quito, rio branco': 'America/Bogota',
  'chennai, kolkata, mumbai, new delhi': 'Asia/Kolkata',
  kathmandu: 'Asia/Kathmandu',
  'osaka, sapporo, tokyo': 'Asia/Tokyo',
  'beijing, chongqing, hong kong, urumqi': 'Asia/Shanghai',
  'kuala lumpur, singapore': 'Asia/Singapore',
  'bangkok, hanoi, jakarta': 'Asia/Bangkok',
  seoul: 'Asia/Seoul',
  taipei: 'Asia/Taipei',
  'abu dhabi, muscat': 'Asia/Dubai',
  jerusalem: 'Asia/Jerusalem',
  cairo: 'Africa/Cairo',
  'harare, pretoria': 'Africa/Johannesburg',
  'canberra, melbourne, sydney': 'Australia/Sydney',
  brisbane: 'Australia/Brisbane',
  perth: 'Australia/Perth',
  adelaide: 'Australia/Adelaide',
  'auckland, wellington': 'Pacific/Auckland',
  'coordinated universal time': 'Etc/UTC',
  'koordinierte weltzeit': 'Etc/UTC',
  'temps universel coordonné': 'Etc/UTC',
  'mitteleuropäische zeit': 'Europe/Berlin',
  'mitteleuropäische sommerzeit': 'Europe/Berlin',
  'mitteleuropäische standardzeit': 'Europe/Berlin',
  'w. europäische standardzeit': 'Europe/Berlin',
  'mitteleuropa, standardzeit': 'Europe/Budapest',
  'romance normalzeit': 'Europe/Paris',
  'gmt normalzeit': 'Europe/London',
  'westeuropäische zeit': 'Europe/London',
  'osteuropäische zeit': 'Europe/Helsinki',
  "heure d'europe centrale": 'Europe/Paris',
  'heure normale d’europe centrale': 'Europe/Paris',
  "heure normale d'europe centrale": 'Europe/Paris',
  'europe de l’ouest': 'Europe/Berlin',
  'paris, madrid': 'Europe/Paris',
  'central european time': 'Europe/Berlin',
  'central european standard time': 'Europe/Warsaw',
  'western europe': 'Europe/Berlin',
  'western european time': 'Europe/Lisbon',
  'eastern european time': 'Europe/Helsinki',
  'hora estándar romance': 'Europe/Madrid',
  'hora de europa central': 'Europe/Madrid',
  'ora solare europa occidentale': 'Europe/Rome',
  'india standard time (ist)': 'Asia/Kolkata',
  'japan standard time': 'Asia/Tokyo',
  'china standard time (cst)': 'Asia/Shanghai',
};

const displayNames: ReadonlyMap<string, string> = new Map(
  Object.entries(DISPLAY_NAMES).map(([name, zone]) => [keyOf(name), zone]),
);
