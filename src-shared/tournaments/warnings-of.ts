// What the organiser should know about a finished timetable, each with who, when and what could be done instead.
import { groupBy } from '../base/group-by';
import { type Instant, minutesBetween } from '../time/instant';
import { overlaps } from '../time/span';
import { dayAt } from '../time/zone';
import { isLegalPlace } from './day/check-drop';
import { canUmpire, isBreach, isPossibleBreach, type Placed, placedOf, umpireById } from './placed';
import type { ProblemUmpire, TournamentProblem } from './problem';
import { umpireRows } from './quality';
import type { ScheduledMatch } from './timetable';
import type { Alternative, Warning } from './warning';

/** In the order of the rows; warnings about people across several matches stand at the last of them. */
export function warningsOf(problem: TournamentProblem, rows: readonly ScheduledMatch[]): Warning[] {
  const placed = placedOf(problem, rows);
  const order = new Map(rows.map(({ match }, index) => [match.id, index]));
  return [
    ...rows.filter(({ start }) => start === null).flatMap((row) => unplacedWarning(problem, row)),
    ...placed.flatMap((at) => [...courtWarnings(problem, rows, at), ...umpireWarnings(problem, placed, at)]),
    ...restWarnings(problem, rows, placed),
    ...dailyWarnings(problem, placed),
    ...loadWarnings(problem, placed),
  ].sort((one, other) => order.get(one.match)! - order.get(other.match)!);
}

function unplacedWarning(problem: TournamentProblem, { match }: ScheduledMatch): Warning[] {
  const own = problem.matches[problem.indexOf.get(match.id)!]!;
  if (own.state === 'free') return [];
  const message = `Match ${match.id} has no time: no court is open long enough for it.`;
  return [{ kind: 'unplaced', match: match.id, who: [], when: null, message, alternative: null }];
}

function courtWarnings(problem: TournamentProblem, rows: readonly ScheduledMatch[], at: Placed): Warning[] {
  if (at.court !== null) return [];
  const row = rows.find(({ match }) => match.id === at.match.id)!;
  const free = problem.courts.find(({ id }) => isLegalPlace(problem, rows, { ...row, court: id }));
  return [
    {
      kind: 'noCourt',
      match: at.match.id,
      who: [],
      when: at.start,
      message: `Match ${at.match.id} has no court.`,
      alternative: free ? { ...NOTHING, kind: 'move', court: free.id, start: at.start } : null,
    },
  ];
}

function umpireWarnings(problem: TournamentProblem, placed: readonly Placed[], at: Placed): Warning[] {
  const umpire = umpireById(problem, at.umpire);
  const about = { match: at.match.id, when: at.start };
  if (!umpire) {
    const message = `Match ${at.match.id} has no umpire.`;
    return [{ ...about, kind: 'noUmpire', who: [], message, alternative: betterUmpire(problem, placed, at) }];
  }
  const who = [umpire.id, ...at.match.entries];
  if (isBreach(problem, umpire, at.match)) {
    const message = `${umpire.name} would umpire match ${at.match.id} with a player from the own club, ${umpire.club}.`;
    return [{ ...about, kind: 'noNeutralUmpire', who, message, alternative: betterUmpire(problem, placed, at) }];
  }
  if (isPossibleBreach(problem, umpire, at.match)) {
    const message = `Somebody from ${umpire.name}'s club, ${umpire.club}, may reach match ${at.match.id}.`;
    return [{ ...about, kind: 'mayMeetOwnClub', who, message, alternative: betterUmpire(problem, placed, at) }];
  }
  return [];
}

/** 0 neutral whoever comes, 1 perhaps not, 2 not. */
function partiality(problem: TournamentProblem, umpire: ProblemUmpire, at: Placed): number {
  return isBreach(problem, umpire, at.match) ? 2 : isPossibleBreach(problem, umpire, at.match) ? 1 : 0;
}

/** Somebody free who is more neutral, else an exchange with a match at the same time that makes neither worse than it is. */
export function betterUmpire(problem: TournamentProblem, placed: readonly Placed[], at: Placed): Alternative | null {
  const own = umpireById(problem, at.umpire);
  const now = own ? partiality(problem, own, at) : 3;
  const loads = groupBy(placed, ({ umpire }) => umpire);
  const free = problem.umpires
    .filter((umpire) => partiality(problem, umpire, at) < now && canUmpire(placed, umpire, at))
    .sort(
      (one, other) =>
        partiality(problem, one, at) - partiality(problem, other, at) ||
        (loads.get(one.id)?.length ?? 0) - (loads.get(other.id)?.length ?? 0),
    )[0];
  if (free) return { ...NOTHING, kind: 'assign', umpire: free.id };
  if (!own) return null;
  for (const other of placed) {
    const theirs = umpireById(problem, other.umpire);
    if (other === at || !theirs || theirs === own || !overlaps(other, at) || other.match.pin?.umpire) continue;
    const better = partiality(problem, theirs, at);
    if (better >= now || partiality(problem, own, other) > partiality(problem, theirs, other)) continue;
    const both = [at, other];
    if (canUmpire(placed, theirs, at, both) && canUmpire(placed, own, other, both))
      return { ...NOTHING, kind: 'swap', umpire: theirs.id, withMatch: other.match.id };
  }
  return null;
}

