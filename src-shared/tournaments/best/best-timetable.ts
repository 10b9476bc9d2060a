// Mode "best": builds timetables in several styles, gives each its cheapest umpires, and keeps the best by the levels of quality.
import { seededRandom } from '../../base/seeded-random';
import type { Instant } from '../../time/instant';
import { compareQuality } from '../compare-quality';
import type { MakespanBound, Match, TournamentDocument } from '../document';
import { drawTournament } from '../draws/draw-tournament';
import { problemOf, type TournamentProblem } from '../problem';
import { qualityOf } from '../quality';
import type { ScheduledMatch, Timetable, TimetableQuality } from '../timetable';
import { verifyTimetable } from '../verify';
import { warningsOf } from '../warnings-of';
import { balanceCourts } from './balance-courts';
import { type BuildStyle, buildDraft } from './build-draft';
import { type Draft, emptyDraft, isPlaced } from './draft';
import { fewestBreaches } from './fewest-breaches';
import { type Field, fieldOf } from './field';
import { type FittingTask, fitting, type Places } from './fitting';
import { improveRows } from './improve-rows';
import { improveTimes } from './improve-times';
import { bestOf, type Lane, lanesFor, sharedProgress } from './lanes';
import { makespanBound } from './makespan-bound';
import { breachesOf, exchangeUmpires, rematchWaves, umpireTable } from './umpire-exchange';

/** What the caller lends a run; nothing here changes the timetable. */
export interface TournamentRun {
  onProgress?(progress: { readonly fraction: number; readonly phase: string }): void;
  isCancelled?(): boolean;
  /** Lets the caller's event loop breathe between steps. */
  pause?(): Promise<void>;
}

export type TournamentOutcome = { readonly kind: 'ok'; readonly value: Timetable } | { readonly kind: 'cancelled' };

/** What a search found: the rows and how good they are. Warnings and the check of the rules come afterwards, once. */
export interface Found {
  readonly rows: readonly ScheduledMatch[];
  readonly quality: TimetableQuality;
}

export type SearchOutcome = { readonly kind: 'ok'; readonly value: Found } | { readonly kind: 'cancelled' };

/** Deterministic: the same document gives the same timetable, whether its lanes run here one after the other or in threads. */
export async function bestTimetable(
  document: TournamentDocument,
  run: TournamentRun = {},
  matches = drawTournament(document),
): Promise<TournamentOutcome> {
  const outcome = await searchTimetable(document, run, matches);
  if (outcome.kind === 'cancelled') return outcome;
  const { rows, quality } = outcome.value;
  const problem = problemOf(document, matches);
  const value = {
    matches: rows,
    warnings: warningsOf(problem, rows),
    quality,
    violations: verifyTimetable(problem, rows),
  };
  return { kind: 'ok', value };
}

/** The best timetable that some lanes find, one after the other. */
export async function searchTimetable(
  document: TournamentDocument,
  run: TournamentRun,
  matches: readonly Match[],
  lanes: readonly Lane[] = lanesFor(matches.length),
): Promise<SearchOutcome> {
  const problem = problemOf(document, matches);
  const field = fieldOf(problem);
  const progressOf = sharedProgress(lanes.length, (progress) => run.onProgress?.(progress));
  const outcomes: SearchOutcome[] = [];
  for (const [turn, lane] of lanes.entries()) {
    const outcome = await searchLane(problem, field, { ...run, onProgress: progressOf(turn) }, lane);
    if (outcome.kind === 'cancelled') return outcome;
    outcomes.push(outcome);
  }
  return bestOf(outcomes);
}

