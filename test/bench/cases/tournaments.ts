// Scheduling, repairing and judging a drop. Verdicts go by processor time, and by the best of the runs: a machine that others use as well
// makes every wall clock late.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '#main/ports/clock';
import type { JobRunner } from '#main/ports/job-runner';
import { tournamentHandlers } from '#main/services/tournaments/tournaments';
import { lazyPool } from '#main/workers/lazy-pool';
import { cancellation } from '#shared/ipc/cancellation';
import { plusMinutes } from '#shared/time/instant';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { checkDrop } from '#shared/tournaments/day/check-drop';
import { repairTimetable } from '#shared/tournaments/day/repair';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import type { TournamentDocument } from '#shared/tournaments/document';
import { problemOf } from '#shared/tournaments/problem';
import type { Timetable } from '#shared/tournaments/timetable';
import { knockoutOf128, sixCategories } from '../../helpers/large-tournaments';
import type { BenchCase } from '../bench-case';

// The cases run from out/bench.
const WORKER = join(resolve(import.meta.dirname, '../..'), 'out/main/pool-worker.js');
const BARS: Readonly<Record<string, number>> = { '128 knockout best': 200, '1,024 matches best': 5_000 };

let knockout: TournamentDocument;
let categories: TournamentDocument;
let pool: JobRunner | null = null;
let poolSaid = 'the pool is not built';
const last = new Map<string, Timetable>();
const leastProcessor = new Map<string, number>();

async function best(name: string, document: TournamentDocument): Promise<void> {
  const before = process.cpuUsage();
  const outcome = await bestTimetable(document);
  const { user, system } = process.cpuUsage(before);
  leastProcessor.set(name, Math.min(leastProcessor.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1000));
  if (outcome.kind !== 'ok' || outcome.value.violations.length > 0) throw new Error(`${name} broke a rule`);
  last.set(name, outcome.value);
}

/** Through the service, as a page asks: lanes side by side, proved, with its progress. */
async function inPool(document: TournamentDocument): Promise<void> {
  if (!pool) return;
  const handlers = tournamentHandlers({ jobs: pool, clock: systemClock });
  let told = 0;
  const context = {
    signal: cancellation().signal,
    progress() {
      told += 1;
    },
    part() {},
  };
  const outcome = await handlers['tournament.schedule']({ document, mode: 'best' }, context);
  if (outcome.kind !== 'ok') throw new Error(JSON.stringify(outcome));
  poolSaid = `the pool has ${pool.threads} threads and told its progress ${told} times`;
}

function scheduled(name: string, document: TournamentDocument) {
  const rows = last.get(name)!.matches;
  const matches = rows.map(({ match }) => match);
  const inForce = { ...document, matches, timetable: timetableRows(rows) };
  return { document: inForce, matches, rows, problem: problemOf(inForce, matches) };
}

function refusedDrop(name: string, document: TournamentDocument): void {
  const { problem, rows } = scheduled(name, document);
  const row = rows[30]!;
  checkDrop(problem, rows, { match: row.match.id, court: row.court, start: plusMinutes(row.start!, -15) });
}

function lostCourt(name: string, document: TournamentDocument): void {
  const { document: inForce, matches, problem } = scheduled(name, document);
  const now = plusMinutes(problem.start, 60);
  const closures = [{ court: document.courts[0]!.id, from: document.start as never, to: null }];
  repairTimetable({ ...inForce, closures }, matches, now);
}

export const tournamentsCase: BenchCase = {
  name: 'tournaments',
  describe:
    '128-player knockout on 8 courts with 12 umpires; 1,024 matches in 6 categories over 3 days, 20 courts, 30 umpires',
  bar: '128 knockout best <= 200 ms; 1,024 matches best <= 5,000 ms',
  setUp() {
    knockout = knockoutOf128();
    categories = sixCategories();
    pool = existsSync(WORKER) ? lazyPool({ workerPath: WORKER, report: () => {} }) : null;
  },
  tearDown: () => pool?.close(),
  variants: {
    '128 knockout best': () => best('128 knockout best', knockout),
    '128 knockout classic': () => void classicTimetable(knockout),
    '128 knockout, a drop refused': () => refusedDrop('128 knockout best', knockout),
    '128 knockout, a court lost': () => lostCourt('128 knockout best', knockout),
    '1,024 matches best': () => best('1,024 matches best', categories),
    '1,024 matches best, in the pool': () => inPool(categories),
    '1,024 matches classic': () => void classicTimetable(categories),
    '1,024 matches, a drop refused': () => refusedDrop('1,024 matches best', categories),
    '1,024 matches, a court lost': () => lostCourt('1,024 matches best', categories),
  },
  ratios: [['1,024 matches best', '1,024 matches best, in the pool']],
  runs: 5,
  note: () =>
    [
      ...[...last].map(([name, { matches, quality }]) => {
        const bound = quality.bound ? `bound ${quality.bound.minutes} by ${quality.bound.reason}` : 'no bound';
        const processor = leastProcessor.get(name)!;
        const verdict = processor <= BARS[name]! ? 'met' : 'MISSED';
        return (
          `${name}: processor ${Math.round(processor)} ms of ${BARS[name]}: ${verdict}; ${matches.length} matches, ` +
          `unplaced ${quality.unplaced}, makespan ${quality.makespanMinutes} min (${bound}), ` +
          `breaches ${quality.neutralityBreaches} (fewest ${quality.fewestBreaches}), umpire load range ${quality.umpireLoadRange}, ` +
          `row excess ${quality.umpireRowExcess}, court range ${quality.courtLoadRange}`
        );
      }),
      poolSaid,
    ].join('\n  '),
};
