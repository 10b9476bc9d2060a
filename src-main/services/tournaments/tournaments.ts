// Timetables for a page: made in the pool, proved here by the independent checker before anybody sees them.
import type { Violation } from '#shared/engine/plan';
import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import { formatInstant } from '#shared/time/instant';
import type { SearchOutcome } from '#shared/tournaments/best/best-timetable';
import { bestOf, dealtLanes, lanesFor, sharedProgress } from '#shared/tournaments/best/lanes';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import type { Match, TournamentDocument } from '#shared/tournaments/document';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { fixedPlaceOf } from '#shared/tournaments/fixed-place';
import { problemOf } from '#shared/tournaments/problem';
import type { ScheduledMatch } from '#shared/tournaments/timetable';
import { verifyTimetable } from '#shared/tournaments/verify';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';

export interface TournamentPorts {
  readonly clock: Clock;
  readonly jobs: JobRunner;
}

/** No honest tournament takes this long: the step budget bounds it. */
const LIMIT_MILLISECONDS = 120_000;

export function tournamentHandlers({ clock, jobs }: TournamentPorts) {
  return {
    async 'tournament.schedule'(input, { signal, progress }) {
      const started = clock.elapsed();
      const matches = drawTournament(input.document);
      const hands = dealtLanes(lanesFor(matches.length), input.mode === 'best' ? jobs.threads : 1);
      const progressOf = sharedProgress(hands.length, progress);
      const outcomes = await Promise.all(
        hands.map((lanes, at) =>
          jobs.run(
            'tournament.schedule',
            { ...input, lanes },
            { signal, onProgress: progressOf(at), timeLimitMilliseconds: LIMIT_MILLISECONDS },
          ),
        ),
      );
      const made: SearchOutcome[] = [];
      for (const outcome of outcomes) {
        if (outcome.kind !== 'ok') return outcome;
        made.push(outcome.value);
      }
      const best = bestOf(made);
      if (best.kind === 'cancelled') return best;
      const { rows, quality } = best.value;
      const violations = input.mode === 'classic' ? [] : proof(input.document, matches, rows);
      if (typeof violations === 'string') return broken(violations);
      return succeeded({
        matches,
        timetable: timetableRows(rows),
        bound: quality.bound,
        fewestBreaches: quality.fewestBreaches,
        violations,
        milliseconds: clock.elapsed() - started,
      });
    },

    async 'tournament.repair'(input, { signal, progress }) {
      const started = clock.elapsed();
      const options = { signal, onProgress: progress, timeLimitMilliseconds: LIMIT_MILLISECONDS };
      const outcome = await jobs.run('tournament.repair', input, options);
      if (outcome.kind !== 'ok') return outcome;
      const violations = proof(input.document, drawTournament(input.document), outcome.value);
      if (typeof violations === 'string') return broken(violations);
      return succeeded({
        timetable: timetableRows(outcome.value),
        violations,
        milliseconds: clock.elapsed() - started,
      });
    },

    async 'tournament.capacity'(input, { signal }) {
      const outcome = await jobs.run('tournament.capacity', input, { signal });
      if (outcome.kind !== 'ok') return outcome;
      const { end } = outcome.value;
      return succeeded({ ...outcome.value, end: end === null ? null : formatInstant(end) });
    },
  } satisfies Pick<Handlers, 'tournament.schedule' | 'tournament.repair' | 'tournament.capacity'>;
}

/** What facts and pins force, or the sentence of a rule that was broken without need. */
function proof(
  document: TournamentDocument,
  matches: readonly Match[],
  rows: readonly ScheduledMatch[],
): Violation[] | string {
  const problem = problemOf(document, matches);
  const fixed = new Set(
    problem.matches
      .filter((match) => {
        const { start, court, umpire } = fixedPlaceOf(problem, match);
        return start !== null || court !== null || umpire !== null;
      })
      .map(({ id }) => id),
  );
  const violations = verifyTimetable(problem, rows);
  const unforced = violations.find(({ parties }) => !parties.some((party) => fixed.has(party)));
  return unforced ? unforced.message : violations;
}

function broken(sentence: string) {
  return failedWith(
    'invalidPlan',
    `The timetable breaks a rule and was dropped: ${sentence}`,
    'Nothing was changed. This is a fault in Daywright, not in your data.',
  );
}
