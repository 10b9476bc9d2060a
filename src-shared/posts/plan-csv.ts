import type { Post } from './nouns/post';
import type { PostingPlan } from './plan/posting-plan';

const HEADER = ['id', 'platform', 'content type', 'title', 'start (UTC)', 'local time', 'time zone', 'wave', 'score'];

/** The plan as a table for spreadsheets and other tools: RFC 4180, one row a post, by time. */
export function planCsv(plan: Pick<PostingPlan, 'placements'>, posts: readonly Post[]): string {
  const postById = new Map(posts.map((post) => [post.id, post]));
  const rows = plan.placements.map(({ id, platform, start, wallTime, timeZone, wave, score }) => {
    const post = postById.get(id);
    const type = post?.contentType ?? '';
    return [id, platform, type, post?.title ?? '', start, wallTime, timeZone, String(wave), score.toFixed(3)];
  });
  return [HEADER, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that begins like a formula gets an apostrophe: spreadsheets would run it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
