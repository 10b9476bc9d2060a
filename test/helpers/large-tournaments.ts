// The two tournaments that the speed of planning is measured on.
import type { TournamentDocument } from '#shared/tournaments/document';
import { type Json, tournament } from './tournament-documents';

const CLUBS = ['Nord', 'Ost', 'Hafen', 'West', 'Mitte', 'Berg', 'Tal', 'See'];

/** 128 players of 8 clubs in a knockout, 8 courts, 12 umpires of the same clubs. */
export function knockoutOf128(): TournamentDocument {
  return tournament({
    type: 'knockout',
    matchMinutes: 30,
    restMinutes: 15,
    courts: numbered('c', 8),
    umpires: numbered('u', 12, (index) => ({ club: CLUBS[index % CLUBS.length] })),
    participants: numbered('p', 128, (index) => ({
      club: CLUBS[(index * 5) % 8],
      seed: index < 16 ? index + 1 : null,
    })),
  });
}

/** Six categories with 1,024 matches together over three days, 20 courts, 30 umpires; many players play in two categories. */
export function sixCategories(): TournamentDocument {
  // Knockouts of n entries have n - 1 matches; groups of four have six each and half of the entries go on.
  const sizes: Readonly<Record<string, readonly [string, number]>> = {
    MS: ['knockout', 257],
    WS: ['knockout', 193],
    MD: ['knockout', 129],
    WD: ['knockout', 129],
    XD: ['groupsKnockout', 128],
    U19: ['knockout', 66],
  };
  const participants = Object.entries(sizes).flatMap(([category, [, count]]) =>
    numbered(`${category}-p`, count, (index) => ({
      category,
      club: CLUBS[(index * 3) % CLUBS.length],
      seed: index < 8 ? index + 1 : null,
      players: [`${category === 'MD' ? 'MS' : category === 'WD' ? 'WS' : category}-person${index}`],
    })),
  );
  return tournament({
    type: 'given',
    start: '2026-11-27T08:00',
    matchMinutes: 30,
    restMinutes: 30,
    options: { rounds: 'dependency' },
    courts: numbered('c', 20),
    umpires: numbered('u', 30, (index) => ({ club: CLUBS[index % CLUBS.length] })),
    days: ['27', '28', '29'].map((day) => ({ from: `2026-11-${day}T08:00`, to: `2026-11-${day}T21:00` })),
    breaks: ['27', '28', '29'].map((day) => ({ from: `2026-11-${day}T13:00`, to: `2026-11-${day}T13:30` })),
    categories: Object.entries(sizes).map(([id, [type]]) => ({ id, type })),
    participants,
  });
}

function numbered(stem: string, count: number, more: (index: number) => Json = () => ({})): Json[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${stem}${index + 1}`, ...more(index) }));
}
