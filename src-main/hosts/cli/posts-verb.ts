import { setImmediate as immediate } from 'node:timers/promises';
import { describeProblem } from '#shared/base/schema';
import { batchResultsSchema, recordResults } from '#shared/posts/batch-results';
import { withContractNames } from '#shared/posts/nouns/snake-case-names';
import { planPostsFile, scoresByPlatform } from '#shared/posts/plan-posts-file';
import { type PostsFile, parsePostsFile, platformsOf } from '#shared/posts/posts-file';
import { predictFile } from '#shared/posts/predict-posts-file';
import { BadInput } from './bad-input';
import { badDocument, parseDocument, readJson } from './input-files';
import { momentOption, oneOf, readOptions, wholeNumber } from './options';
import { EXIT, type Terminal, type Verb } from './terminal';

export const postsVerb: Verb = {
  summary: 'plan when to publish, or predict the best times of a platform',
  usage: `Usage: daywright posts FILE.json [--content-type TYPE] [--now ISO] [--seed N]
       daywright posts FILE.json --record RESULTS.json
       daywright posts FILE.json --predict PLATFORM [--top N] [--content-type TYPE]
  FILE.json           a daywright.posts document
  --content-type TYPE the type the scores are for, where a platform has it (default: what the file posts most)
  --now ISO           the moment of planning where the file names no stretch (default: now)
  --seed N            another plan of the same quality where the problem is large
  --predict PLATFORM  learn from the file's history and name the best times instead
  --top N             how many (default 5)
  --record RESULTS    take in what a batch job reports, {"bulkJobId","results":[{"id","postedAt",...}]}, and print the document
Prints {"placements","unplaced","waves","quality","scores"}, or with --predict
{"platform","usedModel","r2","baselines","samples","metric","notice","top"}.
`,
  run: runPosts,
};

async function runPosts(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, {
    'content-type': 'text',
    now: 'text',
    seed: 'text',
    predict: 'text',
    top: 'text',
    record: 'text',
  });
  const [path, ...more] = given.files;
  if (path === undefined) throw new BadInput('posts needs a file: expected a daywright.posts document');
  if (more.length > 0) throw new BadInput(`${JSON.stringify(more[0])} is one file too many: expected one document`);
  const seed = wholeNumber('--seed', given.text('seed'), 0, 2 ** 31 - 1) ?? 1;
  const file = await readPosts(path);
  const now =
    given.text('now') === null ? terminal.clock.now() : momentOption('--now', given.text('now'), file.timeZone).at;
  const contentType = contentTypeOption(file, given.text('content-type'));
  const predicted = given.text('predict');
  if (predicted !== null) {
    const platform = oneOf(
      '--predict',
      predicted,
      platformsOf(file).map(({ id }) => id),
    );
    const top = wholeNumber('--top', given.text('top'), 1, 168) ?? 5;
    const prediction = await watched(
      predictFile(file, { now, seed, platform, contentType, top }),
      terminal,
      `Learning ${platform}`,
    );
    if (prediction === null) return EXIT.cancelled;
    await terminal.print(`${JSON.stringify(prediction, null, 2)}\n`);
    return EXIT.done;
  }
  const planned = planPostsFile(file, { now, seed, isCancelled: () => terminal.signal.aborted });
  if (!planned.ok) throw new BadInput(`${path}: ${planned.error}`);
  const { plan, violations, scores } = planned.value;
  if (violations.length > 0) throw new Error(`The plan breaks a rule: ${violations[0]!.message}`);
  const results = given.text('record');
  if (results !== null) {
    const reported = parseDocument(results, withContractNames(await readJson(results)), batchResultsSchema);
    const { history, added, updated, unknown } = recordResults(file.history, reported, plan, file.posts);
    const unknownIds = unknown.length > 0 ? `, unknown: ${unknown.join(', ')}` : '';
    terminal.note(`${added} results added, ${updated} updated${unknownIds}.`);
    await terminal.print(`${JSON.stringify({ ...file, history }, null, 2)}\n`);
    return EXIT.done;
  }
  await terminal.print(
    `${JSON.stringify({ ...plan, scores: scoresByPlatform(file, scores, contentType) }, null, 2)}\n`,
  );
  return EXIT.done;
}

/** Runs steps with a breath after each, in which Ctrl-C is heard; null when it was pressed. */
async function watched<T>(steps: Generator<number, T>, terminal: Terminal, phase: string): Promise<T | null> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    terminal.progress(step.value, phase);
    await immediate();
    if (terminal.signal.aborted) return null;
  }
}

function contentTypeOption(file: PostsFile, type: string | null): string | null {
  const known = platformsOf(file).flatMap((platform) => platform.contentTypes.map(({ id }) => id));
  if (type === null || known.includes(type)) return type;
  throw new BadInput(`--content-type is ${JSON.stringify(type)}: expected one of ${known.join(', ')}`);
}

async function readPosts(path: string): Promise<PostsFile> {
  const parsed = parsePostsFile(await readJson(path));
  if (parsed.ok) return parsed.value;
  throw badDocument(path, parsed.error.map(describeProblem));
}
