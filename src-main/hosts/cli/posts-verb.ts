import { setImmediate as immediate } from 'node:timers/promises';
import { writeCalendar } from '#shared/calendar/write';
import { RETRIES, retryDelays } from '#shared/posts/adaptive/backoff';
import { postKpis } from '#shared/posts/adaptive/post-kpis';
import { noticeOf } from '#shared/posts/learning/predict-times';
import type { PostingPlan } from '#shared/posts/plan/posting-plan';
import { planCsv } from '#shared/posts/plan-csv';
import { planEvents } from '#shared/posts/plan-events';
import { planPostsFile, scoresByPlatform } from '#shared/posts/plan-posts-file';
import { type PostsFile, platformsOf } from '#shared/posts/posts-file';
import { predictFile } from '#shared/posts/predict-posts-file';
import { recommendationsFor } from '#shared/posts/recommendations';
import { trainFile } from '#shared/posts/train-posts-file';
import { formatInstant, type Instant } from '#shared/time/instant';
import { BadInput } from './bad-input';
import { momentOption, oneOf, readOptions, wholeNumber } from './options';
import { writeOutput } from './output-file';
import { readPosts, withAdaptation, withImported, withResults } from './posts-document';
import { EXIT, type Terminal, type Verb } from './terminal';

export const postsVerb: Verb = {
  summary: 'plan when to publish, or predict the best times of a platform',
  usage: `Usage: daywright posts FILE.json [--content-type TYPE] [--now ISO] [--seed N] [--csv OUT.csv] [--ics OUT.ics]
       daywright posts FILE.json --predict PLATFORM [--top N] [--content-type TYPE]
       daywright posts FILE.json --recommend PLATFORM
       daywright posts FILE.json --import EXPORT.csv | --record RESULTS.json | --adapt | --train | --kpis
  FILE.json           a daywright.posts document, or a batch job {"bulkJobId","posts":[...],"startAfter",...}
  --content-type TYPE the type the scores are for, where a platform has it (default: what the file posts most)
  --now ISO           the moment of planning where the file names no stretch (default: now)
  --seed N            another plan of the same quality where the problem is large
  --csv, --ics OUT    also write the plan as a table or as a calendar
  --predict PLATFORM  learn from the file's history and name the best times instead
  --top N             how many (default 5)
  --recommend PLATFORM  what to change there, with its evidence and expected gain
  --import EXPORT.csv take in the figures of a platform's export, and print the document
  --record RESULTS    take in what a batch job reports, {"bulkJobId","results":[{"id","postedAt",...}]}, and print the document
  --adapt             let the adaptive cycle look at the history once, and print the document
  --train             learn every platform of the history, and print the models' cards
  --kpis              throughput, refusals and quota, latency and adherence, of all platforms and of each, and by week
Prints {"placements","unplaced","waves","quality","retryDelaysSeconds","scores"}, or with --predict
{"platform","usedModel","r2","baselines","samples","metric","notice","top"}, or with --recommend, --train and --kpis a list.
`,
  run: runPosts,
};

