import { useMemo } from 'react';
import { type OwnMatch, ownMatches } from '#shared/tournaments/own-matches';
import { useTournaments } from './open';

/** The user's own matches and umpire duties in all tournaments, those that may come included. */
export function useOwnMatches(): readonly OwnMatch[] {
  const tournaments = useTournaments();
  return useMemo(() => tournaments.flatMap(ownMatches), [tournaments]);
}
