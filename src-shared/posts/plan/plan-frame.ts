// What a posts file asks of its plan, with every default resolved: the common ground of the search and of the independent check.
import { failed, ok, type Result } from '../../base/result';
import { storedInstant } from '../../engine/epoch-minute';
import { type Instant, plusMinutes } from '../../time/instant';
import type { ZoneId } from '../../time/zone';
import { rateLimitPressure, relievedConcurrency } from '../adaptive/rate-limit-pressure';
import { quotaOf } from '../nouns/constraint';
import { momentFrom, momentUntil } from '../nouns/moment';
import type { Campaign, Post } from '../nouns/post';
import type { TimeWindow } from '../nouns/time-window';
import { type PostsFile, platformsOf } from '../posts-file';

/** A post is in flight this long: two that start closer run side by side. */
export const IN_FLIGHT_MINUTES = 60;
const DEFAULT_DAYS = 7;
const MOST_DAYS = 366;

/** The rules of one platform. */
export interface Lane {
  readonly platform: string;
  readonly name: string;
  readonly gapMinutes: number;
  /** Posts in flight at once, and with urgent ones: as set, less what recent refusals of the platform ask for. */
  readonly maxConcurrent: number;
  readonly maxUrgentConcurrent: number;
  readonly dailyCap: number | null;
  readonly quota: { readonly posts: number; readonly perMinutes: number } | null;
  readonly preferred: readonly TimeWindow[];
  readonly preferredOnly: boolean;
  readonly prohibited: readonly TimeWindow[];
}

/** A post that stays where it is: done, pinned, or from the history. */
export interface FixedPost {
  /** The queue's post; null for a record of the history that is none of the queue's. */
  readonly post: Post | null;
  readonly platform: string;
  readonly start: Instant;
  readonly posted: boolean;
}

/** Where a post may start: `from` inclusive, `until` exclusive. */
export interface StartWindow {
  readonly from: Instant;
  readonly until: Instant;
}

export interface PlanFrame {
  readonly zone: ZoneId;
  readonly horizon: StartWindow;
  readonly lanes: ReadonlyMap<string, Lane>;
  /** All platforms together. */
  readonly maxConcurrent: number;
  readonly maxUrgentConcurrent: number;
  readonly campaigns: ReadonlyMap<string, Campaign>;
  /** Duplicate group -> minutes its posts keep apart: the longest that any of them names, else the file's. */
  readonly duplicateGaps: ReadonlyMap<string, number>;
  readonly fixed: readonly FixedPost[];
  /** What is to be placed, in the file's order. */
  readonly open: readonly Post[];
}

/** `now` is asked only when the file names no stretch. Fails with a sentence when the stretch is empty or longer than a year. */
export function planFrameOf(file: PostsFile, now: Instant): Result<PlanFrame, string> {
  const horizon = horizonOf(file, now);
  const days = (horizon.until - horizon.from) / 86_400_000;
  if (days <= 0)
    return failed(`${bound('to', file)} is not after ${bound('from', file)}: expected a stretch of at least a minute`);
  if (days > MOST_DAYS + 1)
    return failed(`from and to lie ${Math.round(days)} days apart: expected at most ${MOST_DAYS}`);
  const { parameters, job } = file;
  const most = job?.maxParallelism ?? Number.POSITIVE_INFINITY;
  const maxConcurrent = Math.min(job?.suggestedConcurrency ?? parameters.maxConcurrentPosts, most);
  const maxUrgentConcurrent = Math.min(Math.max(parameters.maxUrgentConcurrentPosts, maxConcurrent), most);
  return ok({
    zone: file.timeZone,
    horizon,
    lanes: new Map(lanesOf(file, horizon.from).map((lane) => [lane.platform, lane])),
    maxConcurrent,
    maxUrgentConcurrent,
    campaigns: new Map(file.campaigns.map((campaign) => [campaign.id, campaign])),
    duplicateGaps: duplicateGapsOf(file),
    fixed: fixedPostsOf(file),
    open: file.posts.filter((post) => post.pinnedStart === null && post.postedAt === null),
  });
}