function restWarnings(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  placed: readonly Placed[],
): Warning[] {
  const warnings: Warning[] = [];
  const last = new Map<string, Placed>();
  for (const at of placed)
    for (const player of at.match.players) {
      const before = last.get(player);
      const rest = before ? minutesBetween(before.end, at.start) : Number.POSITIVE_INFINITY;
      if (rest < problem.restMinutes) {
        const message = `${problem.nameOf(player)} has ${rest} min between ${before!.match.id} and ${at.match.id}; the rest is ${problem.restMinutes} min.`;
        warnings.push({
          kind: 'restShort',
          match: at.match.id,
          who: [player],
          when: at.start,
          message,
          alternative: laterStart(problem, rows, placed, at),
        });
      }
      last.set(player, at);
    }
  return warnings;
}

/** The same court, as soon as everyone has rested, if no hard rule is against it. */
function laterStart(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  placed: readonly Placed[],
  at: Placed,
): Alternative | null {
  const rested = placed
    .filter((other) => other !== at && other.start <= at.start)
    .filter((other) => other.match.players.some((player) => at.match.players.includes(player)))
    .reduce((latest, other) => Math.max(latest, other.end + problem.restMinutes * 60_000), at.start as number);
  const row = rows.find(({ match }) => match.id === at.match.id)!;
  const start = rested as Instant;
  const end = (start + (at.end - at.start)) as Instant;
  if (start === at.start || !isLegalPlace(problem, rows, { ...row, start, end })) return null;
  return { ...NOTHING, kind: 'move', court: at.court, start };
}

function dailyWarnings(problem: TournamentProblem, placed: readonly Placed[]): Warning[] {
  const limit = problem.document.options.playerMaxPerDay;
  if (limit === null) return [];
  const counts = new Map<string, number>();
  return placed.flatMap((at) =>
    at.match.players.flatMap((player): Warning[] => {
      const day = dayAt(problem.zone, at.start);
      const key = `${day} ${player}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= limit) return [];
      const message = `${problem.nameOf(player)} has match ${count} of ${day}; the limit is ${limit} a day.`;
      return [
        { kind: 'overDailyLimit', match: at.match.id, who: [player], when: at.start, message, alternative: null },
      ];
    }),
  );
}

/** More matches in a row, or on a day, than an umpire should have. */
function loadWarnings(problem: TournamentProblem, placed: readonly Placed[]): Warning[] {
  const warn = (at: Placed, message: string): Warning => ({
    kind: 'overLoad',
    match: at.match.id,
    who: [at.umpire!],
    when: at.start,
    message,
    alternative: reliefFor(problem, placed, at),
  });
  const most = problem.document.options.umpireMaxInRow;
  const inRow = umpireRows(placed).flatMap((row) =>
    row
      .slice(most)
      .map((at, index) =>
        warn(at, `Match ${at.match.id} is number ${most + index + 1} in a row for ${problem.nameOf(at.umpire!)}.`),
      ),
  );
  const overDay = problem.umpires.flatMap((umpire) => {
    if (umpire.maxPerDay === null) return [];
    const days = groupBy(
      placed.filter((at) => at.umpire === umpire.id),
      ({ start }) => dayAt(problem.zone, start),
    );
    return [...days].flatMap(([day, own]) =>
      own
        .slice(umpire.maxPerDay!)
        .map((at) => warn(at, `${umpire.name} has ${own.length} matches on ${day}; the limit is ${umpire.maxPerDay}.`)),
    );
  });
  return [...inRow, ...overDay];
}

/** Somebody free who is no less neutral and has fewer matches. */
function reliefFor(problem: TournamentProblem, placed: readonly Placed[], at: Placed): Alternative | null {
  const own = umpireById(problem, at.umpire)!;
  const loads = groupBy(placed, ({ umpire }) => umpire);
  const loadOf = (id: string): number => loads.get(id)?.length ?? 0;
  const free = problem.umpires.find(
    (umpire) =>
      loadOf(umpire.id) < loadOf(own.id) &&
      partiality(problem, umpire, at) <= partiality(problem, own, at) &&
      canUmpire(placed, umpire, at),
  );
  return free ? { ...NOTHING, kind: 'assign', umpire: free.id } : null;
}

const NOTHING = { umpire: null, withMatch: null, court: null, start: null };
