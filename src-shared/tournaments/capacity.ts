// "And with two courts more?" Answers while somebody turns the knobs: one construction, no search, a few milliseconds.
import type { Instant } from '../time/instant';
import { buildDraft } from './best/build-draft';
import { fieldOf } from './best/field';
import { makespanBound } from './best/makespan-bound';
import type { CapacityQuestion } from './capacity-question';
import type { DrawOptions, MakespanBound, TournamentDocument } from './document';
import { drawTournament } from './draws/draw-tournament';
import { problemOf } from './problem';

export interface CapacityAnswer {
  readonly matches: number;
  /** When everything is over; null when something finds no place within the hours. */
  readonly end: Instant | null;
  readonly makespanMinutes: number | null;
  readonly unplaced: number;
  readonly bound: MakespanBound | null;
}

export function capacityOf(document: TournamentDocument, question: CapacityQuestion): CapacityAnswer {
  const asked = askedDocument(document, question);
  const problem = problemOf(asked, drawTournament(asked));
  const field = fieldOf(problem);
  const optional = Uint8Array.from(field.matches, ({ umpires }) => (umpires.length === 0 ? 1 : 0));
  const styles = [field.rest, 0].map((patience) =>
    buildDraft(field, { patience, clubsFirst: false, coupled: true, random: null, umpireOptional: optional }),
  );
  const answers = styles.map((draft) => {
    const ends = [...draft.end].filter((end) => !Number.isNaN(end));
    return {
      unplaced: field.matches.filter(({ index, isFree }) => !isFree && Number.isNaN(draft.end[index]!)).length,
      end: ends.reduce((latest, end) => Math.max(latest, end), problem.start as number),
    };
  });
  const best = answers.reduce((one, other) =>
    other.unplaced < one.unplaced || (other.unplaced === one.unplaced && other.end < one.end) ? other : one,
  );
  const fits = best.unplaced === 0;
  return {
    matches: problem.matches.length,
    end: fits ? (best.end as Instant) : null,
    makespanMinutes: fits ? (best.end - problem.start) / 60_000 : null,
    unplaced: best.unplaced,
    bound: makespanBound(problem, (index) => optional[index] === 0),
  };
}

function askedDocument(document: TournamentDocument, question: CapacityQuestion): TournamentDocument {
  const redraws = [question.entries, question.type, question.draw].some((one) => one !== undefined && one !== null);
  const categories = [...new Set(document.participants.map(({ category }) => category))];
  const participants =
    question.entries == null
      ? document.participants
      : (categories.length > 0 ? categories : [null]).flatMap((category) => {
          const own = document.participants.filter((entry) => entry.category === category);
          return resized(own, question.entries!, (index) => ({
            id: `entry ${index + 1}${category === null ? '' : ` of ${category}`}`,
            club: null,
            seed: null,
            category,
          }));
        });
  const type = question.type ?? document.type;
  const drawnAs = (own: DrawOptions | undefined): { draw?: DrawOptions } => {
    const draw = question.draw ?? own;
    return draw ? { draw } : {};
  };
  return {
    ...document,
    type,
    categories: document.categories.map((category) => ({
      ...category,
      type: question.type ?? category.type,
      ...drawnAs(category.draw),
    })),
    ...drawnAs(document.draw),
    participants,
    // A question about another draw has nothing to do with the one that was made.
    matches: redraws ? [] : document.matches,
    results: redraws ? [] : document.results,
    pins: redraws ? [] : document.pins,
    withdrawals: redraws ? [] : document.withdrawals,
    matchMinutes: question.matchMinutes ?? document.matchMinutes,
    restMinutes: question.restMinutes ?? document.restMinutes,
    courts: resized(document.courts, question.courts ?? document.courts.length, (index) => ({
      id: `court ${index + 1}`,
      open: null,
    })),
    umpires: resized(document.umpires, question.umpires ?? document.umpires.length, (index) => ({
      id: `umpire ${index + 1}`,
      club: null,
      player: null,
      available: null,
      maxPerDay: null,
    })),
  };
}

/** The first of the list, filled up with made-up ones. */
function resized<T>(list: readonly T[], count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => list[index] ?? make(index));
}
