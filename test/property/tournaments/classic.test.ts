// The source's pseudo-code once more, as it stands there, with its Date and its Maps; the mode "classic" must agree on any input, and so
// must what the command line prints.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { readTournament } from '#shared/tournaments/read-tournament';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import type { Json } from '../../helpers/tournament-documents';
import { randomTournament } from './random-tournament';

interface SourceMatch {
  readonly id: string;
  readonly round: number;
  readonly entries: readonly unknown[];
}

interface SourceInput {
  readonly matches: readonly SourceMatch[];
  readonly courts: readonly string[];
  readonly umpires: readonly { id: string; club_id: string | null }[];
  /** Undefined where nobody stands yet. */
  readonly clubOf: (entry: unknown) => string | null | undefined;
  readonly startTime: Date;
  readonly slotDurationMinutes: number;
  readonly batchSize: number;
  readonly respectNeutrality: boolean;
}

/** A line a match, and the matches whose umpire is not neutral although that was asked for. */
function asTheSourceSays(input: SourceInput): { readonly rows: string[]; readonly fallbacks: string[] } {
  let courtIndex = 0;
  const waveStart = new Date(input.startTime);
  const umpireSchedule = new Map<string, Set<string>>();
  const umpireAssignmentCounts = new Map<string, number>();
  const rows: string[] = [];
  const fallbacks: string[] = [];
  const rounds = [...new Set(input.matches.map(({ round }) => round))].sort((a, b) => a - b);
  for (const round of rounds) {
    const roundMatches = input.matches.filter((match) => match.round === round);
    let waveIndex = 0;
    for (let first = 0; first < roundMatches.length; first += input.batchSize) {
      const waveTime = new Date(waveStart.getTime() + waveIndex * input.slotDurationMinutes * 60_000);
      for (const match of roundMatches.slice(first, first + input.batchSize)) {
        const court = input.courts.length > 0 ? input.courts[courtIndex % input.courts.length]! : null;
        courtIndex++;
        const timeKey = waveTime.toISOString();
        const assigned = umpireSchedule.get(timeKey) ?? new Set<string>();
        let available = input.umpires.filter((umpire) => !assigned.has(umpire.id));
        if (input.respectNeutrality) {
          const club1 = input.clubOf(match.entries[0]);
          const club2 = input.clubOf(match.entries[1]);
          const neutral = available.filter((umpire) => umpire.club_id !== club1 && umpire.club_id !== club2);
          if (neutral.length > 0) available = neutral;
          else if (available.length > 0) fallbacks.push(match.id);
        }
        const best =
          available.length === 0
            ? null
            : available.reduce((a, b) =>
                (umpireAssignmentCounts.get(b.id) || 0) < (umpireAssignmentCounts.get(a.id) || 0) ? b : a,
              );
        if (best) {
          assigned.add(best.id);
          umpireSchedule.set(timeKey, assigned);
          umpireAssignmentCounts.set(best.id, (umpireAssignmentCounts.get(best.id) || 0) + 1);
        }
        rows.push(`${match.id} ${timeKey.replace('.000Z', 'Z')} ${court} ${best?.id ?? null}`);
      }
      waveIndex++;
    }
    const roundsInThisRound = Math.ceil(roundMatches.length / input.batchSize);
    waveStart.setUTCMinutes(waveStart.getUTCMinutes() + roundsInThisRound * input.slotDurationMinutes);
  }
  return { rows, fallbacks };
}

interface Document extends Json {
  readonly matchMinutes: number;
  readonly restMinutes: number;
  readonly courts: readonly { readonly id: string }[];
  readonly umpires: readonly { readonly id: string; readonly club?: string | null }[];
  readonly participants: readonly { readonly id: string; readonly club?: string | null }[];
  readonly options: {
    readonly maxParallelMatchesOverride: number | null;
    readonly respectClubNeutrality: boolean;
  };
}

/** What the command line prints, and what the source says about the same matches. */
function bothSay(json: Json, startTime: string) {
  const read = readTournament(json);
  if (!read.ok) throw new Error(read.error.join('; '));
  const printed = timetableOutput(classicTimetable(read.value));
  const document = json as Document;
  const { courts, umpires, options } = document;
  const clubs = new Map<unknown, string | null>(document.participants.map(({ id, club }) => [id, club ?? null]));
  const limits = [courts.length, umpires.length, options.maxParallelMatchesOverride ?? 0].filter((limit) => limit > 0);
  const given = (json.matches ?? []) as readonly SourceMatch[];
  const source = asTheSourceSays({
    matches: given.length > 0 ? given : printed.matches,
    courts: courts.map(({ id }) => id),
    umpires: umpires.map(({ id, club }) => ({ id, club_id: club ?? null })),
    clubOf: (entry) => clubs.get(entry),
    startTime: new Date(startTime),
    slotDurationMinutes: document.matchMinutes + document.restMinutes,
    // Nothing limits: a wave is a whole round.
    batchSize: limits.length > 0 ? Math.min(...limits) : 10_000,
    respectNeutrality: options.respectClubNeutrality,
  });
  const rows = printed.matches.map(({ id, start, court, umpire }) => `${id} ${start} ${court} ${umpire}`);
  const warned = printed.warnings.filter(({ kind }) => kind === 'noNeutralUmpire').map(({ match }) => match);
  return { rows, warned, source };
}

