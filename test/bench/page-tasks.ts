// What the page's only thread did, phase by phase, from a browser trace: how long each task held it, in time of the processor and on the
// clock, and in which function. On a shared machine only the processor's time tells of the page itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface PageTask {
  /** Milliseconds of the processor. */
  readonly cpu: number;
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** Where most of its time went, outermost first. */
  readonly where: string;
}

export interface PagePhase {
  readonly name: string;
  readonly milliseconds: number;
  /** Processor time of the page's thread in all, in milliseconds. */
  readonly cpu: number;
  /** Longest first, of processor time; those over 50 ms of either time. */
  readonly long: readonly PageTask[];
  /** Longest distance of two drawn frames as the page saw it, in milliseconds. */
  readonly longestFrame: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: ProfileData };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url?: string;
    readonly lineNumber?: number;
    readonly columnNumber?: number;
  };
}

interface ProfileData {
  readonly startTime?: number;
  readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
  readonly timeDeltas?: readonly number[];
}

const LONG_MILLISECONDS = 50;
const MARK = 'phase:';
/** Kinds of trace events: tasks and marks. */
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'];
/** A look at the stack every few hundred microseconds. */
const STACKS = 'disabled-by-default-v8.cpu_profiler';

/** To be added to a page before it loads: notes the distances of frames, and lets phases be named. */
export function watchFrames(): void {
  const phases: { name: string; longestFrame: number }[] = [];
  let last = performance.now();
  const frame = (at: number): void => {
    const now = phases.at(-1);
    if (now) now.longestFrame = Math.max(now.longestFrame, at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(globalThis, {
    framesOfPhases: phases,
    beginPhase(name: string) {
      performance.mark(`phase:${name}`);
      phases.push({ name, longestFrame: 0 });
    },
  });
}

/** Ends the running phase of a page and begins another. */
export async function beginPhase(page: Page, name: string): Promise<void> {
  await page.evaluate((named) => (globalThis as unknown as { beginPhase(name: string): void }).beginPhase(named), name);
}

/** Lets the page draw a number of frames. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}

/** Lets what follows begin, and waits until the page has nothing left to do. */
export async function settled(page: Page): Promise<void> {
  await frames(page, 40);
  await page.evaluate(async () => {
    for (let turn = 0; turn < 10; turn += 1)
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
  });
}

/** Records everything the browser's pages do from now on; with `stacks` also in which functions, which costs a page that works for minutes a lot. `end` gives the phases of each of the pages. */
export async function recordTasks(
  browser: Browser,
  { stacks }: { readonly stacks: boolean },
): Promise<{ end(pages: readonly Page[]): Promise<PagePhase[]> }> {
  const session: CDPSession = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (isWanted(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      recordMode: 'recordUntilFull',
      traceBufferSizeInKb: 1_500_000,
      includedCategories: stacks ? [...CATEGORIES, STACKS] : CATEGORIES,
    },
  });
  return {
    async end(pages) {
      const longest = new Map<string, number>();
      for (const page of pages)
        for (const { name, longestFrame } of await page.evaluate(
          () => (globalThis as unknown as { framesOfPhases: { name: string; longestFrame: number }[] }).framesOfPhases,
        ))
          longest.set(name, Math.max(longest.get(name) ?? 0, longestFrame));
      const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
      await session.send('Tracing.end');
      await complete;
      await session.detach();
      return phasesOf(events, longest);
    },
  };
}

/** What the browser does beside running functions. */
const OWN_WORK = new Set([
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
  'MinorGC',
  'MajorGC',
  'HitTest',
]);

function isWanted({ name }: TraceEvent): boolean {
  return ['RunTask', 'Profile', 'ProfileChunk'].includes(name) || OWN_WORK.has(name) || name.startsWith(MARK);
}

function phasesOf(events: readonly TraceEvent[], frames: ReadonlyMap<string, number>): PagePhase[] {
  const marks = events.filter(({ name }) => name.startsWith(MARK)).sort((a, b) => a.ts - b.ts);
  const phases: PagePhase[] = [];
  for (const mark of marks) {
    const next = marks.find(({ pid, ts }) => pid === mark.pid && ts > mark.ts);
    if (!next) continue;
    const name = mark.name.slice(MARK.length);
    const tasks = events.filter(
      (event) => event.name === 'RunTask' && event.ph === 'X' && event.pid === mark.pid && event.tid === mark.tid,
    );
    // A task belongs to the phase it begins in.
    const own = tasks.filter(({ ts }) => ts >= mark.ts && ts < next.ts);
    const isLong = ({ tdur = 0, dur = 0 }: TraceEvent) => Math.max(tdur, dur) > LONG_MILLISECONDS * 1000;
    const samples = samplesOf(events, mark.pid);
    const beside = events.filter(({ name, pid, tid }) => OWN_WORK.has(name) && pid === mark.pid && tid === mark.tid);
    phases.push({
      name,
      milliseconds: (next.ts - mark.ts) / 1000,
      cpu: own.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
      long: own
        .filter(isLong)
        .map((task) => ({
          cpu: (task.tdur ?? 0) / 1000,
          wall: (task.dur ?? 0) / 1000,
          where: `${samples(task.ts, task.ts + (task.dur ?? 0))}${ownWork(beside, task)}`,
        }))
        .sort((a, b) => b.cpu - a.cpu),
      longestFrame: frames.get(name) ?? 0,
    });
  }
  return phases;
}

/** " [Layout 31, Paint 12]": milliseconds of the processor inside a task. */
function ownWork(beside: readonly TraceEvent[], { ts, dur = 0 }: TraceEvent): string {
  const sums = new Map<string, number>();
  for (const event of beside)
    if (event.ts >= ts && event.ts < ts + dur) sums.set(event.name, (sums.get(event.name) ?? 0) + (event.tdur ?? 0));
  const told = [...sums].filter(([, microseconds]) => microseconds > 2_000).sort(([, a], [, b]) => b - a);
  return told.length === 0 ? '' : ` [${told.map(([name, sum]) => `${name} ${Math.round(sum / 1000)}`).join(', ')}]`;
}

/** Says where the time between two moments went: the path that most samples share, and what was on top most often. */
function samplesOf(events: readonly TraceEvent[], pid: number): (from: number, to: number) => string {
  const nodes = new Map<number, ProfileNode>();
  const taken: { at: number; node: number }[] = [];
  const profiles = events.filter((event) => event.name.startsWith('Profile') && event.pid === pid);
  let at = 0;
  for (const { args } of profiles) {
    at = args?.data?.startTime ?? at;
    for (const node of args?.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    args?.data?.cpuProfile?.samples?.forEach((node, index) => {
      at += args?.data?.timeDeltas?.[index] ?? 0;
      taken.push({ at, node });
    });
  }
  return (from, to) => {
    const seen = taken.filter((sample) => sample.at >= from && sample.at < to);
    const inclusive = new Map<number, number>();
    const onTop = new Map<string, number>();
    for (const { node } of seen) {
      for (let id: number | undefined = node; id !== undefined; id = nodes.get(id)?.parent) {
        inclusive.set(id, (inclusive.get(id) ?? 0) + 1);
      }
      const name = nameOf(nodes.get(node));
      onTop.set(name, (onTop.get(name) ?? 0) + 1);
    }
    const path = [...inclusive]
      .filter(([, count]) => count * 2 > seen.length)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .map(([id]) => nameOf(nodes.get(id)));
    const top = [...onTop]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 4)
      .map(([name, count]) => `${name} ${Math.round((100 * count) / seen.length)} %`);
    return `${path.slice(-4).join(' > ')}; ${top.join(', ')}`;
  };
}

/** A function by its name, and by its place in the sources when the page was built with `--sourcemap`. */
function nameOf(node: ProfileNode | undefined): string {
  if (!node) return '?';
  const { functionName, url, lineNumber, columnNumber } = node.callFrame;
  const name = functionName || '(anonymous)';
  if (!url || lineNumber === undefined || columnNumber === undefined) return name;
  const entry = mapOf(basename(new URL(url).pathname))?.findEntry(lineNumber, columnNumber);
  if (!entry || !('originalSource' in entry)) return name;
  return `${name} ${entry.originalSource.replace(/^.*node_modules\//, '').replace(/^.*src-/, 'src-')}:${entry.originalLine + 1}`;
}

const maps = new Map<string, SourceMap | null>();

function mapOf(script: string): SourceMap | null {
  const known = maps.get(script);
  if (known !== undefined) return known;
  const folder = join(process.cwd(), 'out/renderer/assets');
  const path = join(folder, `${script}.map`);
  const map =
    readdirSync(folder).includes(script) && existsSync(path)
      ? new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
      : null;
  maps.set(script, map);
  return map;
}