/** The options each action reads besides its own. */
const READ_BY = {
  plan: ['content-type', 'now', 'seed', 'csv', 'ics'],
  predict: ['content-type', 'now', 'seed', 'top'],
  recommend: ['now'],
  import: [],
  record: ['now', 'seed'],
  adapt: ['now', 'seed'],
  train: ['now', 'seed'],
  kpis: ['now'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Action = Exclude<keyof typeof READ_BY, 'plan'>;

const FLAGS: readonly Action[] = ['adapt', 'train', 'kpis'];
const ACTIONS = Object.keys(READ_BY).filter((name): name is Action => name !== 'plan');
const SHARED_OPTIONS = ['content-type', 'now', 'seed', 'csv', 'ics', 'top'] as const;

async function runPosts(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, {
    'content-type': 'text',
    now: 'text',
    seed: 'text',
    csv: 'text',
    ics: 'text',
    predict: 'text',
    top: 'text',
    recommend: 'text',
    import: 'text',
    record: 'text',
    adapt: 'flag',
    train: 'flag',
    kpis: 'flag',
  });
  const [path, ...more] = given.files;
  if (path === undefined) throw new BadInput('posts needs a file: expected a daywright.posts document');
  if (more.length > 0) throw new BadInput(`${JSON.stringify(more[0])} is one file too many: expected one document`);
  const asked = ACTIONS.filter((name) => (FLAGS.includes(name) ? given.flag(name) : given.text(name) !== null));
  if (asked.length > 1) throw new BadInput(`--${asked[0]} and --${asked[1]} cannot stand together`);
  refuseUnread((name) => given.text(name), asked[0] ?? 'plan');
  const seed = wholeNumber('--seed', given.text('seed'), 0, 2 ** 31 - 1) ?? 1;
  const file = await readPosts(path);
  const now =
    given.text('now') === null ? terminal.clock.now() : momentOption('--now', given.text('now'), file.timeZone).at;
  const contentType = contentTypeOption(file, given.text('content-type'));
  const print = (value: unknown) => terminal.print(`${JSON.stringify(value, null, 2)}\n`);
  const platformOption = (name: 'predict' | 'recommend') =>
    oneOf(
      `--${name}`,
      given.text(name)!,
      platformsOf(file).map(({ id }) => id),
    );
  const [action] = asked;
  switch (action) {
    case 'predict': {
      const platform = platformOption('predict');
      const top = wholeNumber('--top', given.text('top'), 1, 168) ?? 5;
      const steps = predictFile(file, { now, seed, platform, contentType, top });
      const prediction = await watched(steps, terminal, `Learning ${platform}`);
      if (prediction === null) return EXIT.cancelled;
      await print(prediction);
      return EXIT.done;
    }
    case 'recommend':
      await print(recommendationsFor(file, platformOption('recommend'), now));
      return EXIT.done;
    case 'train': {
      const cards = await watched(trainEach(file, now, seed), terminal, 'Learning');
      if (cards === null) return EXIT.cancelled;
      await print(cards);
      return EXIT.done;
    }
    case 'kpis':
      await print(kpisOfEach(file, now));
      return EXIT.done;
    case 'import':
      await print(await withImported(file, given.text('import')!, terminal));
      return EXIT.done;
    case 'adapt':
      await print(withAdaptation(file, { path, now, seed }, terminal));
      return EXIT.done;
    default: {
      const planned = planPostsFile(file, { now, seed, isCancelled: () => terminal.signal.aborted });
      if (!planned.ok) throw new BadInput(`${path}: ${planned.error}`);
      const { plan, violations, scores } = planned.value;
      if (violations.length > 0) throw new Error(`The plan breaks a rule: ${violations[0]!.message}`);
      const results = given.text('record');
      if (results !== null) {
        await print(await withResults(file, results, plan, terminal));
        return EXIT.done;
      }
      await writePlan(file, plan, { path, csv: given.text('csv'), ics: given.text('ics'), now }, terminal);
      const retryDelaysSeconds = retryDelays(file.parameters, RETRIES);
      await print({ ...plan, retryDelaysSeconds, scores: scoresByPlatform(file, scores, contentType) });
      return EXIT.done;
    }
  }
}

/** An option that the asked action would not look at is a mistake, not a decoration. */
function refuseUnread(text: (name: (typeof SHARED_OPTIONS)[number]) => string | null, action: keyof typeof READ_BY) {
  const unread = SHARED_OPTIONS.find((name) => text(name) !== null && !READ_BY[action].some((read) => read === name));
  if (unread === undefined) return;
  const readers = Object.entries(READ_BY).filter(([, options]) => options.some((name) => name === unread));
  const where = readers.map(([name]) => (name === 'plan' ? 'a plan' : `--${name}`)).join(', ');
  const beside = action === 'plan' ? '' : ` beside --${action}`;
  throw new BadInput(`--${unread} is ${JSON.stringify(text(unread))}${beside}: expected it with ${where} only`);
}

/** Platforms that have a history, in the order of the list. */
function platformsWithHistory(file: PostsFile): string[] {
  const posted = new Set(file.history.map(({ platform }) => platform));
  return platformsOf(file).flatMap(({ id }) => (posted.has(id) ? [id] : []));
}

function* trainEach(file: PostsFile, now: Instant, seed: number): Generator<number, unknown> {
  const platforms = platformsWithHistory(file);
  const cards: unknown[] = [];
  for (const [index, platform] of platforms.entries()) {
    const steps = trainFile(file, { now, seed, platform });
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        cards.push({ ...step.value.card, notice: noticeOf(step.value.card) });
        break;
      }
      yield (index + step.value) / platforms.length;
    }
  }
  return cards;
}

/** First of all together, then of each platform. */
function kpisOfEach(file: PostsFile, now: Instant): unknown {
  return [null, ...platformsWithHistory(file)].map((platform) => {
    const { now: total, ...more } = postKpis(file, platform, now, null);
    return { platform, ...total, ...more };
  });
}

interface PlanOutputs {
  readonly path: string;
  readonly csv: string | null;
  readonly ics: string | null;
  readonly now: Instant;
}

async function writePlan(file: PostsFile, plan: PostingPlan, outputs: PlanOutputs, terminal: Terminal): Promise<void> {
  const { path, csv, ics, now } = outputs;
  if (csv !== null) await writeOutput(csv, planCsv(plan, file.posts), [path], terminal);
  if (ics === null) return;
  const events = planEvents(plan.placements, file.posts);
  const text = writeCalendar({ entries: [], events, zone: file.timeZone, now: formatInstant(now) });
  await writeOutput(ics, text, [path], terminal);
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
