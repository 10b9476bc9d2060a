// Batch jobs: an order in as JSON, its schedule plan with waves out, its results back.
import { failed, ok, type Result } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import { RETRIES, retryDelays } from '#shared/posts/adaptive/backoff';
import { readBatchOrder } from '#shared/posts/batch-job-file';
import { type BatchResults, batchResultsSchema, recordResults } from '#shared/posts/batch-results';
import { momentFrom, momentUntil } from '#shared/posts/nouns/moment';
import { withContractNames } from '#shared/posts/nouns/snake-case-names';
import type { PostPlacement } from '#shared/posts/plan/posting-plan';
import { wavesOf } from '#shared/posts/plan/waves';
import { planCsv } from '#shared/posts/plan-csv';
import { planEvents } from '#shared/posts/plan-events';
import { type Instant, plusMinutes } from '#shared/time/instant';
import type { Change } from '../../db/change';
import { now, nowText } from '../clock';
import { commit } from '../commit';
import { host } from '../host';
import { undoable } from '../undoable';
import { type WorkspaceState, workspaceNow } from '../workspace';
import { adaptiveRows } from './adaptive';
import { pinnedRows } from './edit-posts';
import { changedRecords } from './merge-records';
import { planPostsIn, postPlanningNow } from './planning';

/** A job that names no end is planned for a week, as everything is. */
const DEFAULT_DAYS = 7;

export interface TakenJob {
  readonly bulkJobId: string;
  readonly added: number;
  /** Posts of the queue that the order names again; what is published stays as it is. */
  readonly updated: number;
}

/** Takes an order in and plans its posts, as one thing to undo. The problems name the paths of the JSON. */
export async function importBatchJob(text: string): Promise<Result<TakenJob, readonly string[]>> {
  const value = parseJson(text);
  if (!value.ok) return failed([value.error]);
  let result: Result<TakenJob, readonly string[]> = failed([]);
  await undoable(async () => {
    let taken: TakenJob | null = null;
    let problems: readonly string[] = [];
    const stored = await commit('Take in a batch job', (state) => {
      const order = readBatchOrder(value.value, state.posts.platforms);
      if (!order.ok) {
        problems = order.error.map(describeProblem);
        return problems.join('\n');
      }
      const { job, posts } = order.value;
      const known = new Map(state.posts.queue.map((post) => [post.id, post]));
      const fresh = posts.map((post) => ({
        ...known.get(post.id),
        ...post,
        postedAt: known.get(post.id)?.postedAt ?? post.postedAt,
      }));
      const updated = posts.filter((post) => known.has(post.id)).length;
      taken = { bulkJobId: job.bulkJobId, added: posts.length - updated, updated };
      return {
        puts: { posts: fresh, postJobs: [{ ...job, takenAt: nowText() }], ...pinnedRows(state, ...fresh) },
      };
    });
    if (!stored.ok || !taken) {
      result = failed(problems.length > 0 ? problems : [stored.ok ? 'Nothing was taken in.' : stored.error]);
      return null;
    }
    const { bulkJobId } = taken as TakenJob;
    result = ok(taken);
    const { queue } = workspaceNow().posts;
    const isOpen = queue.some((post) => post.bulkJobId === bulkJobId && !post.pinnedStart && !post.postedAt);
    if (!isOpen) return `Took in ${bulkJobId}`;
    await planBatchJob(bulkJobId);
    const { problem, said } = postPlanningNow();
    return `Took in ${bulkJobId}. ${problem ?? said}`;
  });
  return result;
}

/** Plans the posts of one job in its window, with its concurrency. */
export function planBatchJob(bulkJobId: string): Promise<boolean> {
  const { posts, settings } = workspaceNow();
  const job = posts.jobs.find((one) => one.bulkJobId === bulkJobId);
  const start = job?.startAfter ? momentFrom(job.startAfter, settings.timeZone) : now();
  const from = Math.max(start, now()) as Instant;
  const until = job?.deadline ? momentUntil(job.deadline, settings.timeZone) : plusMinutes(from, DEFAULT_DAYS * 1440);
  return planPostsIn({ from, until, jobId: bulkJobId }, `Batch job ${bulkJobId}`);
}

/** Forgets a job; its posts stay in the queue as everybody's. */
export function removeBatchJob(bulkJobId: string): Promise<Result<void, string>> {
  return commit(`Forget ${bulkJobId}`, (state) => ({
    puts: {
      posts: state.posts.queue
        .filter((post) => post.bulkJobId === bulkJobId)
        .map((post) => ({ ...post, bulkJobId: null })),
    },
    deletes: { postJobs: [bulkJobId] },
  }));
}

export interface ScheduleExport {
  readonly fileName: string;
  readonly text: string;
  readonly mimeType: string;
  readonly posts: number;
}

