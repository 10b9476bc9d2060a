// What would help an open occurrence that slips, the smallest step first. Each says why, and is applied by one click.
import { percent } from '#shared/base/percent';
import { type EpochMinute, type MinuteSpan, mergeMinutes, subtractMinutes } from '../engine/epoch-minute';
import { localMinuteOfDay } from '../engine/local-clock';
import { windowOn } from '../engine/working-windows';
import { completionsOf } from '../habits/attempts';
import { isFlexible, mayLieOn, timesPerWeek } from '../habits/due-day';
import { type Habit, type HabitOccurrence, habitOccurrenceId } from '../habits/habit';
import type { OpenHabit } from '../habits/open-habit';
import { habitStrength } from '../habits/strength';
import { hourRecord, LEAST_ATTEMPTS, proposeTarget, share, type TargetProposal } from '../habits/target-evidence';
import { weekStartOf } from '../habits/week-quota';
import { type Day, daysFrom, plusDays, type Weekday, weekdayOf } from '../time/day';
import { formatTimeOfDay } from '../time/wall-time';
import { habitTarget } from './habit-target';
import { occupiedTime } from './occupied-time';
import type { Situation } from './situation';

export type HabitSuggestion = { readonly evidence: string } & (
  | { readonly kind: 'slotToday'; readonly place: MinuteSpan }
  | { readonly kind: 'shorter'; readonly place: MinuteSpan }
  | { readonly kind: 'otherDay'; readonly day: Day; readonly place: MinuteSpan }
  | { readonly kind: 'skip' }
  | { readonly kind: 'moveTarget'; readonly proposal: TargetProposal }
  | { readonly kind: 'fewerDays'; readonly weekday: Weekday }
);

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;
const START_STEP = 5;
const BESIDE_MINUTES = 15;
/** A weekday is given up only after so many attempts, kept less often than this, and when the calendar says that it goes on so. */
const WEEKDAY_ATTEMPTS = 4;
const WEEKDAY_SUCCESS = 0.4;

/** In the order in which they are offered. `occurrences` are the habit's own. */
export function habitSuggestions(
  situation: Situation,
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  open: OpenHabit,
): HabitSuggestion[] {
  const suggestions: HabitSuggestion[] = [];
  const { earliest } = situation.horizon;
  const target = habitTarget(situation.problem.settings, habit, open.day);
  const planned = open.place !== null && open.place.start > situation.horizon.now;
  const whole = planned ? null : nearestPlace(open.free, habit.durationMinutes, earliest, target);
  if (whole)
    suggestions.push({
      kind: 'slotToday',
      place: whole,
      evidence: evidenceAt(situation, habit, occurrences, whole, open),
    });
  if (habit.minMinutes !== null && habit.minMinutes < habit.durationMinutes) {
    const short = nearestPlace(open.free, habit.minMinutes, earliest, planned ? open.place!.start : target);
    if (short) suggestions.push({ kind: 'shorter', place: short, evidence: placeWords(situation, short, open) });
  }
  const other = otherDayOf(situation, habit, open.day);
  if (other) suggestions.push(other);
  const strength = Math.round(100 * habitStrength(completionsOf(habit, occurrences), timesPerWeek(habit)));
  suggestions.push({ kind: 'skip', evidence: `Streak pauses, strength stays at ${strength}%` });
  suggestions.push(...lastingSuggestions(situation, habit, occurrences));
  return suggestions;
}

/** Suggestions that change the habit itself: another target, fewer days. */
export function lastingSuggestions(
  situation: Situation,
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
): HabitSuggestion[] {
  const suggestions: HabitSuggestion[] = [];
  const settled = habit.keepTargetUntil !== undefined && situation.horizon.firstDay <= habit.keepTargetUntil;
  const { timeZone } = situation.problem.settings;
  const proposal = settled || habit.trial ? null : proposeTarget(habit, occurrences, timeZone);
  if (proposal) suggestions.push({ kind: 'moveTarget', proposal, evidence: proposalWords(proposal) });
  const fewer = fewerDaysOf(situation, habit, occurrences);
  if (fewer) suggestions.push(fewer);
  return suggestions;
}

/** The free place nearest to a target, not before `from`. */
export function nearestPlace(
  free: readonly MinuteSpan[],
  minutes: number,
  from: EpochMinute,
  target: EpochMinute,
): MinuteSpan | null {
  let best: number | null = null;
  for (const run of free) {
    const first = Math.ceil(Math.max(run.start, from) / START_STEP) * START_STEP;
    const last = run.end - minutes;
    if (first > last) continue;
    const start = Math.min(last, Math.max(first, target));
    if (best === null || Math.abs(start - target) < Math.abs(best - target)) best = start;
  }
  return best === null ? null : { start: best, end: best + minutes };
}

/** What is free of a habit's window on a day, around everything placed. */
function freeOn(situation: Situation, habit: Habit, day: Day): MinuteSpan[] {
  const window = windowOn(situation.problem.settings, day, habit.window);
  const taken = occupiedTime(situation, { placements: situation.problem.present });
  return subtractMinutes([window], mergeMinutes(taken));
}