/** Starts in their zones and the instants they are; two lie before the clocks change, one between two and three o'clock of a long night. */
const STARTS = [
  { timeZone: 'UTC', start: '2026-11-28T09:00', override: null, instant: '2026-11-28T09:00:00Z' },
  { timeZone: 'Europe/Berlin', start: '2026-11-28', override: null, instant: '2026-11-28T08:00:00Z' },
  { timeZone: 'Europe/Berlin', start: '2026-03-29T00:30', override: null, instant: '2026-03-28T23:30:00Z' },
  { timeZone: 'Europe/Berlin', start: '2026-10-25T01:30', override: null, instant: '2026-10-24T23:30:00Z' },
  { timeZone: 'America/New_York', start: '2026-07-04', override: '13:15', instant: '2026-07-04T17:15:00Z' },
  {
    timeZone: 'Asia/Kolkata',
    start: '2026-07-04T10:00',
    override: '2026-07-05T08:00',
    instant: '2026-07-05T02:30:00Z',
  },
  { timeZone: 'UTC', start: '2026-07-04', override: '2026-07-04T11:00:00Z', instant: '2026-07-04T11:00:00Z' },
] as const;

const club = fc.constantFrom('X', 'Y', 'Z', null);
/** Both sides, a side that an earlier match decides, or nobody yet. */
const side = fc.record({ entry: fc.nat(), kind: fc.constantFrom('entry', 'entry', 'winnerOf', 'loserOf', 'open') });

describe('the classic mode', () => {
  it('[TRN-10] agrees with the source on any given matches', () => {
    fc.assert(
      fc.property(
        fc.record({
          start: fc.constantFrom(...STARTS),
          clubs: fc.array(club, { minLength: 2, maxLength: 12 }),
          courts: fc.integer({ min: 0, max: 6 }),
          umpireClubs: fc.array(club, { maxLength: 8 }),
          pairs: fc.array(fc.tuple(side, side, fc.integer({ min: 1, max: 5 })), { maxLength: 30 }),
          override: fc.option(fc.integer({ min: 0, max: 7 })),
          respectNeutrality: fc.boolean(),
          matchMinutes: fc.constantFrom(1, 25, 60, 75),
          restMinutes: fc.integer({ min: 0, max: 45 }),
        }),
        ({ start, clubs, courts, umpireClubs, pairs, override, respectNeutrality, matchMinutes, restMinutes }) => {
          const numbered = (stem: string, count: number): string[] =>
            Array.from({ length: count }, (_, at) => stem + at);
          const matches = pairs.map(([one, other, round], index): SourceMatch => {
            const before = pairs.flatMap(([, , earlier], at) => (earlier < round ? [`m${at}`] : []));
            const slot = ({ entry, kind }: typeof one, shift: number): unknown => {
              if (kind === 'open') return null;
              if (kind === 'entry' || before.length === 0) return `p${(entry + shift) % clubs.length}`;
              return { [kind]: before[entry % before.length] };
            };
            const first = slot(one, 0);
            const second = slot(other, 0);
            return { id: `m${index}`, round, entries: [first, second === first ? slot(other, 1) : second] };
          });
          const { rows, warned, source } = bothSay(
            {
              format: 'daywright.tournament',
              version: 1,
              type: 'given',
              timeZone: start.timeZone,
              start: start.start,
              matchMinutes,
              restMinutes,
              courts: numbered('c', courts).map((id) => ({ id })),
              umpires: umpireClubs.map((one, at) => ({ id: `u${at}`, club: one })),
              participants: clubs.map((one, at) => (one === null ? { id: `p${at}` } : { id: `p${at}`, club: one })),
              matches,
              options: {
                startTimeOverride: start.override,
                maxParallelMatchesOverride: override,
                respectClubNeutrality: respectNeutrality,
              },
            },
            start.instant,
          );
          expect(rows).toEqual(source.rows);
          expect(warned).toEqual(source.fallbacks);
        },
      ),
      { numRuns: 300, seed: 20261128 },
    );
  });

  it('[TRN-10] agrees with the source on any draw', () => {
    fc.assert(
      fc.property(randomTournament({ entries: 40, courts: 6, umpires: 8, clubs: 4 }), (json) => {
        const { rows, warned, source } = bothSay(json, '2026-11-28T09:00:00Z');
        expect(rows).toEqual(source.rows);
        expect(warned).toEqual(source.fallbacks);
      }),
      { numRuns: 60, seed: 20261128 },
    );
  });
});
