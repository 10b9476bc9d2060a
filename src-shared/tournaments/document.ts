// The tournament document: the command line's input and what stands in the workspace. Objects keep fields they do not know.
import { type Infer, s } from '../base/schema';
import { parseDay } from '../time/day';
import { idField, instantField, wallTimeField, zoneField } from '../time/fields';
import { parseInstant } from '../time/instant';
import { parseTimeOfDay, parseWallTime } from '../time/wall-time';

export const TOURNAMENT_FORMAT = 'daywright.tournament';
export const TOURNAMENT_VERSION = 1;

/** How a category is drawn. `given`: its matches stand in the document. */
export const drawTypeSchema = s.enum(['knockout', 'roundRobin', 'given', 'groupsKnockout', 'swiss']);

/** A half-open stretch of wall time in the tournament's zone. */
export const wallSpanSchema = s
  .looseObject({ from: wallTimeField, to: wallTimeField })
  .refine((span) => span.from < span.to, 'expected "to" to lie after "from"');

/** Half-open, with an open end: `to` null means for good. */
const absenceSpan = { from: wallTimeField, to: wallTimeField.nullable().default(null) };

export const courtSchema = s.looseObject({
  id: idField,
  name: s.string().optional(),
  /** When matches may be on it; absent or null = always. Matches lie inside one stretch entirely. */
  open: s.array(wallSpanSchema).nullable().default(null),
});

export const umpireSchema = s.looseObject({
  id: idField,
  name: s.string().optional(),
  club: s.string().nullable().default(null),
  /** The player id (or the id of a one-person entry) under which the umpire also plays; null when he does not. */
  player: s.string().nullable().default(null),
  /** When on duty; absent or null = always. */
  available: s.array(wallSpanSchema).nullable().default(null),
  /** Matches a day above which a warning is given; null = no limit. */
  maxPerDay: s.int().min(1).nullable().default(null),
});

/** One entry of the draw: a player, a pair or a team. */
export const participantSchema = s.looseObject({
  id: idField,
  name: s.string().optional(),
  club: s.string().nullable().default(null),
  /** 1 is the strongest of its category; null = not seeded. */
  seed: s.int().min(1).nullable().default(null),
  /** Ids of the people who play; absent = one person with the id of the entry. The same id in two entries is the same person. */
  players: s.array(idField).min(1).optional(),
  category: s.string().nullable().default(null),
  /** Swiss: came late and is paired from this round on; rounds before it count nothing. Absent = from the first. */
  fromRound: s.int().min(1).optional(),
});

/** Who stands in a match: an entry, the winner or loser of a match, a place of a group, or nobody known yet (null). */
export const slotSchema = s.union(
  [
    idField,
    s.looseObject({ winnerOf: idField }),
    s.looseObject({ loserOf: idField }),
    s.looseObject({ group: idField, place: s.int().min(1) }),
    s.null(),
  ],
  'expected the id of a participant, {"winnerOf": match}, {"loserOf": match}, {"group": group, "place": n} or null',
);

export const matchSchema = s.looseObject({
  id: idField,
  /** From 1, within its category. */
  round: s.int().min(1).max(1_000),
  entries: s.tuple([slotSchema, slotSchema]),
  category: s.string().nullable().default(null),
  /** Round robin groups: which one. */
  group: s.string().nullable().default(null),
  /** What people call it by, from 1 over the whole tournament, in the order of the first timetable; absent before that. */
  number: s.int().min(1).optional(),
});

export const drawOptionsSchema = s.looseObject({
  /** Knockout: losers of the semi-finals play for third place. */
  thirdPlace: s.boolean().default(false),
  /** Knockout: losers of the first round play a knockout of their own. */
  consolation: s.boolean().default(false),
  /** Groups then knockout: number of groups; null = groups of about four. */
  groups: s.int().min(1).max(64).nullable().default(null),
  /** Groups then knockout: how many of a group go on. */
  advance: s.int().min(1).max(16).default(2),
  /** Swiss: number of rounds; null = as many as a knockout would need. */
  swissRounds: s.int().min(1).max(30).nullable().default(null),
  separateClubs: s.boolean().default(true),
  /** Shuffles entries without a seed; null = they keep the order of the list. */
  shuffleSeed: s.int().min(0).nullable().default(null),
});

export const categorySchema = s.looseObject({
  id: idField,
  name: s.string().optional(),
  type: drawTypeSchema,
  /** Absent or null = as in the tournament. */
  matchMinutes: s.int().min(1).max(1_440).nullable().default(null),
  draw: drawOptionsSchema.optional(),
});

const startOverride = s.custom<string>(
  (text) =>
    typeof text === 'string' &&
    (parseWallTime(text) !== null || parseInstant(text) !== null || isClock(text) || parseDay(text) !== null),
  'expected a local time such as 2026-11-28T09:00, a time of day such as 09:00, or an instant such as 2026-11-28T08:00:00Z',
);

export const optionsSchema = s.looseObject({
  /** When the first match may start, instead of `start`. */
  startTimeOverride: startOverride.nullable().default(null),
  /** Most matches at once; null or 0 = as many as courts and umpires allow. */
  maxParallelMatchesOverride: s.int().min(0).nullable().default(null),
  respectClubNeutrality: s.boolean().default(true),
  /** `strict`: a round waits for the whole round before it; `dependency`: a match waits for the matches it takes its entries from. */
  rounds: s.enum(['strict', 'dependency']).default('strict'),
  /** An umpire's matches without a pause above which a warning is given. */
  umpireMaxInRow: s.int().min(1).default(3),
  /** A player's matches on one day above which a warning is given; null = no limit. */
  playerMaxPerDay: s.int().min(1).nullable().default(null),
});

