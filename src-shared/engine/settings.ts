import { type Infer, s } from '../base/schema';
import { dayField, timeOfDayField, zoneField } from '../time/fields';

const energyLevel = s.enum(['high', 'medium', 'low']);

/** Weights from 0 to 1 of what moves by hand showed about the work of one project or tag. */
const learnedLeaningsSchema = s.looseObject({
  moves: s.int().min(0),
  parts: s.partialRecord(s.enum(['morning', 'afternoon', 'evening']), s.number().min(0).max(1)),
  energies: s.partialRecord(energyLevel, s.number().min(0).max(1)),
  /** Days from writing a task down to doing it, and how many moves in agreement say so. */
  wait: s.object({ days: s.number().min(0).max(7), alike: s.int().min(0).max(4) }).optional(),
});

/** How a person's time is laid out. Times of day are wall times in `timeZone`. */
export const settingsSchema = s.looseObject({
  timeZone: zoneField,
  /** Starts lie on this grid, counted from local midnight. */
  gridMinutes: s.literal([5, 10, 15, 30]).default(15),
  /** Kept free between a task and its neighbours. */
  bufferMinutes: s.int().min(0).max(120).default(10),
  /** Nothing is placed earlier than now plus this. */
  leadMinutes: s.int().min(0).max(1440).default(15),
  horizonDays: s.int().min(1).max(366).default(30),
  /** ISO weekday -> windows; an end at or before its start means the next day. A weekday without an entry has no working hours. */
  workingHours: s
    .partialRecord(s.enum(['1', '2', '3', '4', '5', '6', '7']), s.array(s.tuple([timeOfDayField, timeOfDayField])))
    .default({}),
  energy: s.array(s.looseObject({ from: timeOfDayField, to: timeOfDayField, level: energyLevel })).default([]),
  /** Whether all-day events take the day: never, only when marked busy, or always. */
  allDayPolicy: s.enum(['never', 'whenBusy', 'always']).default('whenBusy'),
  /** Whether tentative events block time. */
  tentativeBlocks: s.boolean().default(true),
  /** The price of a free gap under 30 minutes, in minutes of delta; null compares gaps after deltas. */
  shortGapPriceMinutes: s.int().min(0).max(240).nullable().default(null),
  /** Addresses that are me, lower case: an event one of them declined does not block. */
  ownAddresses: s.array(s.string()).default([]),
  /** The question which addresses are the user's was answered with none. It is not asked again. */
  ownAddressesAsked: s.boolean().optional(),
  /** Planning threads; null = cores - 1, at least 1. */
  workers: s.int().min(1).max(64).nullable().default(null),
  /** First day of the week in views, ISO weekday. */
  firstWeekday: s.int().min(1).max(7).default(1),
  /** Off only where false: what new events cover then stays until the next plan. */
  keepPlanAlive: s.boolean().optional(),
  theme: s.enum(['system', 'light', 'dark']).default('system'),
  notices: s.boolean().default(true),
  singleKeyShortcuts: s.boolean().default(true),
  /** By `project:<id>` or `tag:<name>`. */
  learned: s.record(s.string(), learnedLeaningsSchema).optional(),
  vacations: s.array(s.looseObject({ from: dayField, to: dayField })).default([]),
});

export type EnergyLevel = Infer<typeof energyLevel>;
export type LearnedLeanings = Infer<typeof learnedLeaningsSchema>;
export type Learned = Readonly<Record<string, LearnedLeanings>>;
export type Settings = Infer<typeof settingsSchema>;
