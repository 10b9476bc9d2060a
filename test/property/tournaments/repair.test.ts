// Days that go wrong at random: whatever happens, the repaired timetable keeps every rule and leaves alone what it can.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, plusMinutes } from '#shared/time/instant';
import { wallTimeAt } from '#shared/time/zone';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { recordResult } from '#shared/tournaments/day/record-result';
import { repairTimetable } from '#shared/tournaments/day/repair';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import type { TournamentDocument } from '#shared/tournaments/document';
import { readTournament } from '#shared/tournaments/read-tournament';
import { entryIn, resolveMatches } from '#shared/tournaments/resolve';
import { randomTournament } from './random-tournament';

/** A day up to the given share of its matches, each played a few minutes longer or shorter. */
async function dayInProgress(json: object, share: number, overrun: number): Promise<TournamentDocument | null> {
  const read = readTournament(json);
  if (!read.ok) throw new Error(read.error.join('; '));
  const outcome = await bestTimetable(read.value);
  if (outcome.kind !== 'ok') throw new Error('cancelled');
  const rows = outcome.value.matches;
  const matches = rows.map(({ match }) => match);
  let document: TournamentDocument = { ...read.value, matches, timetable: timetableRows(rows) };
  for (const { match, start, end } of rows.slice(0, Math.floor(rows.length * share))) {
    const slots = resolveMatches(document.matches, document).find((one) => one.match.id === match.id)!.slots;
    const winner = entryIn(slots[0]);
    if (winner === null || entryIn(slots[1]) === null || start === null || end === null) continue;
    const recorded = recordResult(document, matches, {
      match: match.id,
      winner,
      kind: 'played',
      start,
      end: plusMinutes(end, match.round === 1 ? 0 : -1),
    });
    if (recorded.ok) document = recorded.value;
  }
  const last = document.results.at(-1);
  if (!last) return null;
  const end = rows.find(({ match }) => match.id === last.match)!.end!;
  const results = [...document.results.slice(0, -1), { ...last, end: formatInstant(plusMinutes(end, overrun)) }];
  return { ...document, results };
}

describe('a repair of any day', () => {
  it('[TRN-77] keeps every rule, every pin and every played match, and is quiet when nothing is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomTournament({ entries: 20, courts: 5, umpires: 6, clubs: 5 }),
        fc.record({
          share: fc.constantFrom(0, 0.3, 0.6),
          overrun: fc.integer({ min: 0, max: 40 }),
          lostCourt: fc.boolean(),
          lostUmpire: fc.boolean(),
          withdrawal: fc.boolean(),
        }),
        async (json, event) => {
          const day = await dayInProgress(json, event.share, event.overrun);
          if (day === null) return;
          const zone = day.timeZone;
          const nowAt = Math.max(...day.results.map(({ end }) => Date.parse(end!)));
          const now = nowAt as ReturnType<typeof plusMinutes>;
          const from = wallTimeAt(zone, now);
          const changed: TournamentDocument = {
            ...day,
            closures: event.lostCourt && day.courts.length > 1 ? [{ court: day.courts[0]!.id, from, to: null }] : [],
            absences: event.lostUmpire && day.umpires.length > 1 ? [{ who: day.umpires[0]!.id, from, to: null }] : [],
            withdrawals: event.withdrawal ? [{ entry: day.participants[0]!.id }] : [],
          };
          const repair = repairTimetable(changed, changed.matches, now);
          // A match that began before something was lost is a fact of life; everything later obeys.
          const begun = new Set(
            repair.matches.filter(({ start }) => start !== null && start < now).map(({ match }) => match.id),
          );
          expect(repair.violations.filter(({ parties }) => !begun.has(parties[0]!))).toEqual([]);
          const played = new Set(changed.results.map(({ match }) => match));
          const moved = repair.changes.filter(({ match, time }) => time && played.has(match));
          // Recorded times may differ from the plan; the start never does here.
          expect(moved).toEqual([]);
          const again = repairTimetable({ ...changed, timetable: timetableRows(repair.matches) }, changed.matches, now);
          expect(again.changes).toEqual([]);
        },
      ),
      { numRuns: 40, seed: 20261128 },
    );
  }, 120_000);
});