async function searchLane(
  problem: TournamentProblem,
  field: Field,
  run: TournamentRun,
  lane: Lane,
): Promise<SearchOutcome> {
  const unavoidable = unavoidableBreaches(field);
  const styles = stylesOf(field).filter((_, turn) => turn % lane.of === lane.index);
  const optional = umpireOptional(field);
  let bound = makespanBound(problem, (index) => optional[index] === 0);
  let best: Candidate | null = null;
  let foundAt = 0;
  for (const [turn, style] of styles.entries()) {
    run.onProgress?.({ fraction: turn / styles.length, phase: 'Scheduling' });
    await run.pause?.();
    if (run.isCancelled?.()) return { kind: 'cancelled' };
    const withoutBefore = sum(optional);
    const draft = buildWithUmpires(field, style, optional);
    if (sum(optional) > withoutBefore) bound = makespanBound(problem, (index) => optional[index] === 0);
    const candidate = improved(problem, field, bound, draft, best);
    if (candidate && (best === null || compareQuality(candidate.quality, best.quality) < 0)) {
      best = candidate;
      foundAt = turn;
    }
    if (best && (isAsGoodAsCanBe(best.quality, unavoidable) || turn - foundAt >= FRUITLESS_STYLES)) break;
  }
  if (best && best.quality.unplaced > 0) {
    const attempts = fitting(fittingTask(field, best.draft, lane.index + 1));
    for (let places = attempts.next(); places !== null; places = attempts.next()) {
      const candidate = improved(problem, field, bound, draftOf(places), best);
      if (candidate && compareQuality(candidate.quality, best.quality) < 0) best = candidate;
      await run.pause?.();
      if (run.isCancelled?.()) return { kind: 'cancelled' };
    }
  }
  if (best && best.quality.neutralityBreaches > unavoidable) {
    const draft = improveTimes(field, best.draft, TIME_BUDGET);
    const candidate = draft && improved(problem, field, bound, draft, null);
    if (candidate && compareQuality(candidate.quality, best.quality) < 0) best = candidate;
  }
  run.onProgress?.({ fraction: 1, phase: 'Checking' });
  const rows = best?.rows ?? rowsOf(problem, buildDraft(field, styles[0]!));
  return { kind: 'ok', value: { rows, quality: { ...(best?.quality ?? qualityOf(problem, rows)), bound } } };
}

interface Candidate {
  readonly draft: Draft;
  readonly rows: readonly ScheduledMatch[];
  readonly quality: TimetableQuality;
}

/** Steps for exchanging matches when breaches are left; looking at one match costs about one. */
const TIME_BUDGET = 3_000_000;
/** Styles in a row that find nothing better, after which no more are tried. */
const FRUITLESS_STYLES = 12;
/** Matches placed over all styles: the step budget of a run. */
const PLACEMENTS = 10_000;

/** Waves that start together come first: they are easier on everyone, and their umpires can be proved. */
function stylesOf(field: Field): BuildStyle[] {
  const none = new Uint8Array(field.matches.length);
  const isCoupled = field.coupled.some((others) => others.length > 0);
  const base = (patience: number, clubsFirst: boolean, coupled: boolean, seed: number | null): BuildStyle => ({
    patience,
    clubsFirst,
    coupled,
    random: seed === null ? null : seededRandom(seed),
    umpireOptional: none,
  });
  const plain = [false, ...(isCoupled ? [true] : [])].flatMap((coupled) => [
    base(field.rest, true, coupled, null),
    base(0, true, coupled, null),
    base(field.rest, false, coupled, null),
    base(0, false, coupled, null),
  ]);
  const more = Math.min(36, Math.floor(PLACEMENTS / Math.max(field.matches.length, 1)));
  const shuffled = Array.from({ length: more }, (_, turn) =>
    base(turn % 2 === 0 ? 0 : field.rest, turn % 3 !== 2, isCoupled && turn % 4 > 1, turn + 1),
  );
  return [...plain, ...shuffled];
}

/** By match: nobody could ever umpire it, because everyone may play in it. */
function umpireOptional(field: Field): Uint8Array {
  return Uint8Array.from(field.matches, ({ umpires, fixedUmpire }) =>
    umpires.length === 0 && fixedUmpire < 0 ? 1 : 0,
  );
}

/** Matches that find no umpire before the courts close may go without one; `optional` remembers them for the next style. */
function buildWithUmpires(field: Field, style: BuildStyle, optional: Uint8Array): Draft {
  for (;;) {
    const draft = buildDraft(field, { ...style, umpireOptional: optional });
    const left = field.matches.filter(
      ({ index, isFree }) => !isFree && !isPlaced(draft, index) && optional[index] === 0,
    );
    if (left.length === 0 || field.problem.umpires.length === 0) return draft;
    for (const { index } of left) optional[index] = 1;
  }
}