/** What was played. `winner` is null for a match that is running or was drawn. */
export const resultSchema = s.looseObject({
  match: idField,
  winner: idField.nullable().default(null),
  score: s.string().optional(),
  kind: s.enum(['played', 'walkover', 'running']).default('played'),
  /** When and where it really was; absent = as in the timetable. */
  start: instantField.nullable().default(null),
  end: instantField.nullable().default(null),
});

/** What the organiser fixed; null = free. */
export const pinSchema = s.looseObject({
  match: idField,
  court: idField.nullable().default(null),
  umpire: idField.nullable().default(null),
  start: instantField.nullable().default(null),
});

/** One line of the timetable in force. */
export const timetableRowSchema = s.looseObject({
  match: idField,
  court: idField.nullable(),
  umpire: idField.nullable(),
  start: instantField.nullable(),
  /** Exclusive. */
  end: instantField.nullable(),
});

/** What no timetable can be shorter than, and why. */
export const makespanBoundSchema = s.looseObject({
  minutes: s.number(),
  reason: s.enum(['capacity', 'rounds', 'chain', 'player']),
  /** The numbers, as a sentence. */
  detail: s.string(),
});

/** How the timetable in force was made. */
export const tournamentRunSchema = s.looseObject({
  mode: s.enum(['best', 'classic']),
  at: instantField,
  milliseconds: s.number().min(0),
  /** Null in the classic mode. */
  bound: makespanBoundSchema.nullable(),
  /** Fewest neutrality breaches any umpires could have at these times; null when it was not computed. */
  fewestBreaches: s.int().min(0).nullable(),
});

export const tournamentSchema = s.looseObject({
  format: s.literal(TOURNAMENT_FORMAT),
  version: s.literal(TOURNAMENT_VERSION),
  id: idField.optional(),
  name: s.string().optional(),
  place: s.string().optional(),
  type: drawTypeSchema,
  timeZone: zoneField,
  /** Wall time of the first match, or a date, which means 09:00. */
  start: s.custom<string>(
    (text) => typeof text === 'string' && (parseWallTime(text) !== null || parseDay(text) !== null),
    'expected a local time such as 2026-11-28T09:00 or a date such as 2026-11-28',
  ),
  matchMinutes: s.int().min(1).max(1_440),
  restMinutes: s.int().min(0).max(1_440).default(0),
  changeoverMinutes: s.int().min(0).max(1_440).default(0),
  courts: s.array(courtSchema).default([]),
  umpires: s.array(umpireSchema).default([]),
  participants: s.array(participantSchema).default([]),
  matches: s.array(matchSchema).default([]),
  options: optionsSchema.prefault({}),
  draw: drawOptionsSchema.optional(),
  /** Several draws over the same courts and umpires; empty = the tournament is one category of `type`. */
  categories: s.array(categorySchema).default([]),
  /** The hours of play; empty = from `start` on without end. Every court is closed outside them. */
  days: s.array(wallSpanSchema).default([]),
  /** Nothing is played on any court, such as lunch. */
  breaks: s.array(wallSpanSchema).default([]),
  results: s.array(resultSchema).default([]),
  pins: s.array(pinSchema).default([]),
  timetable: s.array(timetableRowSchema).default([]),
  /** Courts that were lost. */
  closures: s.array(s.looseObject({ court: idField, ...absenceSpan })).default([]),
  /** Umpires or players who are away: a lost umpire, a late arrival, an own appointment. */
  absences: s
    .array(
      s.looseObject({
        who: idField,
        ...absenceSpan,
        /** Written from the user's own calendar, and renewed from it before each replan. */
        fromCalendar: s.boolean().optional(),
      }),
    )
    .default([]),
  /** Entries that left: their undecided matches are won by the opponent without play. */
  withdrawals: s.array(s.looseObject({ entry: idField })).default([]),
  /** People who are there. */
  checkedIn: s.array(idField).default([]),
  /** Ids of the players and umpires who are the user. */
  me: s.array(idField).default([]),
  /** The user's own blocking events count as absences. */
  avoidOwnEvents: s.boolean().default(false),
  createdAt: instantField.optional(),
  lastRun: tournamentRunSchema.optional(),
});

export type TournamentDocument = Infer<typeof tournamentSchema>;
export type MakespanBound = Infer<typeof makespanBoundSchema>;
export type TournamentRunRecord = Infer<typeof tournamentRunSchema>;
export type DrawType = Infer<typeof drawTypeSchema>;
export type DrawOptions = Infer<typeof drawOptionsSchema>;
export type Court = Infer<typeof courtSchema>;
export type Umpire = Infer<typeof umpireSchema>;
export type Participant = Infer<typeof participantSchema>;
export type Match = Infer<typeof matchSchema>;
export type Slot = Infer<typeof slotSchema>;
export type Category = Infer<typeof categorySchema>;
export type MatchResult = Infer<typeof resultSchema>;
export type Pin = Infer<typeof pinSchema>;
export type TimetableRow = Infer<typeof timetableRowSchema>;
export type WallSpan = Infer<typeof wallSpanSchema>;

function isClock(text: string): boolean {
  const minutes = parseTimeOfDay(text);
  return minutes !== null && minutes < 1_440;
}
