// How every request ends. Expected failures are values, cancellation is its own outcome, only bugs throw.
import { type Infer, s } from '../base/schema';

export const hostErrorSchema = s.object({
  /** Closed list, so that a screen can offer the fitting repair. */
  code: s.enum([
    'badPayload',
    'badInput',
    'busy',
    'notFound',
    'timedOut',
    'workerCrashed',
    'invalidPlan',
    'disconnected',
    'refused',
    'internal',
  ]),
  /** Names the place and the value. */
  message: s.string(),
  /** What to do about it; stands on a second line. */
  advice: s.string().default(''),
});

export const progressSchema = s.object({
  /** 0 to 1. */
  fraction: s.number().min(0).max(1),
  /** What is being done, for the user: "Reading work.ics". */
  phase: s.string(),
});

export type HostError = Infer<typeof hostErrorSchema>;
export type Progress = Infer<typeof progressSchema>;

export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: HostError }
  | { readonly kind: 'cancelled' };
