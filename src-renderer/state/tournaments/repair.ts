// A repair is looked at before it is applied: which matches would move, from where to where.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { failed, ok, type Result } from '#shared/base/result';
import { type TimetableChange, timetableDiff } from '#shared/tournaments/day/timetable-diff';
import type { TimetableRow } from '#shared/tournaments/document';
import { announce } from '../announce';
import { nowText } from '../clock';
import { host } from '../host';
import { sentence } from '../planning';
import { onWorkspace, type StoredTournament, workspaceNow } from '../workspace';
import { editTournament } from './edit';
import { withOwnAbsences } from './own-absences';
import { tournamentView } from './view';

export interface RepairPreview {
  readonly id: string;
  /** What would change, in the order of the new times; never empty. */
  readonly changes: readonly TimetableChange[];
  /** Clashes that would be left: only what facts and pins force. */
  readonly clashesLeft: number;
}

export interface RepairState {
  readonly phase: 'idle' | 'looking' | 'previewing';
  readonly preview: RepairPreview | null;
  readonly problem: string | null;
}

interface Found {
  /** Before the repair, with the absences it was made for. */
  readonly document: StoredTournament;
  readonly stored: StoredTournament;
  readonly timetable: readonly TimetableRow[];
}

const IDLE: RepairState = { phase: 'idle', preview: null, problem: null };
const store = createStore<RepairState>(() => IDLE);
let found: Found | null = null;
let asked = 0;

// A preview fits one version of its tournament; with another it is gone.
onWorkspace(({ tournaments }) => {
  if (found && !tournaments.includes(found.stored)) discardRepair();
});

export function useRepair<T>(selector: (state: RepairState) => T): T {
  return useStore(store, useShallow(selector));
}

export function repairNow(): RepairState {
  return store.getState();
}

/** Asks the host for the smallest repair from now on. Nothing is stored; `previewing` when something would change, else `idle`. */
export async function lookForRepair(id: string): Promise<void> {
  asked += 1;
  const turn = asked;
  const stored = workspaceNow().tournaments.find((tournament) => tournament.id === id);
  if (!stored || !tournamentView(stored).isScheduled) return;
  found = null;
  store.setState({ ...IDLE, phase: 'looking' });
  try {
    const document = await withOwnAbsences(stored);
    const outcome = await host().request('tournament.repair', { document, now: nowText() });
    // Something newer was asked meanwhile.
    if (turn !== asked) return;
    if (outcome.kind === 'cancelled') store.setState(IDLE);
    else if (outcome.kind === 'failed') store.setState({ ...IDLE, problem: sentence(outcome.error) });
    else show(stored, document, outcome.value.timetable, outcome.value.violations.length);
  } catch (error) {
    const problem = `The timetable could not be looked at: ${error instanceof Error ? error.message : String(error)}`;
    if (turn === asked) store.setState({ ...IDLE, problem });
  }
}

/** Stores the repair that is shown, as one undo step. */
export async function applyRepair(): Promise<Result<void, string>> {
  const repair = found;
  if (!repair) return failed('There is no repair to apply.');
  const count = store.getState().preview?.changes.length ?? 0;
  const label = `Repair ${count} ${count === 1 ? 'match' : 'matches'}`;
  const done = await editTournament(repair.stored.id, label, (view) => {
    if (view.document !== repair.stored)
      return failed('The tournament was changed meanwhile. Look for a repair again.');
    return ok({ ...repair.document, timetable: [...repair.timetable] });
  });
  if (!done.ok) return done;
  discardRepair();
  announce(`Repaired, ${count} ${count === 1 ? 'match has' : 'matches have'} changed`);
  return done;
}

/** The timetable stays as it is. */
export function discardRepair(): void {
  asked += 1;
  found = null;
  store.setState(IDLE);
}

function show(
  stored: StoredTournament,
  document: StoredTournament,
  timetable: readonly TimetableRow[],
  clashesLeft: number,
): void {
  const before = tournamentView(stored);
  const after = tournamentView({ ...stored, timetable: [...timetable] });
  const changes = timetableDiff(before.rows, after.rows);
  if (changes.length === 0) {
    store.setState(IDLE);
    return;
  }
  found = { stored, document, timetable };
  store.setState({ phase: 'previewing', problem: null, preview: { id: stored.id, changes, clashesLeft } });
  announce(`${changes.length} ${changes.length === 1 ? 'match' : 'matches'} would change, nothing has moved yet`);
}
