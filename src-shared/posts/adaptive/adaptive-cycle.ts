// Measure, analyse, adjust, validate. A change is on trial until enough posts have gone out with it; if they did worse than those before
// it is rolled back. Everything is written down and can be undone.

import { percent } from '#shared/base/percent';
import { storedInstant } from '../../engine/epoch-minute';
import { formatInstant, type Instant } from '../../time/instant';
import type { ZoneId } from '../../time/zone';
import { STARTING_PARAMETERS } from '../nouns/parameters';
import type { PerformanceRecord } from '../nouns/performance-record';
import { meanOf } from '../timing/heat-map';
import { commonMetric } from '../timing/outcome';
import type { AdaptiveEntry, AdaptiveState, Measure, Setting, TurnedParameter } from './adaptive-state';
import { type Bound, nextSetting } from './bayesian-optimisation';
import { kpisOf } from './kpis';
import { smoothed } from './smoothing';

/** Nothing may leave these. */
export const ADAPTIVE_BOUNDS: readonly (Bound & { readonly name: TurnedParameter })[] = [
  { name: 'maxConcurrentPosts', low: 1, high: 5, step: 1 },
  { name: 'gapFactor', low: 1, high: 2, step: 0.25 },
  { name: 'demographicWeight', low: 0, high: 0.6, step: 0 },
  { name: 'formatWeight', low: 0, high: 0.4, step: 0 },
  { name: 'seasonWeight', low: 0, high: 0.3, step: 0 },
];

/** A stretch with fewer jobs says nothing. */
export const LEAST_JOBS = 20;
const MOST_RATE_LIMITED = 0.02;
/** Fewer refusals than this are chance. */
const LEAST_RATE_LIMITED = 3;
/** A trial may be this much worse by chance. */
const TOLERANCE = 0.02;
const RATE_LIMITED_PRICE = 4;
const UNPUNCTUAL_PRICE = 0.3;

export function startingState(): AdaptiveState {
  return { parameters: STARTING_PARAMETERS, level: null, trials: [], trial: null, log: [] };
}

/** Result against usual, less 4 x share of 429 answers, less 0.3 x share of unpunctual posts. `usual` is of the whole history. */
export function measureOf(records: readonly PerformanceRecord[], usual: number | null, zone: ZoneId): Measure {
  const { jobs, rateLimited, rateLimitedShare, adherence } = kpisOf(records, zone);
  const metric = commonMetric(records);
  const values = metric === null ? [] : records.flatMap((record) => record[metric] ?? []);
  const resultRatio = values.length === 0 || !usual ? null : meanOf(Float64Array.from(values)) / usual;
  const objective =
    (resultRatio ?? 1) - RATE_LIMITED_PRICE * (rateLimitedShare ?? 0) - UNPUNCTUAL_PRICE * (1 - (adherence ?? 1));
  return { jobs, resultRatio, rateLimited, rateLimitedShare, adherence, objective };
}

/**
 * One turn of the cycle over the records up to `now`. Returns the same state when there is too little to go by: before the first change
 * and on trial `LEAST_JOBS` jobs are needed.
 */
export function adaptiveCycle(
  state: AdaptiveState,
  records: readonly PerformanceRecord[],
  now: Instant,
  zone: ZoneId,
  seed: number,
): AdaptiveState {
  const usual = usualOf(records);
  const since = state.trial ? storedInstant(state.trial.since) : lastChange(state);
  const measure = measureOf(
    records.filter(({ postedAt }) => storedInstant(postedAt) >= since && storedInstant(postedAt) < now),
    usual,
    zone,
  );
  if (measure.jobs < LEAST_JOBS) return state;
  const validated = validate(state, measure, now);
  // What was rolled back to is measured anew before anything else is tried: this measure was of the trial.
  const isRolledBack = state.trial !== null && validated.log.at(-1)?.step === 'rollback';
  return isRolledBack ? validated : adjust(validated, measure, now, seed);
}

/** Takes one logged change back: the parameters are those before it. */
export function revertChange(state: AdaptiveState, number: number, now: Instant): AdaptiveState {
  const entry = state.log.find((one) => one.number === number);
  if (!entry) return state;
  const before = settingOf(state);
  return logged({ ...withSetting(state, entry.before), trial: null }, now, {
    step: 'revert',
    before,
    after: entry.before,
    reason: `Change ${number} was taken back by hand.`,
    measure: null,
  });
}

/** All parameters as they were at the start; what was learned from trials is forgotten, the log is kept. */
export function resetAdaptation(state: AdaptiveState, now: Instant): AdaptiveState {
  const fresh = { ...startingState(), log: state.log };
  return logged(fresh, now, {
    step: 'reset',
    before: settingOf(state),
    after: settingOf(fresh),
    reason: 'Everything was set back to the start by hand.',
    measure: null,
  });
}