function sum(numbers: Uint8Array): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What is fixed stays where the draft has it; everything else is looked for anew. */
function fittingTask(field: Field, draft: Draft, seed: number): FittingTask {
  const standing = field.matches.map(({ index, fixedStart, isFree }) =>
    fixedStart === null || isFree
      ? null
      : {
          start: draft.start[index]!,
          end: draft.end[index]!,
          court: draft.court[index]!,
          umpire: draft.umpire[index]!,
        },
  );
  return { field, standing, from: field.start, wishes: [], seed, fewestAttempts: 1 };
}

function draftOf(places: Places): Draft {
  const draft = emptyDraft(places.length);
  places.forEach((place, index) => {
    if (!place) return;
    draft.start[index] = place.start;
    draft.end[index] = place.end;
    draft.court[index] = place.court;
    draft.umpire[index] = place.umpire;
  });
  return draft;
}

/** Null when it cannot be better than the best so far, whoever umpires. */
function improved(
  problem: TournamentProblem,
  field: Field,
  bound: MakespanBound | null,
  draft: Draft,
  best: Candidate | null,
): Candidate | null {
  const first = qualityOf(problem, rowsOf(problem, draft));
  if (best && isWorseInTime(first, best.quality)) return null;
  const table = umpireTable(field, draft);
  const fewest = fewestBreaches(field, draft, table);
  // Where times form no waves, matching every set anew after the exchanges may find more.
  for (let breaches = Number.POSITIVE_INFINITY; ; ) {
    if (breachesOf(field, draft) > fewest) rematchWaves(field, draft, table);
    exchangeUmpires(field, draft, table, fewest);
    const left = breachesOf(field, draft);
    if (left <= fewest || left >= breaches) break;
    breaches = left;
  }
  improveRows(field, draft, table, 20_000);
  balanceCourts(field, draft);
  const rows = rowsOf(problem, draft);
  return { draft, rows, quality: qualityOf(problem, rows, { bound, fewestBreaches: fewest }) };
}

function isWorseInTime(one: TimetableQuality, other: TimetableQuality): boolean {
  const levels = ['unplaced', 'withoutUmpire', 'makespanMinutes'] as const;
  const differing = levels.find((level) => one[level] !== other[level]);
  return differing !== undefined && one[differing] > other[differing];
}

/** Matches for which there is no neutral umpire at all. */
function unavoidableBreaches(field: Field): number {
  return field.matches.filter(
    ({ umpires, breach, isFree }) => !isFree && umpires.length > 0 && umpires.every((umpire) => breach[umpire] === 1),
  ).length;
}

function isAsGoodAsCanBe(quality: TimetableQuality, unavoidable: number): boolean {
  return (
    quality.unplaced === 0 &&
    quality.bound !== null &&
    quality.makespanMinutes <= quality.bound.minutes &&
    quality.neutralityBreaches <= unavoidable &&
    quality.umpireLoadRange <= 1 &&
    quality.umpireRowExcess === 0 &&
    quality.courtLoadRange <= 1
  );
}

/** By start, then by the order of the draw; matches without a place stand last. */
export function rowsOf(problem: TournamentProblem, draft: Draft): ScheduledMatch[] {
  const startOf = (index: number): number => (isPlaced(draft, index) ? draft.start[index]! : Number.POSITIVE_INFINITY);
  return problem.matches
    .toSorted((one, other) => {
      const first = startOf(one.index);
      const second = startOf(other.index);
      return first === second ? one.index - other.index : first - second;
    })
    .map(({ index, match }) => ({
      match,
      court: problem.courts[draft.court[index]!]?.id ?? null,
      umpire: problem.umpires[draft.umpire[index]!]?.id ?? null,
      start: isPlaced(draft, index) ? (draft.start[index] as Instant) : null,
      end: isPlaced(draft, index) ? (draft.end[index] as Instant) : null,
    }));
}
