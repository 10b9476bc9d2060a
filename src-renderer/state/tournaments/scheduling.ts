// Making a timetable: the host draws, schedules and proves it; it is stored as one undo step.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { failed, ok, type Result } from '#shared/base/result';
import type { Progress } from '#shared/ipc/outcome';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { numberMatches } from '#shared/tournaments/setup/number-matches';
import { startOf } from '#shared/tournaments/start-time';
import { announce } from '../announce';
import { now, nowText } from '../clock';
import { host } from '../host';
import { sentence } from '../planning';
import { type StoredTournament, workspaceNow } from '../workspace';
import { editTournament } from './edit';
import { withOwnAbsences } from './own-absences';
import { tournamentView } from './view';

export type ScheduleMode = 'best' | 'classic';

export interface SchedulingState {
  /** The tournament it is about; null when idle and nothing went wrong. */
  readonly id: string | null;
  readonly phase: 'idle' | 'scheduling';
  readonly progress: Progress | null;
  readonly problem: string | null;
}

const IDLE: SchedulingState = { id: null, phase: 'idle', progress: null, problem: null };
const store = createStore<SchedulingState>(() => IDLE);
let abort: AbortController | null = null;

export function useScheduling<T>(selector: (state: SchedulingState) => T): T {
  return useStore(store, useShallow(selector));
}

export function schedulingNow(): SchedulingState {
  return store.getState();
}

/** Draws what is not drawn, schedules and stores. What was played or pinned stays. Fails with a sentence; cancelled is no failure. */
export async function scheduleTournament(id: string, mode: ScheduleMode = 'best'): Promise<Result<void, string>> {
  if (store.getState().phase === 'scheduling')
    return failed('A timetable is being made. Wait until it is done, or cancel it.');
  const stored = workspaceNow().tournaments.find((tournament) => tournament.id === id);
  if (!stored) return failed(`There is no tournament ${id}.`);
  const mine = new AbortController();
  abort = mine;
  store.setState({ id, phase: 'scheduling', progress: { fraction: 0, phase: 'Drawing' }, problem: null });
  try {
    const document = await withOwnAbsences(stored);
    const outcome = await host().request(
      'tournament.schedule',
      { document: fromNowOn(document, mode), mode },
      { signal: mine.signal, onProgress: (progress) => store.setState({ progress }) },
    );
    if (outcome.kind === 'cancelled') {
      store.setState(IDLE);
      announce('Scheduling stopped, nothing has changed');
      return ok(undefined);
    }
    if (outcome.kind === 'failed') return fail(id, sentence(outcome.error));
    const { matches, timetable, bound, fewestBreaches, milliseconds } = outcome.value;
    const scheduled = { ...document, matches, timetable };
    const courts = document.courts.map((court) => court.id);
    const done = await editTournament(id, `Schedule ${matches.length} matches`, (view) => {
      if (view.document !== stored) return failed('The tournament was changed meanwhile. Schedule it again.');
      return ok({
        ...scheduled,
        matches: numberMatches(matches, rowsInForce(scheduled, matches), courts),
        lastRun: { mode, at: nowText(), milliseconds: Math.round(milliseconds), bound, fewestBreaches },
      });
    });
    if (!done.ok) return fail(id, done.error);
    store.setState(IDLE);
    announce(scheduledSentence(id));
    return done;
  } catch (error) {
    return fail(id, `The timetable could not be made: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    if (abort === mine) abort = null;
  }
}

/** On the day, once something was played, nothing new is put into the past. The classic mode knows no past. */
function fromNowOn(document: StoredTournament, mode: ScheduleMode): StoredTournament {
  const isUnderWay = document.results.length > 0 && now() > startOf(document);
  if (mode === 'classic' || !isUnderWay) return document;
  return { ...document, options: { ...document.options, startTimeOverride: nowText() } };
}

/** Stops a timetable that is being made; nothing changes. */
export function cancelScheduling(): void {
  abort?.abort();
}

export function dismissSchedulingProblem(): void {
  if (store.getState().phase === 'idle') store.setState(IDLE);
}

/** "36 matches scheduled in 54 ms, 1 clash". Null before the first timetable. */
export function scheduleStatus(document: StoredTournament): string | null {
  const view = tournamentView(document);
  if (!view.isScheduled) return null;
  const clashes = view.violations.length;
  const took = document.lastRun ? ` in ${formatTook(document.lastRun.milliseconds)}` : '';
  return `Scheduled${took}, ${clashes === 0 ? 'no clash' : `${clashes} ${clashes === 1 ? 'clash' : 'clashes'}`}`;
}

function scheduledSentence(id: string): string {
  const document = workspaceNow().tournaments.find((tournament) => tournament.id === id);
  return (document && scheduleStatus(document)) ?? 'Scheduled';
}

function formatTook(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

function fail(id: string, problem: string): Result<void, string> {
  store.setState({ ...IDLE, id, problem });
  announce(problem, 'assertive');
  return failed(problem);
}