/** The plan in force as a file: of one job, or with null of the whole queue. What is published is left out. */
export async function exportSchedule(
  format: 'json' | 'csv' | 'ics',
  bulkJobId: string | null = null,
): Promise<Result<ScheduleExport, string>> {
  const state = workspaceNow();
  const placements = placementsOf(state, bulkJobId);
  if (placements.length === 0) return failed('There is no planned post to export.');
  const name = bulkJobId === null ? 'posts' : `posts-${bulkJobId.replaceAll(/[^\w-]+/g, '-')}`;
  const file = (text: string, mimeType: string) =>
    ok({ fileName: `${name}.${format}`, text, mimeType, posts: placements.length });
  switch (format) {
    case 'json':
      return file(`${JSON.stringify(schedulePlan(state, placements, bulkJobId), null, 2)}\n`, 'application/json');
    case 'csv':
      return file(planCsv({ placements }, state.posts.queue), 'text/csv');
    case 'ics': {
      const written = await calendarOf(state, placements);
      return written.ok ? file(written.value, 'text/calendar') : written;
    }
  }
}

export interface TakenResults {
  readonly added: number;
  readonly updated: number;
  /** Ids that belong to no post of the queue. */
  readonly unknown: readonly string[];
}

/** Takes in what a job reports, and lets the adaptive cycle look at it; one undo step, offered. Reporting twice changes nothing. */
export async function importBatchResults(text: string): Promise<Result<TakenResults, readonly string[]>> {
  const value = parseJson(text);
  if (!value.ok) return failed([value.error]);
  const parsed = parseWith(batchResultsSchema, withContractNames(value.value));
  if (!parsed.ok) return failed(parsed.error.map(describeProblem));
  let result: Result<TakenResults, readonly string[]> = failed([]);
  await undoable(async () => {
    let taken: TakenResults = { added: 0, updated: 0, unknown: [] };
    const stored = await commit(`Record results of ${parsed.value.bulkJobId}`, (state) => {
      const { change, ...counts } = resultsChange(state, parsed.value);
      taken = counts;
      return change;
    });
    result = stored.ok ? ok(taken) : failed([stored.error]);
    return stored.ok ? resultsWords(taken) : null;
  });
  return result;
}

function resultsChange(state: WorkspaceState, reported: BatchResults): TakenResults & { readonly change: Change } {
  const { placements, queue, performanceHistory } = state.posts;
  const { history, added, updated, unknown } = recordResults(performanceHistory, reported, { placements }, queue);
  const out = new Map(
    history.flatMap((record) => (record.postId && record.isSuccessful !== false ? [[record.postId, record]] : [])),
  );
  const published = queue.flatMap((post) => {
    const record = post.postedAt === null ? out.get(post.id) : undefined;
    return record ? [{ ...post, postedAt: record.postedAt }] : [];
  });
  const performance = changedRecords(performanceHistory, history);
  const adapted = adaptiveRows({ ...state, posts: { ...state.posts, performanceHistory: [...history] } });
  return { added, updated, unknown, change: { puts: { performance, posts: published, ...adapted } } };
}

/** "Recorded results: 12 new, 3 updated; no post is called job-7". */
function resultsWords({ added, updated, unknown }: TakenResults): string {
  const strangers = unknown.length > 0 ? `; no post is called ${unknown.slice(0, 5).join(', ')}` : '';
  return `Recorded results: ${added} new, ${updated} updated${strangers}`;
}

function placementsOf({ posts }: WorkspaceState, bulkJobId: string | null): PostPlacement[] {
  const wanted = new Set(
    posts.queue
      .filter((post) => post.postedAt === null && (bulkJobId === null || post.bulkJobId === bulkJobId))
      .map(({ id }) => id),
  );
  return posts.placements.filter(({ id }) => wanted.has(id));
}

/** What a batch pipeline takes: the same shape as the command line prints, numbered waves included. */
function schedulePlan(state: WorkspaceState, placements: readonly PostPlacement[], bulkJobId: string | null) {
  const ids = new Set(
    state.posts.queue.filter((post) => bulkJobId === null || post.bulkJobId === bulkJobId).map(({ id }) => id),
  );
  const unplaced = state.posts.unplaced.filter(({ id }) => ids.has(id));
  const retryDelaysSeconds = retryDelays(state.posts.parameters, RETRIES);
  return { bulkJobId, placements, unplaced, waves: wavesOf(placements), retryDelaysSeconds };
}

async function calendarOf(
  state: WorkspaceState,
  placements: readonly PostPlacement[],
): Promise<Result<string, string>> {
  const events = planEvents(placements, state.posts.queue);
  const asked = { entries: [], events, zone: state.settings.timeZone, now: nowText() };
  const written = await host().request('calendar.write', asked);
  if (written.kind === 'ok') return ok(written.value.ics);
  return failed(written.kind === 'failed' ? written.error.message : 'The export was cancelled.');
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return failed(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
