import type { WaitReason } from '#shared/tournaments/day/next-matches';
import { formatTime } from '../../ui';
import type { TournamentView } from './tournament-view';

/** What a match still waits for, by name. */
export function waitWords(view: TournamentView, reason: WaitReason): string {
  switch (reason.kind) {
    case 'feeder':
      return `waits for match ${view.numberOf(reason.match)}`;
    case 'round':
      return `waits for its round, match ${view.numberOf(reason.match)}`;
    case 'rest':
      return `${view.nameOf(reason.player)} rests until ${formatTime(view.zone, reason.until)}`;
    case 'playing':
      return `${view.nameOf(reason.player)} plays match ${view.numberOf(reason.match)}`;
    case 'notCheckedIn':
      return `${view.nameOf(reason.player)} is not checked in`;
  }
}