function bound(name: 'from' | 'to', file: PostsFile): string {
  const jobs = name === 'from' ? file.job?.startAfter : file.job?.deadline;
  if (file[name] !== null) return `${name} ${JSON.stringify(file[name])}`;
  return jobs ? `the job's ${JSON.stringify(jobs)}` : name;
}

/** A post's own window within the planned stretch; empty when `until <= from`. */
export function startWindowOf(frame: PlanFrame, post: Post): StartWindow {
  const campaign = post.campaign === null ? undefined : frame.campaigns.get(post.campaign);
  const from = [post.earliest, campaign?.from].flatMap((text) => (text ? [momentFrom(text, frame.zone)] : []));
  const until = [post.deadline, campaign?.to].flatMap((text) => (text ? [momentUntil(text, frame.zone)] : []));
  return {
    from: Math.max(frame.horizon.from, ...from) as Instant,
    until: Math.min(frame.horizon.until, ...until) as Instant,
  };
}

function horizonOf(file: PostsFile, now: Instant): StartWindow {
  const { job, timeZone } = file;
  const ordered = job?.startAfter ? momentFrom(job.startAfter, timeZone) : null;
  const due = job?.deadline ? momentUntil(job.deadline, timeZone) : null;
  const from = file.from ? momentFrom(file.from, timeZone) : (ordered ?? now);
  const until = file.to ? momentUntil(file.to, timeZone) : (due ?? plusMinutes(from, DEFAULT_DAYS * 1440));
  return { from: Math.max(from, ordered ?? from) as Instant, until: Math.min(until, due ?? until) as Instant };
}

function lanesOf(file: PostsFile, at: Instant): Lane[] {
  const constraints = new Map(file.constraints.map((constraint) => [constraint.platform, constraint]));
  return platformsOf(file).map((platform) => {
    const own = constraints.get(platform.id);
    const most = own?.maxConcurrentPosts ?? file.parameters.maxConcurrentPosts;
    const mostUrgent = own?.maxUrgentConcurrentPosts ?? Math.max(file.parameters.maxUrgentConcurrentPosts, most);
    const records = file.history.filter((record) => record.platform === platform.id);
    const pressure = rateLimitPressure(records, at);
    const quota = quotaOf(own?.apiQuota ?? null);
    return {
      platform: platform.id,
      name: platform.name,
      gapMinutes: (own?.minGapHours ?? platform.minGapHours) * 60 * file.parameters.gapFactor,
      maxConcurrent: relievedConcurrency(most, pressure),
      maxUrgentConcurrent: relievedConcurrency(mostUrgent, pressure),
      dailyCap: own?.dailyCap ?? null,
      quota: quota && { posts: quota.posts, perMinutes: quota.perHours * 60 },
      preferred: own?.preferredWindows ?? [],
      preferredOnly: own?.preferredOnly ?? false,
      prohibited: own?.prohibitedWindows ?? [],
    };
  });
}

function duplicateGapsOf(file: PostsFile): Map<string, number> {
  const named = new Map<string, number>();
  for (const { duplicateGroup, duplicateGapHours } of file.posts) {
    if (duplicateGroup === null) continue;
    named.set(duplicateGroup, Math.max(named.get(duplicateGroup) ?? -1, duplicateGapHours ?? -1));
  }
  return new Map(
    [...named].map(([group, hours]) => [group, (hours < 0 ? file.parameters.duplicateGapHours : hours) * 60]),
  );
}

function fixedPostsOf(file: PostsFile): FixedPost[] {
  const fixed: FixedPost[] = [];
  const said = new Set<string>();
  for (const post of file.posts) {
    const at = post.postedAt ?? post.pinnedStart;
    if (at === null) continue;
    const start = momentFrom(at, file.timeZone);
    fixed.push({ post, platform: post.platform, start, posted: post.postedAt !== null });
    said.add(`${post.platform}@${start}`);
    said.add(post.id);
  }
  for (const record of file.history) {
    const start = storedInstant(record.postedAt);
    // A post and the record of how it did are one post.
    if (said.has(`${record.platform}@${start}`) || (record.postId !== null && said.has(record.postId))) continue;
    fixed.push({ post: null, platform: record.platform, start, posted: true });
  }
  return fixed.sort((a, b) => a.start - b.start);
}
