import { by } from '../base/ordering';
import type { DrawOptions, DrawType, Match, Participant, TournamentDocument } from './document';
import { drawOptionsSchema } from './document';

/** One draw of the tournament with everything said about it. */
export interface CategoryPlan {
  /** Null: the tournament's only category, which has no name. */
  readonly id: string | null;
  readonly name: string;
  readonly type: DrawType;
  readonly matchMinutes: number;
  readonly draw: DrawOptions;
  readonly participants: readonly Participant[];
  /** Matches that stand in the document. */
  readonly given: readonly Match[];
}

/** The categories in their order. A document without a list has one for every label on its entries and matches. */
export function categoriesOf(document: TournamentDocument): CategoryPlan[] {
  const labels = [...new Set([...document.participants, ...document.matches].map(({ category }) => category))];
  const listed =
    document.categories.length > 0
      ? document.categories
      : labels
          .sort(by((label) => label ?? ''))
          .map((id) => ({ id, name: undefined, type: document.type, matchMinutes: null, draw: undefined }));
  return listed.map((category) => ({
    id: category.id,
    name: category.name ?? category.id ?? '',
    type: category.type,
    matchMinutes: category.matchMinutes ?? document.matchMinutes,
    draw: category.draw ?? document.draw ?? drawOptionsSchema.parse({}),
    participants: document.participants.filter((entry) => entry.category === category.id),
    given: document.matches.filter((match) => match.category === category.id),
  }));
}
