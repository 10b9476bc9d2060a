// Batch jobs as the panel lists them: their window, and what came of their posts.
import { momentFrom } from '#shared/posts/nouns/moment';
import type { StoredJob, WorkspacePosts } from '#shared/posts/workspace-posts';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatMoment } from '../../ui/format-time';

export interface ShownJob {
  readonly id: string;
  /** "Tue 24 Nov 10:42"; empty for a job of a document. */
  readonly takenAt: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Whether a post of it may still be placed, and whether one has a place that can be exported. */
  readonly isOpen: boolean;
  readonly isPlanned: boolean;
}

/** The newest first. */
export function shownJobs(posts: Pick<WorkspacePosts, 'jobs' | 'queue' | 'placements'>, zone: ZoneId): ShownJob[] {
  const placed = new Set(posts.placements.map(({ id }) => id));
  return posts.jobs
    .map((job): ShownJob => {
      const own = posts.queue.filter((post) => post.bulkJobId === job.bulkJobId);
      const out = own.filter((post) => post.postedAt !== null);
      const waiting = own.filter((post) => post.postedAt === null);
      const planned = waiting.filter(({ id }) => placed.has(id));
      const taken = job.takenAt === null ? null : parseInstant(job.takenAt);
      return {
        id: job.bulkJobId,
        takenAt: taken === null ? '' : formatMoment(zone, taken),
        facts: [
          {
            name: 'Posts',
            value: `${own.length}: ${out.length} out, ${planned.length} planned, ${waiting.length - planned.length} without a place`,
          },
          { name: 'Window', value: windowWords(job, zone) },
          { name: 'At once', value: concurrencyWords(job) },
        ],
        isOpen: waiting.some((post) => post.pinnedStart === null),
        isPlanned: planned.length > 0,
      };
    })
    .reverse();
}

function windowWords({ startAfter, deadline }: StoredJob, zone: ZoneId): string {
  const words = (text: string | null, otherwise: string) =>
    text === null ? otherwise : formatMoment(zone, momentFrom(text, zone));
  return `${words(startAfter, 'now')} to ${words(deadline, 'a week on')}`;
}

function concurrencyWords({ suggestedConcurrency, maxParallelism }: StoredJob): string {
  const suggested = suggestedConcurrency === null ? 'as set for all' : String(suggestedConcurrency);
  return maxParallelism === null ? suggested : `${suggested}, never more than ${maxParallelism}`;
}
