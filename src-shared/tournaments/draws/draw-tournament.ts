// From categories to matches. Matches that stand in the document are never drawn again.
import { seededRandom } from '../../base/seeded-random';
import { type CategoryPlan, categoriesOf } from '../categories';
import type { Match, Slot, TournamentDocument } from '../document';
import type { Entrant } from './entrant';
import { groupName, groupsOf } from './groups';
import { consolationLines, type KnockoutNames, knockout, type Line, thirdPlaceMatch } from './knockout';
import { type PlacingOptions, placeEntrants } from './place-entrants';
import { roundRobin, spreadClubs } from './round-robin';
import { swissDraw } from './swiss';

/** All matches of the tournament, category by category; within one by round. */
export function drawTournament(document: TournamentDocument): Match[] {
  return categoriesOf(document).flatMap((category) =>
    category.given.length > 0 ? category.given : drawCategory(category),
  );
}

function drawCategory(category: CategoryPlan): Match[] {
  const entrants = category.participants.map(({ id, club, seed }): Entrant => ({ slot: id, club, seed }));
  if (entrants.length < 2) return [];
  switch (category.type) {
    case 'given':
      return [];
    case 'knockout':
      return drawKnockout(category, entrants, 1);
    case 'roundRobin':
      return robinMatches(category, orderedBySeed(entrants), null);
    case 'groupsKnockout':
      return drawGroups(category, entrants);
    case 'swiss':
      return swissDraw(entrants, { ...namesOf(category), rounds: category.draw.swissRounds });
  }
}

function drawKnockout(category: CategoryPlan, entrants: readonly Entrant[], firstRound: number): Match[] {
  const names: KnockoutNames = { ...namesOf(category), stem: firstRound === 1 ? 'r' : 'k', firstRound };
  const lines = placeEntrants(entrants, placing(category)).map((entrant): Line => entrant ?? 'bye');
  const main = knockout(lines, names).matches;
  const third = category.draw.thirdPlace ? thirdPlaceMatch(main, names.prefix) : null;
  const matches = third ? [...main.slice(0, -1), third, ...main.slice(-1)] : main;
  // With four lines the losers of the first round are those of the semi-finals.
  if (!category.draw.consolation || (third !== null && lines.length <= 4)) return matches;
  const losers = padToPowerOfTwo(consolationLines(lines, main));
  const consolation = knockout(losers, { ...names, stem: 'c', firstRound: firstRound + 1 }).matches;
  return [...matches, ...consolation].sort((one, other) => one.round - other.round);
}

/** A draw of two has one first-round match and no consolation; halves of a power of two are powers of two. */
function padToPowerOfTwo(lines: readonly Line[]): readonly Line[] {
  return lines.length < 2 ? [] : lines;
}

function drawGroups(category: CategoryPlan, entrants: readonly Entrant[]): Match[] {
  const count = Math.max(
    1,
    Math.min(category.draw.groups ?? Math.round(entrants.length / 4), Math.floor(entrants.length / 2)),
  );
  const groups = groupsOf(entrants, count, category.draw.separateClubs);
  const groupMatches = groups
    .flatMap((group, index) => robinMatches(category, orderedBySeed(group), groupName(index)))
    .sort((one, other) => one.round - other.round);
  const lastRound = groupMatches.at(-1)?.round ?? 0;
  // Winners of the groups are the seeds, then the seconds; those of one group meet again as late as possible.
  const advance = Math.min(category.draw.advance, ...groups.map((group) => group.length));
  const places: Entrant[] = [];
  for (let place = 1; place <= advance; place += 1)
    for (let index = 0; index < count; index += 1) {
      const slot: Slot = { group: groupName(index), place };
      places.push({ slot, club: groupName(index), seed: place === 1 ? index + 1 : null });
    }
  const finals =
    places.length < 2
      ? []
      : drawKnockout(
          { ...category, draw: { ...category.draw, separateClubs: true, shuffleSeed: null } },
          places,
          lastRound + 1,
        );
  return [...groupMatches, ...finals];
}

function robinMatches(category: CategoryPlan, entrants: readonly Entrant[], group: string | null): Match[] {
  const { prefix } = namesOf(category);
  return roundRobin(entrants).flatMap((pairs, index) =>
    spreadClubs(pairs, ({ club }) => club).map(
      ([one, other], number): Match => ({
        id: `${prefix}${group ?? ''}r${index + 1}m${number + 1}`,
        round: index + 1,
        entries: [one.slot, other.slot],
        category: category.id,
        group,
      }),
    ),
  );
}

/** Seeds first in their order; the rest as listed. */
function orderedBySeed(entrants: readonly Entrant[]): Entrant[] {
  const rank = ({ seed }: Entrant): number => seed ?? Number.POSITIVE_INFINITY;
  return [...entrants].sort((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)));
}

function namesOf(category: CategoryPlan): { readonly prefix: string; readonly category: string | null } {
  return { prefix: category.id === null ? '' : `${category.id}-`, category: category.id };
}

function placing(category: CategoryPlan): PlacingOptions {
  const { separateClubs, shuffleSeed } = category.draw;
  return { separateClubs, random: shuffleSeed === null ? null : seededRandom(shuffleSeed) };
}
