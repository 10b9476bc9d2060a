// A posts document on the command line: read from a file or a batch job, and with something new in it.
import { ok } from '#shared/base/result';
import { describeProblem, parseWith } from '#shared/base/schema';
import { adaptiveCycle, startingState } from '#shared/posts/adaptive/adaptive-cycle';
import { adaptiveStateSchema } from '#shared/posts/adaptive/adaptive-state';
import { looksLikeBatchOrder, readBatchOrder } from '#shared/posts/batch-job-file';
import { batchResultsSchema, recordResults } from '#shared/posts/batch-results';
import { importPerformance } from '#shared/posts/import/import-performance';
import { mergeHistory } from '#shared/posts/import/merge-history';
import { tableText } from '#shared/posts/import/table-text';
import { withContractNames } from '#shared/posts/nouns/snake-case-names';
import type { PostingPlan } from '#shared/posts/plan/posting-plan';
import { POSTS_FORMAT, POSTS_VERSION, type PostsFile, parsePostsFile } from '#shared/posts/posts-file';
import type { Instant } from '#shared/time/instant';
import { BadInput } from './bad-input';
import { badDocument, parseDocument, readInput, readJson } from './input-files';
import type { Terminal } from './terminal';

/** A batch job is a document of its posts and nothing else. */
export async function readPosts(path: string): Promise<PostsFile> {
  const value = await readJson(path);
  const document = looksLikeBatchOrder(value) ? documentOfJob(path, value) : value;
  const parsed = parsePostsFile(document);
  if (parsed.ok) return parsed.value;
  throw badDocument(path, parsed.error.map(describeProblem));
}

/** With the figures of an export in the history. Every loss is noted with its line. */
export async function withImported(file: PostsFile, path: string, terminal: Terminal): Promise<PostsFile> {
  const table = tableText((await readInput(path)).bytes);
  const read = table.ok ? importPerformance(table.value, { zone: file.timeZone }) : table;
  if (!read.ok) throw new BadInput(`${path}: ${read.error}`);
  for (const { line, column, value, message } of read.value.problems) {
    terminal.note(`${path} line ${line}, ${column} is ${JSON.stringify(value)}: ${message}`);
  }
  const { history, added, updated, same } = mergeHistory(file.history, read.value.records, file.timeZone);
  terminal.note(`${read.value.mapping.name}: ${added} records added, ${updated} updated, ${same} the same.`);
  return { ...file, history: [...history] };
}

/** With what a batch job reports in the history, the plan beside it. */
export async function withResults(
  file: PostsFile,
  path: string,
  plan: PostingPlan,
  terminal: Terminal,
): Promise<PostsFile> {
  const reported = parseDocument(path, withContractNames(await readJson(path)), batchResultsSchema);
  const { history, added, updated, unknown } = recordResults(file.history, reported, plan, file.posts);
  const unknownIds = unknown.length > 0 ? `, unknown: ${unknown.join(', ')}` : '';
  terminal.note(`${added} results added, ${updated} updated${unknownIds}.`);
  return { ...file, history: [...history] };
}

/** After one turn of the adaptive cycle; what it remembers stands in the document as `adaptive`. */
export function withAdaptation(
  file: PostsFile,
  { path, now, seed }: { readonly path: string; readonly now: Instant; readonly seed: number },
  terminal: Terminal,
): PostsFile {
  const remembered =
    (file.adaptive ?? null) === null ? ok(startingState()) : parseWith(adaptiveStateSchema, file.adaptive);
  if (!remembered.ok)
    throw badDocument(
      path,
      remembered.error.map((one) => `adaptive.${describeProblem(one)}`),
    );
  const before = { ...remembered.value, parameters: file.parameters };
  const after = adaptiveCycle(before, file.history, now, file.timeZone, seed);
  const said = after.log.slice(before.log.length).map(({ step, reason }) => `${step}: ${reason}`);
  for (const line of said.length > 0 ? said : ['Too few jobs since the last change: nothing was adapted.']) {
    terminal.note(line);
  }
  return { ...file, parameters: after.parameters, adaptive: after };
}

function documentOfJob(path: string, value: unknown): unknown {
  const order = readBatchOrder(value, []);
  if (!order.ok) throw badDocument(path, order.error.map(describeProblem));
  return { format: POSTS_FORMAT, version: POSTS_VERSION, ...order.value };
}
