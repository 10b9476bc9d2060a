const NAMES: Readonly<Record<string, string>> = {
  promptness: 'Promptness',
  energy: 'Energy match',
  partOfDay: 'Part of day',
  buffer: 'Buffer',
  project: 'Same project nearby',
  target: 'Near its target',
  nearness: 'Near its target',
};

/** A factor of a score as people say it; a name it does not know is spelled out. */
export function factorName(name: string): string {
  const known = NAMES[name];
  if (known) return known;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
