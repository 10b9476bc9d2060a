// The independent checker: it shares the rules with the planner and nothing else. Every timetable of the best mode and every repair passes it.
import { violationsOf } from '../engine/hard-rule';
import type { Violation } from '../engine/plan';
import { placedOf } from './placed';
import type { TournamentProblem } from './problem';
import { tournamentRules } from './rules';
import type { ScheduledMatch } from './timetable';

/** Empty for a valid timetable. */
export function verifyTimetable(problem: TournamentProblem, rows: readonly ScheduledMatch[]): Violation[] {
  return violationsOf(tournamentRules, { problem, placed: placedOf(problem, rows) });
}
