import { failed, ok, type Result } from '../../base/result';
import type { Match, Participant, TournamentDocument } from '../document';
import { pairSwissRound } from '../draws/swiss';
import { entryOfSlot } from '../slot';
import { standingsOf } from '../standings';

/** The document with the pairs of a Swiss round, once every match of the round before has its result. A bye counts as a win. */
export function drawSwissRound(
  document: TournamentDocument,
  matches: readonly Match[],
  category: string | null,
  round: number,
): Result<TournamentDocument, string> {
  const own = matches.filter((match) => match.category === category);
  const results = new Map(document.results.map((result) => [result.match, result]));
  const earlier = own.filter((match) => match.round < round);
  const open = earlier.find(({ id }) => !results.has(id) || results.get(id)!.kind === 'running');
  if (open) return failed(`Round ${round} waits for the result of ${open.id}.`);
  const slots = own.filter((match) => match.round === round);
  if (slots.length === 0) return failed(`There is no round ${round}.`);
  const gone = new Set(document.withdrawals.map(({ entry }) => entry));
  const entries = document.participants.filter((entry) => entry.category === category && !gone.has(entry.id));
  const standings = standingsOf(
    entries.map(({ id }) => id),
    earlier,
    (id) => results.get(id),
  );
  const byes = byesOf(earlier, entries);
  const inOrder = [...standings].sort(
    (one, other) => other.points + (byes.get(other.entry) ?? 0) - one.points - (byes.get(one.entry) ?? 0),
  );
  const clubOf = new Map(entries.map(({ id, club }) => [id, club]));
  const paired = pairSwissRound(
    inOrder.map(({ entry, points }, rank) => ({
      id: entry,
      points: points + (byes.get(entry) ?? 0),
      rank,
      club: clubOf.get(entry) ?? null,
      met: opponentsOf(earlier, entry),
      hadBye: (byes.get(entry) ?? 0) > 0,
    })),
  );
  const drawn = new Map(slots.map((match, index) => [match.id, paired.pairs[index]]));
  const changed = matches.flatMap((match): Match[] => {
    if (!drawn.has(match.id)) return [match];
    const pair = drawn.get(match.id);
    // Somebody left: one match fewer.
    return pair ? [{ ...match, entries: [pair[0], pair[1]] }] : [];
  });
  const more = paired.pairs
    .slice(slots.length)
    .map(
      (pair, index): Match => ({ ...slots[0]!, id: `${slots[0]!.id}-more${index + 1}`, entries: [pair[0], pair[1]] }),
    );
  return ok({ ...document, matches: [...changed, ...more] });
}

/** How many rounds everyone sat out, from the first one that was open to them. */
function byesOf(earlier: readonly Match[], entries: readonly Participant[]): Map<string, number> {
  const rounds = [...new Set(earlier.map(({ round }) => round))];
  return new Map(
    entries.map(({ id, fromRound = 1 }) => {
      const open = rounds.filter((round) => round >= fromRound).length;
      const played = earlier.filter((match) => match.entries.map(entryOfSlot).includes(id)).length;
      return [id, open - played];
    }),
  );
}

function opponentsOf(earlier: readonly Match[], entry: string): Set<string> {
  const met = new Set<string>();
  for (const match of earlier) {
    const [one, other] = match.entries.map(entryOfSlot);
    if (one === entry && other) met.add(other);
    if (other === entry && one) met.add(one);
  }
  return met;
}