/** A day left in the week on which it does not lie yet, the one that lets it lie nearest to its target. */
function otherDayOf(situation: Situation, habit: Habit, today: Day): HabitSuggestion | null {
  const { settings } = situation.problem;
  const busy = new Set([
    ...situation.problem.present
      .filter((one) => one.id === habit.id)
      .map((one) => habitOccurrenceId(habit.id, one.day ?? '')),
    ...situation.problem.habitOccurrences.map((one) => one.id),
  ]);
  let best: { day: Day; place: MinuteSpan; delta: number } | null = null;
  const end = plusDays(weekStartOf(today, settings.firstWeekday), 7);
  for (const day of daysFrom(plusDays(today, 1), end)) {
    // Its own days have their own occurrence; a flexible habit moves by itself.
    const own = isFlexible(habit) ? false : mayLieOn(habit, day, settings);
    if (own || busy.has(habitOccurrenceId(habit.id, day)) || day >= situation.horizon.endDay) continue;
    if (!mayLieOn({ ...habit, frequency: { kind: 'weekdays' }, days: [weekdayOf(day)] }, day, settings)) continue;
    const target = habitTarget(settings, habit, day);
    const place = nearestPlace(
      freeOn(situation, habit, day),
      habit.durationMinutes,
      situation.horizon.earliest,
      target,
    );
    const delta = place ? Math.abs(place.start - target) : 0;
    if (place && (best === null || delta < best.delta)) best = { day, place, delta };
  }
  if (!best) return null;
  const evidence = best.delta === 0 ? 'Its own time is free then' : `${best.delta} min from its time`;
  return { kind: 'otherDay', day: best.day, place: best.place, evidence };
}

function evidenceAt(
  situation: Situation,
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  place: MinuteSpan,
  open: OpenHabit,
): string {
  const { clock } = situation.horizon;
  const record = hourRecord(
    habit,
    occurrences,
    situation.problem.settings.timeZone,
    localMinuteOfDay(clock, place.start),
  );
  return record.attempts >= LEAST_ATTEMPTS
    ? `You kept ${record.kept} of ${record.attempts} at this hour`
    : placeWords(situation, place, open);
}

/** `12:45, right after Lunch walk`. */
function placeWords(situation: Situation, place: MinuteSpan, open: OpenHabit): string {
  const { clock } = situation.horizon;
  const before = occupiedTime(situation, { placements: situation.problem.present })
    .filter((one) => one.by.id !== open.habitId && one.end <= place.start && place.start - one.end <= BESIDE_MINUTES)
    .at(-1);
  const at = wordsOf(localMinuteOfDay(clock, place.start));
  if (before) return `${at}, right after ${before.by.title}`;
  const run = open.free.find((one) => one.start <= place.start && place.end <= one.end);
  return run ? `${at}, free until ${wordsOf(localMinuteOfDay(clock, run.end))}` : at;
}

function proposalWords({ there, here, elsewhere }: TargetProposal): string {
  const kept = `kept ${there.kept} of ${there.attempts} there, ${percent(share(there))}`;
  if (elsewhere) return `${elsewhere.moved} of the last ${elsewhere.of} were at another time; ${kept}`;
  return `${kept.charAt(0).toUpperCase()}${kept.slice(1)}, against ${here.kept} of ${here.attempts} now`;
}

/** A weekday on which it was seldom kept and whose calendar goes on blocking its time. */
function fewerDaysOf(
  situation: Situation,
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
): HabitSuggestion | null {
  if (habit.frequency.kind !== 'weekdays' || habit.days.length < 2) return null;
  const { firstDay, endDay } = situation.horizon;
  let worst: { weekday: Weekday; kept: number; attempts: number; blocked: number; ahead: number } | null = null;
  for (const weekday of [...habit.days].sort() as Weekday[]) {
    const own = occurrences.filter(
      (one) => weekdayOf(one.day) === weekday && one.state !== 'planned' && one.state !== 'skipped',
    );
    const kept = own.filter((one) => one.state !== 'missed').length;
    if (own.length < WEEKDAY_ATTEMPTS || kept / own.length >= WEEKDAY_SUCCESS) continue;
    const ahead = daysFrom(firstDay, endDay).filter((day) => weekdayOf(day) === weekday);
    const blocked = ahead.filter((day) => isBlocked(situation, habit, day)).length;
    if (blocked === 0 || blocked * 2 < ahead.length) continue;
    if (!worst || kept / own.length < worst.kept / worst.attempts)
      worst = { weekday, kept, attempts: own.length, blocked, ahead: ahead.length };
  }
  if (!worst) return null;
  const name = WEEKDAYS[worst.weekday - 1];
  const evidence = `Kept ${worst.kept} of ${worst.attempts} ${name}, and an event lies at its time on ${worst.blocked} of the next ${worst.ahead}`;
  return { kind: 'fewerDays', weekday: worst.weekday, evidence };
}

function isBlocked(situation: Situation, habit: Habit, day: Day): boolean {
  const start = habitTarget(situation.problem.settings, habit, day);
  const end = start + habit.durationMinutes;
  return situation.blockingEvents.some((event) => event.start < end && start < event.end);
}

function wordsOf(minutes: number): string {
  return formatTimeOfDay(minutes).replace(/^0/, '');
}
