// From a text to a tournament whose every reference leads somewhere. Nothing throws; each problem names path, value and what was expected.
import { failed, ok, type Result } from '../base/result';
import { describeProblem, parseWith, type SchemaProblem } from '../base/schema';
import { type Match, type TournamentDocument, tournamentSchema } from './document';
import { feederOfSlot, feedersOf, groupOfSlot } from './slot';

export function parseTournament(text: string): Result<TournamentDocument, readonly string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failed([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return readTournament(value);
}

export function readTournament(value: unknown): Result<TournamentDocument, readonly string[]> {
  const parsed = parseWith(tournamentSchema, value);
  if (!parsed.ok) return failed(parsed.error.map(describeProblem));
  const problems = referenceProblems(parsed.value);
  return problems.length > 0 ? failed(problems.map(describeProblem)) : ok(parsed.value);
}

/** What the schema alone cannot see: ids given twice, references that lead nowhere, matches that wait for themselves. */
export function referenceProblems(document: TournamentDocument): SchemaProblem[] {
  return [...repeatedIds(document), ...danglingReferences(document), ...circularMatches(document.matches)];
}

function repeatedIds(document: TournamentDocument): SchemaProblem[] {
  return (['courts', 'umpires', 'participants', 'matches', 'categories'] as const).flatMap((list) => {
    const firstAt = new Map<string, number>();
    return document[list].flatMap(({ id }, index) => {
      const first = firstAt.get(id);
      if (first === undefined) firstAt.set(id, index);
      return first === undefined
        ? []
        : [problem(`${list}[${index}].id`, id, `expected an id that ${list}[${first}] does not have already`)];
    });
  });
}

function danglingReferences(document: TournamentDocument): SchemaProblem[] {
  const ids = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
  const known = {
    court: ids(document.courts),
    umpire: ids(document.umpires),
    participant: ids(document.participants),
    match: ids(document.matches),
    category: ids(document.categories),
  };
  const groups = new Set(document.matches.map((match) => match.group));
  const people = new Set(document.participants.flatMap((entry) => [entry.id, ...(entry.players ?? [])]));
  const found: SchemaProblem[] = [];
  const demand = (what: keyof typeof known, path: string, id: string | null): void => {
    if (id !== null && !known[what].has(id)) found.push(problem(path, id, `expected the id of a ${what}`));
  };
  const checkCategory = (path: string, id: string | null): void => {
    // Without a list of categories the names on entries and matches are labels of one's own.
    if (document.categories.length === 0) return;
    if (id === null) found.push(problem(path, id, 'expected the id of a category, because the tournament has several'));
    else demand('category', path, id);
  };
  document.participants.forEach((entry, index) => {
    checkCategory(`participants[${index}].category`, entry.category);
  });
  document.matches.forEach((match, index) => {
    checkCategory(`matches[${index}].category`, match.category);
    match.entries.forEach((slot, side) => {
      const path = `matches[${index}].entries[${side}]`;
      if (typeof slot === 'string') demand('participant', path, slot);
      const feeder = feederOfSlot(slot);
      if (feeder !== null) demand('match', path, feeder);
      const group = groupOfSlot(slot);
      if (group !== null && !groups.has(group)) found.push(problem(path, group, 'expected a group that has matches'));
    });
    const [one, other] = match.entries;
    if (typeof one === 'string' && one === other)
      found.push(problem(`matches[${index}].entries[1]`, other, 'expected another participant than the first'));
  });
  document.umpires.forEach((umpire, index) => {
    if (umpire.player !== null && !people.has(umpire.player))
      found.push(problem(`umpires[${index}].player`, umpire.player, 'expected the id of a player'));
  });
  // A draw that is still to be made gives its matches their ids later.
  if (document.matches.length > 0) {
    for (const list of ['results', 'pins', 'timetable'] as const)
      document[list].forEach((row, index) => {
        demand('match', `${list}[${index}].match`, row.match);
      });
  }
  document.results.forEach((result, index) => {
    demand('participant', `results[${index}].winner`, result.winner);
  });
  for (const list of ['pins', 'timetable'] as const)
    document[list].forEach((row, index) => {
      demand('court', `${list}[${index}].court`, row.court);
      demand('umpire', `${list}[${index}].umpire`, row.umpire);
    });
  document.closures.forEach((closure, index) => {
    demand('court', `closures[${index}].court`, closure.court);
  });
  document.withdrawals.forEach((withdrawal, index) => {
    demand('participant', `withdrawals[${index}].entry`, withdrawal.entry);
  });
  document.me.forEach((id, index) => {
    if (!people.has(id) && !known.umpire.has(id))
      found.push(problem(`me[${index}]`, id, 'expected the id of a player or an umpire'));
  });
  return found;
}

/** A match that waits, over however many others, for itself. */
function circularMatches(matches: readonly Match[]): SchemaProblem[] {
  const indexOf = new Map(matches.map((match, index) => [match.id, index]));
  const state = new Map<string, 'open' | 'done'>();
  const found: SchemaProblem[] = [];
  for (const root of matches) {
    const path: { readonly match: Match; readonly feeders: string[] }[] = [];
    const enter = (match: Match): void => {
      state.set(match.id, 'open');
      path.push({ match, feeders: feedersOf(match, matches) });
    };
    if (!state.has(root.id)) enter(root);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const next = top.feeders.pop();
      if (next === undefined) {
        state.set(top.match.id, 'done');
        path.pop();
      } else if (state.get(next) === 'open') {
        const at = indexOf.get(top.match.id)!;
        found.push(problem(`matches[${at}].entries`, next, 'expected a match that does not wait for this one itself'));
      } else if (!state.has(next)) {
        const index = indexOf.get(next);
        if (index !== undefined) enter(matches[index]!);
      }
    }
  }
  return found;
}

function problem(path: string, value: unknown, expected: string): SchemaProblem {
  return { path, value: JSON.stringify(value) ?? 'undefined', expected };
}
