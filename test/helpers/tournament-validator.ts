// A second opinion on timetables. It reads the document and the printed output only and shares no code with the planner: its own clock,
// its own draw walk, its own matching (brute augmentation instead of potentials).

interface Doc {
  readonly timeZone: string;
  readonly matchMinutes: number;
  readonly restMinutes: number;
  readonly changeoverMinutes?: number;
  readonly courts: readonly { id: string; open?: readonly { from: string; to: string }[] | null }[];
  readonly umpires: readonly { id: string; club?: string | null; player?: string | null }[];
  readonly participants: readonly { id: string; club?: string | null; players?: readonly string[] }[];
  readonly options?: { maxParallelMatchesOverride?: number | null; respectClubNeutrality?: boolean; rounds?: string };
}

interface Row {
  readonly id: string;
  readonly round: number;
  readonly entries: readonly unknown[];
  readonly category?: string | null;
  readonly court: string | null;
  readonly umpire: string | null;
  readonly start: string | null;
}

export interface Opinion {
  readonly problems: readonly string[];
  readonly breaches: number;
  /** Fewest breaches any umpires could have, wave by wave; null when matches do not form waves. */
  readonly fewestBreaches: number | null;
  readonly loadRange: number;
  readonly endMinutes: number;
}

/** `document` in UTC. Times are minutes since 1970. */
export function secondOpinion(document: object, output: { readonly matches: readonly Row[] }): Opinion {
  const doc = document as Doc;
  const problems: string[] = [];
  const byId = new Map(output.matches.map((row) => [row.id, row]));
  const minute = (text: string): number => Date.parse(text.endsWith('Z') ? text : `${text}:00Z`) / 60_000;
  const rows = output.matches.filter((row) => row.start !== null);
  const start = (row: Row): number => minute(row.start!);
  const end = (row: Row): number => start(row) + doc.matchMinutes;
  const say = (condition: boolean, text: string): void => {
    if (condition) problems.push(text);
  };
  const players = new Map(doc.participants.map((entry) => [entry.id, entry.players ?? [entry.id]]));
  const clubs = new Map(doc.participants.map((entry) => [entry.id, entry.club ?? null]));

  // Who may come, as paths: a person together with the outcomes that bring him there.
  const comers = new Map<string, { person: string; path: string[] }[]>();
  const comersOf = (row: Row): { person: string; path: string[] }[] => {
    const known = comers.get(row.id);
    if (known) return known;
    const found = row.entries.flatMap((entry, side) => {
      if (typeof entry === 'string')
        return (players.get(entry) ?? []).map((person) => ({ person, path: [`${row.id}#${side}`] }));
      const feeder = feederOf(entry);
      if (!feeder) return [];
      const outcome = `${feeder.kind}:${feeder.id}`;
      return comersOf(byId.get(feeder.id)!).map(({ person, path }) => ({ person, path: [...path, outcome] }));
    });
    comers.set(row.id, found);
    return found;
  };
  // Two paths exclude each other when one match on both has different outcomes; a path from another entrance never does.
  const mayBoth = (one: Row, other: Row): string | null => {
    for (const a of comersOf(one))
      for (const b of comersOf(other)) {
        if (a.person !== b.person) continue;
        if (a.path[0] !== b.path[0]) return a.person;
        const shorter = Math.min(a.path.length, b.path.length);
        if (a.path.slice(0, shorter).every((step, at) => step === b.path[at])) return a.person;
      }
    return null;
  };
  const mayPlay = (row: Row, person: string | null | undefined): boolean =>
    person != null && comersOf(row).some((comer) => comer.person === person);

  for (const [at, one] of rows.entries()) {
    const umpire = doc.umpires.find(({ id }) => id === one.umpire);
    say(one.umpire !== null && !umpire, `${one.id}: unknown umpire`);
    say(mayPlay(one, umpire?.player), `${one.id}: its umpire may play in it`);
    for (const entry of one.entries) {
      const feeder = feederOf(entry);
      if (!feeder) continue;
      const before = byId.get(feeder.id)!;
      say(
        before.start === null || start(one) < end(before) + doc.restMinutes,
        `${one.id}: too early after ${before.id}`,
      );
    }
    for (const other of rows.slice(at + 1)) {
      const [early, late] = start(one) <= start(other) ? [one, other] : [other, one];
      const gap = start(late) - end(early);
      const both = `${early.id} and ${late.id}`;
      say(one.court !== null && one.court === other.court && gap < (doc.changeoverMinutes ?? 0), `${both}: same court`);
      say(one.umpire !== null && one.umpire === other.umpire && gap < 0, `${both}: same umpire`);
      const theirs = doc.umpires.find(({ id }) => id === other.umpire);
      say(gap < 0 && mayPlay(one, theirs?.player), `${both}: the umpire of ${other.id} may play in ${one.id}`);
      say(gap < 0 && mayPlay(other, umpire?.player), `${both}: the umpire of ${one.id} may play in ${other.id}`);
      const person = gap < doc.restMinutes ? mayBoth(one, other) : null;
      say(person !== null, `${both}: ${person} without rest`);
      const strict = (doc.options?.rounds ?? 'strict') === 'strict';
      const sameCategory = (one.category ?? null) === (other.category ?? null);
      const [low, high] = one.round < other.round ? [one, other] : [other, one];
      say(
        strict && sameCategory && low.round < high.round && start(high) < end(low),
        `${high.id} starts before round ${low.round} has ended (${low.id})`,
      );
    }
    const court = doc.courts.find(({ id }) => id === one.court);
    say(one.court !== null && !court, `${one.id}: unknown court`);
    if (court?.open)
      say(
        !court.open.some(({ from, to }) => minute(from) <= start(one) && end(one) <= minute(to)),
        `${one.id}: outside the hours of ${court.id}`,
      );
    const limit = doc.options?.maxParallelMatchesOverride || Number.POSITIVE_INFINITY;
    const beside = rows.filter((other) => start(other) <= start(one) && start(one) < end(other)).length;
    say(beside > limit, `${one.id}: ${beside} matches at once`);
  }

  const respect = doc.options?.respectClubNeutrality ?? true;
  const isBreach = (row: Row, umpire: { club?: string | null } | undefined): boolean =>
    respect &&
    umpire?.club != null &&
    row.entries.some((entry) => typeof entry === 'string' && clubs.get(entry) === umpire.club);
  const umpireOf = (row: Row) => doc.umpires.find(({ id }) => id === row.umpire);
  const loads = doc.umpires.map(({ id }) => rows.filter((row) => row.umpire === id).length);
  return {
    problems,
    breaches: rows.filter((row) => isBreach(row, umpireOf(row))).length,
    fewestBreaches: fewestByMatching(),
    loadRange: loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads),
    endMinutes: rows.reduce((latest, row) => Math.max(latest, end(row)), 0),
  };

  /** Per wave: matches that have an umpire, minus the largest matching to neutral umpires that are not playing. */
  function fewestByMatching(): number | null {
    const waves = new Map<number, Row[]>();
    for (const row of rows) waves.set(start(row), [...(waves.get(start(row)) ?? []), row]);
    const starts = [...waves.keys()].sort((one, other) => one - other);
    if (starts.some((at, index) => index > 0 && at < starts[index - 1]! + doc.matchMinutes)) return null;
    let fewest = 0;
    for (const wave of waves.values()) {
      const withUmpire = wave.filter(({ umpire }) => umpire !== null);
      const free = doc.umpires.filter(({ player }) => !wave.some((row) => mayPlay(row, player)));
      const holder = new Map<string, Row>();
      const find = (row: Row, seen: Set<string>): boolean => {
        for (const umpire of free) {
          if (seen.has(umpire.id) || isBreach(row, umpire)) continue;
          seen.add(umpire.id);
          const other = holder.get(umpire.id);
          if (!other || find(other, seen)) {
            holder.set(umpire.id, row);
            return true;
          }
        }
        return false;
      };
      fewest += withUmpire.filter((row) => !find(row, new Set())).length;
    }
    return fewest;
  }
}

function feederOf(entry: unknown): { kind: 'winner' | 'loser'; id: string } | null {
  if (typeof entry !== 'object' || entry === null) return null;
  if ('winnerOf' in entry) return { kind: 'winner', id: String(entry.winnerOf) };
  return 'loserOf' in entry ? { kind: 'loser', id: String(entry.loserOf) } : null;
}
