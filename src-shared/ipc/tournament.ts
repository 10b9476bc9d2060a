import { s } from '../base/schema';
import { violationSchema } from '../engine/plan';
import { instantField } from '../time/fields';
import { capacityQuestionSchema } from '../tournaments/capacity-question';
import { makespanBoundSchema, matchSchema, timetableRowSchema, tournamentSchema } from '../tournaments/document';
import { request } from './definition';

export const tournamentRequests = {
  /**
   * Draws what is not drawn yet, schedules, and proves the timetable. Violations are only those that facts or pins force: a timetable that
   * breaks a rule for any other reason is `invalidPlan`. Reports progress; can be cancelled.
   */
  'tournament.schedule': request(
    s.object({ document: tournamentSchema, mode: s.enum(['best', 'classic']) }),
    s.object({
      matches: s.array(matchSchema),
      timetable: s.array(timetableRowSchema),
      bound: makespanBoundSchema.nullable(),
      fewestBreaches: s.int().nullable(),
      violations: s.array(violationSchema),
      milliseconds: s.number(),
    }),
  ),
  /** The timetable in force with the fewest changes that make it true again from `now` on, proved the same way. */
  'tournament.repair': request(
    s.object({ document: tournamentSchema, now: instantField }),
    s.object({
      timetable: s.array(timetableRowSchema),
      violations: s.array(violationSchema),
      milliseconds: s.number(),
    }),
  ),
  /** "And with two courts more?" */
  'tournament.capacity': request(
    s.object({ document: tournamentSchema, question: capacityQuestionSchema }),
    s.object({
      matches: s.int(),
      end: instantField.nullable(),
      makespanMinutes: s.number().nullable(),
      unplaced: s.int(),
      bound: makespanBoundSchema.nullable(),
    }),
  ),
} as const;