function validate(state: AdaptiveState, measure: Measure, now: Instant): AdaptiveState {
  const setting = settingOf(state);
  const trials = [...state.trials, { setting, objective: measure.objective }];
  const level = smoothed(state.level, measure.objective, state.parameters.smoothing);
  const { trial } = state;
  if (!trial) return { ...state, trials, level };
  const figures = `${measure.objective.toFixed(3)} over ${measure.jobs} jobs, ${trial.baseline.toFixed(3)} before`;
  if (measure.objective < trial.baseline - TOLERANCE) {
    const back = { ...withSetting(state, trial.before), trials, trial: null };
    return logged(back, now, {
      step: 'rollback',
      before: setting,
      after: trial.before,
      reason: `The change did worse: ${figures}.`,
      measure,
    });
  }
  const reason = `The change proved itself: ${figures}.`;
  return logged({ ...state, trials, level, trial: null }, now, {
    step: 'keep',
    before: trial.before,
    after: setting,
    reason,
    measure,
  });
}

function adjust(state: AdaptiveState, measure: Measure, now: Instant, seed: number): AdaptiveState {
  const before = settingOf(state);
  const { setting, reason } = proposal(state, measure, before, seed);
  if (!setting) return state;
  const changed = withSetting(state, setting);
  const trial = { since: formatInstant(now), before, baseline: state.level ?? measure.objective };
  return logged({ ...changed, trial }, now, { step: 'adjust', before, after: setting, reason, measure });
}

/** A breach is answered directly; without one, what may do better is tried. */
function proposal(
  state: AdaptiveState,
  measure: Measure,
  before: Setting,
  seed: number,
): { readonly setting: Setting | null; readonly reason: string } {
  const limited = measure.rateLimitedShare ?? 0;
  if (limited > MOST_RATE_LIMITED && measure.rateLimited >= LEAST_RATE_LIMITED) {
    // In proportion to the refusals, by one at least. Gaps are for audiences: a refused request is a matter of how many run at once.
    const most = before.maxConcurrentPosts ?? 1;
    const concurrent = Math.max(1, Math.min(most - 1, Math.round(most * (1 - limited))));
    const setting = { ...before, maxConcurrentPosts: concurrent };
    const reason = `${percent(limited, 1)} of the requests were refused with 429, more than ${percent(MOST_RATE_LIMITED)}.`;
    return { setting: isSame(before, setting) ? null : setting, reason };
  }
  const weight = state.parameters.smoothing;
  const aimed = nextSetting(ADAPTIVE_BOUNDS, asTrials(state), seed + state.log.length);
  // A step towards the aim, not a leap: smoothing keeps a wrong guess cheap. Whole steps go at least one step.
  const setting = Object.fromEntries(
    ADAPTIVE_BOUNDS.map(({ name, step }) => {
      const old = before[name] ?? 0;
      const aim = aimed[name] ?? old;
      const towards =
        step === 0 ? smoothed(old, aim, weight) : old + Math.sign(aim - old) * Math.min(step, Math.abs(aim - old));
      return [name, towards];
    }),
  ) as Setting;
  return {
    setting: isSame(before, setting) ? null : setting,
    reason: 'No limit was broken: the most promising setting nearby is tried.',
  };
}

function asTrials(state: AdaptiveState) {
  return state.trials.map(({ setting, objective }) => ({
    setting: { ...setting } as Record<string, number>,
    objective,
  }));
}

function settingOf({ parameters }: AdaptiveState): Setting {
  return Object.fromEntries(ADAPTIVE_BOUNDS.map(({ name }) => [name, parameters[name]])) as Setting;
}

function withSetting(state: AdaptiveState, setting: Setting): AdaptiveState {
  const within = Object.fromEntries(
    ADAPTIVE_BOUNDS.map(({ name, low, high }) => [
      name,
      Math.min(high, Math.max(low, setting[name] ?? state.parameters[name])),
    ]),
  );
  return { ...state, parameters: { ...state.parameters, ...within } };
}

function isSame(a: Setting, b: Setting): boolean {
  return ADAPTIVE_BOUNDS.every(({ name }) => a[name] === b[name]);
}

type EntryText = Pick<AdaptiveEntry, 'step' | 'before' | 'after' | 'reason' | 'measure'>;

function logged(state: AdaptiveState, now: Instant, entry: EntryText): AdaptiveState {
  const number = (state.log.at(-1)?.number ?? 0) + 1;
  return { ...state, log: [...state.log, { number, at: formatInstant(now), ...entry }] };
}

function lastChange(state: AdaptiveState): number {
  const last = state.log.at(-1);
  return last ? storedInstant(last.at) : Number.NEGATIVE_INFINITY;
}

function usualOf(records: readonly PerformanceRecord[]): number | null {
  const metric = commonMetric(records);
  const values = metric === null ? [] : records.flatMap((record) => record[metric] ?? []);
  return values.length === 0 ? null : meanOf(Float64Array.from(values));
}
