// Changes to what a tournament consists of, with what follows from them: a draw that no longer fits is dropped, and so is every mention of
// a court, an umpire or a person that is gone. Once something was played the draw stands; entries then leave or come as the day allows.
import { failed, ok, type Result } from '../../base/result';
import { categoriesOf } from '../categories';
import type { Court, Participant, TournamentDocument, Umpire } from '../document';
import { drawOptionsSchema } from '../document';
import { drawTournament } from '../draws/draw-tournament';

type Edited = Result<TournamentDocument, string>;

/** What the organiser sets besides the lists of people and courts; absent = as it is. */
export type TournamentSettings = Partial<
  Pick<
    TournamentDocument,
    | 'name'
    | 'place'
    | 'type'
    | 'timeZone'
    | 'start'
    | 'matchMinutes'
    | 'restMinutes'
    | 'changeoverMinutes'
    | 'options'
    | 'draw'
    | 'categories'
    | 'days'
    | 'breaks'
    | 'me'
    | 'avoidOwnEvents'
  >
>;

const DRAWING = ['type', 'draw', 'categories'] as const;

export function changeSettings(document: TournamentDocument, settings: TournamentSettings): Edited {
  const changed = { ...document, ...settings };
  const redraws = DRAWING.some(
    (field) => JSON.stringify(drawingPart(document, field)) !== JSON.stringify(drawingPart(changed, field)),
  );
  return redraws ? undrawn(changed) : ok(changed);
}

/** Labels of entries that are no category yet become one, drawn like the tournament. */
export function changeEntries(document: TournamentDocument, participants: readonly Participant[]): Edited {
  const changed = pruned({
    ...document,
    participants: [...participants],
    categories: withLabels(document, participants),
  });
  const sameDraw =
    participants.length === document.participants.length &&
    participants.every(
      ({ id, category }, index) =>
        document.participants[index]!.id === id && document.participants[index]!.category === category,
    );
  return sameDraw ? ok(changed) : undrawn(changed);
}

export function changeCourts(document: TournamentDocument, courts: readonly Court[]): Edited {
  return ok(pruned({ ...document, courts: [...courts] }));
}

export function changeUmpires(document: TournamentDocument, umpires: readonly Umpire[]): Edited {
  return ok(pruned({ ...document, umpires: [...umpires] }));
}

/** Draws every category that is not given, anew; with `shuffleSeed` entries without a seed are shuffled by it. */
export function redraw(document: TournamentDocument, shuffleSeed?: number | null): Edited {
  const shuffled = shuffleSeed === undefined ? document : withShuffle(document, shuffleSeed);
  const empty = undrawn(shuffled);
  return empty.ok ? ok({ ...empty.value, matches: drawTournament(empty.value) }) : empty;
}

/** Without the draws that Daywright made, and the timetable made for them. Refused once something was played. */
function undrawn(document: TournamentDocument): Edited {
  const drawn = document.matches.length > 0;
  if (drawn && document.results.length > 0)
    return failed(
      `${document.results.length} ${document.results.length === 1 ? 'match has' : 'matches have'} a result, so the draw stands.\nTake the results back first; an entry that comes late or leaves is entered on the day.`,
    );
  const given = new Set(
    categoriesOf(document)
      .filter(({ type }) => type === 'given')
      .map(({ id }) => id),
  );
  const matches = document.matches.filter(({ category }) => given.has(category));
  const kept = new Set(matches.map(({ id }) => id));
  const { lastRun: _, ...rest } = document;
  return ok({
    ...rest,
    matches,
    timetable: document.timetable.filter(({ match }) => kept.has(match)),
    pins: document.pins.filter(({ match }) => kept.has(match)),
  });
}

/** Without any mention of courts, umpires and people that the tournament does not have. */
function pruned(document: TournamentDocument): TournamentDocument {
  const courts = new Set(document.courts.map(({ id }) => id));
  const umpires = new Set(document.umpires.map(({ id }) => id));
  const entries = new Set(document.participants.map(({ id }) => id));
  const people = new Set(document.participants.flatMap(({ id, players }) => [id, ...(players ?? [])]));
  const known = (set: ReadonlySet<string>, id: string | null): string | null =>
    id !== null && set.has(id) ? id : null;
  return {
    ...document,
    umpires: document.umpires.map((umpire) => ({ ...umpire, player: known(people, umpire.player) })),
    timetable: document.timetable.map((row) => ({
      ...row,
      court: known(courts, row.court),
      umpire: known(umpires, row.umpire),
    })),
    pins: document.pins
      .map((pin) => ({ ...pin, court: known(courts, pin.court), umpire: known(umpires, pin.umpire) }))
      .filter(({ court, umpire, start }) => court !== null || umpire !== null || start !== null),
    closures: document.closures.filter(({ court }) => courts.has(court)),
    absences: document.absences.filter(({ who }) => people.has(who) || umpires.has(who)),
    withdrawals: document.withdrawals.filter(({ entry }) => entries.has(entry)),
    checkedIn: document.checkedIn.filter((id) => people.has(id)),
    me: document.me.filter((id) => people.has(id) || umpires.has(id)),
  };
}

function withLabels(
  document: TournamentDocument,
  participants: readonly Participant[],
): TournamentDocument['categories'] {
  const known = new Set(document.categories.map(({ id }) => id));
  const labels = [...new Set(participants.map(({ category }) => category))].filter((label) => label !== null);
  const added = labels
    .filter((label) => !known.has(label))
    .map((id) => ({ id, type: document.type, matchMinutes: null }));
  return [...document.categories, ...added];
}

function withShuffle(document: TournamentDocument, shuffleSeed: number | null): TournamentDocument {
  const base = document.draw ?? drawOptionsSchema.parse({});
  return {
    ...document,
    draw: { ...base, shuffleSeed },
    categories: document.categories.map((category) =>
      category.draw ? { ...category, draw: { ...category.draw, shuffleSeed } } : category,
    ),
  };
}

/** What of a field decides the draw: not the name of a category, nor how long its matches are. */
function drawingPart(document: TournamentDocument, field: (typeof DRAWING)[number]): unknown {
  if (field !== 'categories') return document[field];
  return document.categories.map(({ id, type, draw }) => [id, type, draw]);
}
