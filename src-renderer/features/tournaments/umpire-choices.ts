// Who could umpire a match, best first, and what would be wrong with everybody else.

import { dayAt } from '#shared/time/zone';
import { canUmpire, isBreach, isPossibleBreach, isWithin, type Placed } from '#shared/tournaments/placed';
import type { ProblemUmpire } from '#shared/tournaments/problem';
import type { TournamentView } from './tournament-view';

export type UmpireStanding = 'neutral' | 'mayMeet' | 'ownClub' | 'plays' | 'busy' | 'offDuty';

export interface UmpireChoice {
  readonly umpire: string;
  readonly name: string;
  readonly club: string | null;
  readonly standing: UmpireStanding;
  /** Matches on the day. */
  readonly load: number;
  /** The match he umpires meanwhile, with which an exchange may be possible. */
  readonly busyWith: string | null;
  readonly isNow: boolean;
}

const ORDER: readonly UmpireStanding[] = ['neutral', 'mayMeet', 'ownClub', 'busy', 'plays', 'offDuty'];

export function umpireChoices(view: TournamentView, match: string): UmpireChoice[] {
  const { problem } = view.state;
  const at = view.placed.find((one) => one.match.id === match);
  if (!at) return [];
  const day = dayAt(view.zone, at.start);
  return problem.umpires
    .map((umpire): UmpireChoice => {
      const own = view.placed.filter((one) => one.umpire === umpire.id);
      const busy = own.find((one) => one !== at && one.start < at.end && at.start < one.end);
      return {
        umpire: umpire.id,
        name: umpire.name,
        club: umpire.club,
        standing: standingOf(view, umpire, at),
        load: own.filter(({ start }) => dayAt(view.zone, start) === day).length,
        busyWith: busy?.match.id ?? null,
        isNow: at.umpire === umpire.id,
      };
    })
    .sort(
      (one, other) =>
        Number(other.isNow) - Number(one.isNow) ||
        ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing) ||
        one.load - other.load,
    );
}

export function standingWords(view: TournamentView, choice: UmpireChoice): string {
  switch (choice.standing) {
    case 'neutral':
      return 'neutral';
    case 'mayMeet':
      return 'own club may reach it';
    case 'ownClub':
      return 'own club plays';
    case 'plays':
      return 'may play then';
    case 'busy':
      return choice.busyWith === null ? 'busy' : `on match ${view.numberOf(choice.busyWith)}`;
    case 'offDuty':
      return 'off duty';
  }
}

function standingOf(view: TournamentView, umpire: ProblemUmpire, at: Placed): UmpireStanding {
  const { problem } = view.state;
  if (!isWithin(umpire.available, at)) return 'offDuty';
  if (umpire.player !== null && at.match.possible.has(umpire.player)) return 'plays';
  if (!canUmpire(view.placed, umpire, at)) {
    const busy = view.placed.some(
      (one) => one !== at && one.umpire === umpire.id && one.start < at.end && at.start < one.end,
    );
    return busy ? 'busy' : 'plays';
  }
  if (isBreach(problem, umpire, at.match)) return 'ownClub';
  return isPossibleBreach(problem, umpire, at.match) ? 'mayMeet' : 'neutral';
}
