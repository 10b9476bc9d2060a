// What the page has done about posts: plans, models and tables are all made in the pool.
import { CANCELLED, failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';

export interface PostsPorts {
  readonly jobs: JobRunner;
  readonly clock: Clock;
}

/** A larger table is no export of a platform. */
export const LARGEST_TABLE_BYTES = 100 * 1024 * 1024;

/** The step budget ends a plan within seconds, and the slowest forest takes some; this ends a search gone wrong. */
const LIMIT = { timeLimitMilliseconds: 120_000 };

export function postsHandlers({ jobs, clock }: PostsPorts) {
  return {
    async 'posts.plan'(input, { signal, progress }) {
      const started = clock.elapsed();
      const made = await jobs.run('posts.plan', input, { ...LIMIT, signal, onProgress: progress });
      if (made.kind !== 'ok') return made;
      const planned = made.value;
      if (!planned.ok) return failedWith('badInput', planned.error);
      const { plan, violations, from, until: to } = planned.value;
      const [first] = violations;
      if (first) {
        const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
        return failedWith(
          'invalidPlan',
          `The plan breaks a rule and was dropped: ${first.message}${more}`,
          'Nothing was changed. This is a fault in Daywright, not in your data.',
        );
      }
      return succeeded({ plan, from, to, totalMilliseconds: clock.elapsed() - started });
    },

    async 'posts.train'({ platforms, ...input }, { signal, progress }) {
      const done = new Map<string, number>();
      const outcomes = await Promise.all(
        platforms.map((platform) =>
          jobs.run(
            'posts.train',
            { ...input, platform },
            {
              ...LIMIT,
              signal,
              onProgress: ({ fraction, phase }) => {
                done.set(platform, fraction);
                const sum = [...done.values()].reduce((total, one) => total + one, 0);
                progress({ fraction: sum / platforms.length, phase });
              },
            },
          ),
        ),
      );
      const models = [];
      for (const outcome of outcomes) {
        if (outcome.kind !== 'ok') return outcome;
        models.push(outcome.value);
      }
      return succeeded({ models });
    },

    async 'posts.import'(input, { signal }) {
      const { name, bytes } = input;
      if (bytes.length > LARGEST_TABLE_BYTES) {
        const megabytes = Math.round(bytes.length / 1024 / 1024);
        return failedWith('badInput', `${name} has ${megabytes} MB; the limit is 100 MB`);
      }
      if (signal.aborted) return CANCELLED;
      const outcome = await jobs.run('posts.import', input, { ...LIMIT, signal });
      if (outcome.kind !== 'ok') return outcome;
      const { value } = outcome;
      return value.kind === 'refused' ? failedWith('badInput', `${name}: ${value.reason}`) : succeeded(value);
    },
  } satisfies Pick<Handlers, 'posts.plan' | 'posts.train' | 'posts.import'>;
}
