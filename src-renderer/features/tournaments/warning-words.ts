// The list "Neutrality and rest": what is not fine, in which order, and what the button beside it says and does.

import type { Instant } from '#shared/time/instant';
import type { Alternative, Warning, WarningKind } from '#shared/tournaments/warning';
import { formatTime } from '../../ui';
import { inWords, matchTitle } from './match-words';
import type { TournamentView } from './tournament-view';

export interface WarningLine {
  readonly key: string;
  readonly match: string;
  readonly tone: 'bad' | 'warn';
  readonly title: string;
  readonly message: string;
  /** Null for a broken rule, which only facts and pins force. */
  readonly warning: Warning | null;
  /** "Swap with Haddad"; null when there is nothing to do. */
  readonly action: string | null;
}

const TONES: Readonly<Record<WarningKind, 'bad' | 'warn'>> = {
  unplaced: 'bad',
  noNeutralUmpire: 'bad',
  restShort: 'bad',
  noCourt: 'warn',
  noUmpire: 'warn',
  mayMeetOwnClub: 'warn',
  overDailyLimit: 'warn',
  overLoad: 'warn',
};

const known = new WeakMap<TournamentView, readonly WarningLine[]>();

/** Broken rules first, then warnings, the worse ones first; otherwise by time. Worked out once a version of the tournament. */
export function warningLines(view: TournamentView): readonly WarningLine[] {
  const lines = known.get(view) ?? linesOf(view);
  known.set(view, lines);
  return lines;
}

function linesOf(view: TournamentView): WarningLine[] {
  const broken = view.state.violations.map((violation, index): WarningLine => {
    const match = violation.parties.find((party) => view.matchOf.has(party)) ?? '';
    return {
      key: `${violation.rule} ${index}`,
      match,
      tone: 'bad',
      title: match === '' ? 'Timetable' : matchTitle(view, match),
      message: inWords(view, violation.message),
      warning: null,
      action: null,
    };
  });
  const restBroken = new Set(
    view.state.violations
      .filter(({ rule }) => rule === 'tournament.restsBetweenMatches')
      .map(({ parties }) => parties[0]),
  );
  const lines = view.state.warnings
    .filter(({ kind, match }) => kind !== 'restShort' || !restBroken.has(match))
    .map((warning, index) => lineOf(view, warning, index));
  return [...broken, ...lines.filter(({ tone }) => tone === 'bad'), ...lines.filter(({ tone }) => tone === 'warn')];
}

export function toneOf(warnings: readonly Warning[] | undefined): 'bad' | 'warn' | null {
  if (!warnings || warnings.length === 0) return null;
  return warnings.some(({ kind }) => TONES[kind] === 'bad') ? 'bad' : 'warn';
}

export function alternativeWords(view: TournamentView, alternative: Alternative): string {
  switch (alternative.kind) {
    case 'swap':
      return `Swap with ${view.shortOf(alternative.umpire ?? '')}`;
    case 'assign':
      return `Assign ${view.shortOf(alternative.umpire ?? '')}`;
    case 'move': {
      const court = alternative.court === null ? '' : view.nameOf(alternative.court);
      const time = alternative.start === null ? '' : formatTime(view.zone, alternative.start as Instant);
      return `Move to ${[court, time].filter((part) => part !== '').join(', ')}`;
    }
  }
}

function lineOf(view: TournamentView, warning: Warning, index: number): WarningLine {
  return {
    key: `${warning.kind} ${warning.match} ${index}`,
    match: warning.match,
    tone: TONES[warning.kind],
    title: matchTitle(view, warning.match),
    message: inWords(view, warning.message),
    warning,
    action: warning.alternative === null ? null : alternativeWords(view, warning.alternative),
  };
}
