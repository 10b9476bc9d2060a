// What a tournament consists of. Each action is one undo step; a failure is a sentence for the user, and nothing is stored then.
import { failed, ok, type Result } from '#shared/base/result';
import { categoriesOf } from '#shared/tournaments/categories';
import { drawSwissRound as drawRound } from '#shared/tournaments/day/draw-swiss-round';
import {
  type Court,
  type Participant,
  TOURNAMENT_FORMAT,
  TOURNAMENT_VERSION,
  type TournamentDocument,
  type Umpire,
} from '#shared/tournaments/document';
import {
  changeCourts,
  changeEntries,
  changeSettings,
  changeUmpires,
  redraw,
  type TournamentSettings,
} from '#shared/tournaments/setup/edit-setup';
import { nowText } from '../clock';
import { commit } from '../commit';
import { newId } from '../new-id';
import { workspaceNow } from '../workspace';
import { checkedTournament, editTournament } from './edit';
import { openTournament } from './open';

/** What a new tournament needs; everything else has its default. */
export type TournamentDraft = Pick<TournamentDocument, 'name' | 'type' | 'start' | 'matchMinutes'> &
  Partial<TournamentDocument>;

/** Adds and opens a tournament. The value is its id. */
export function createTournament(draft: TournamentDraft): Promise<Result<string, string>> {
  return add(`Add ${quoted(draft.name ?? 'tournament')}`, {
    timeZone: workspaceNow().settings.timeZone,
    ...draft,
  });
}

/** Adds a tournament from the text of a document, such as the command line reads. The value is its id. */
export function importTournament(text: string): Promise<Result<string, string>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return Promise.resolve(failed(`not JSON: ${error instanceof Error ? error.message : String(error)}`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return Promise.resolve(failed('expected a daywright.tournament document'));
  return add('Open tournament', value);
}

/** The document as the command line reads it. */
export function exportTournament(id: string): Result<string, string> {
  const document = workspaceNow().tournaments.find((tournament) => tournament.id === id);
  return document ? ok(`${JSON.stringify(document, null, 2)}\n`) : failed(`There is no tournament ${id}.`);
}

/** The same setup and draw without what happened on the day; opens it. The value is its id. */
export function duplicateTournament(id: string): Promise<Result<string, string>> {
  const before = workspaceNow().tournaments.find((tournament) => tournament.id === id);
  if (!before) return Promise.resolve(failed(`There is no tournament ${id}.`));
  const { lastRun: _, ...setup } = before;
  return add(`Duplicate ${naming(id)}`, {
    ...setup,
    name: `Copy of ${before.name ?? 'tournament'}`,
    results: [],
    pins: [],
    timetable: [],
    closures: [],
    absences: [],
    withdrawals: [],
    checkedIn: [],
  });
}

export function removeTournament(id: string): Promise<Result<void, string>> {
  return commit(`Delete ${naming(id)}`, () => ({ deletes: { tournaments: [id] } }));
}

/** Name, place, times, draw, categories, options, hours, who is me: whatever the patch holds. A draw that no longer fits is dropped. */
export function changeTournament(id: string, settings: TournamentSettings): Promise<Result<void, string>> {
  return editTournament(id, `Change ${naming(id)}`, ({ document }) => changeSettings(document, settings));
}

/** The whole list; a list with the same entries and categories in the same order keeps the draw. */
export function setEntries(id: string, participants: readonly Participant[]): Promise<Result<void, string>> {
  return editTournament(id, `Change the entries of ${naming(id)}`, ({ document }) =>
    changeEntries(document, participants),
  );
}

export function setCourts(id: string, courts: readonly Court[]): Promise<Result<void, string>> {
  return editTournament(id, `Change the courts of ${naming(id)}`, ({ document }) => changeCourts(document, courts));
}

export function setUmpires(id: string, umpires: readonly Umpire[]): Promise<Result<void, string>> {
  return editTournament(id, `Change the umpires of ${naming(id)}`, ({ document }) => changeUmpires(document, umpires));
}

/** Draws anew. With `shuffle` the entries without a seed come out in another order each time. */
export function drawTournamentAgain(id: string, shuffle = false): Promise<Result<void, string>> {
  return editTournament(id, `Draw ${naming(id)}`, ({ document }) =>
    shuffle ? redraw(document, nextShuffle(document)) : redraw(document),
  );
}

/** The pairs of the next Swiss round, from the results of the rounds before it. */
export function drawSwissRound(id: string, category: string | null, round: number): Promise<Result<void, string>> {
  return editTournament(id, `Draw round ${round}`, ({ document, matches }) =>
    drawRound(document, matches, category, round),
  );
}

async function add(label: string, fields: object): Promise<Result<string, string>> {
  const id = newId('tournament');
  const checked = checkedTournament({
    format: TOURNAMENT_FORMAT,
    version: TOURNAMENT_VERSION,
    ...fields,
    id,
    createdAt: nowText(),
  });
  if (!checked.ok) return checked;
  const done = await commit(label, () => ({ puts: { tournaments: [checked.value] } }));
  if (!done.ok) return done;
  openTournament(id);
  return ok(id);
}

function nextShuffle(document: TournamentDocument): number {
  return Math.max(0, ...categoriesOf(document).map(({ draw }) => draw.shuffleSeed ?? 0)) + 1;
}

function naming(id: string): string {
  return quoted(workspaceNow().tournaments.find((tournament) => tournament.id === id)?.name ?? 'tournament');
}

function quoted(name: string): string {
  return `“${name}”`;
}
