import { parseZone, type ZoneId } from '#shared/time/zone';

/** Every zone the platform knows, with the present one even when it is an alias. */
export function zoneChoices(present: ZoneId): { readonly value: string; readonly label: string }[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', present]);
  return [...names].sort().map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
}

export function zoneOf(name: string): ZoneId | null {
  return parseZone(name);
}
