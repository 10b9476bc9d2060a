import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import type { TournamentDocument } from '#shared/tournaments/document';
import type { Timetable } from '#shared/tournaments/timetable';
import { knockoutOf128, sixCategories } from '../../helpers/large-tournaments';
import type { BenchCase } from '../bench-case';

let knockout: TournamentDocument;
let categories: TournamentDocument;
const last = new Map<string, Timetable>();

async function best(name: string, document: TournamentDocument): Promise<void> {
  const outcome = await bestTimetable(document);
  if (outcome.kind !== 'ok' || outcome.value.violations.length > 0) throw new Error(`${name} broke a rule`);
  last.set(name, outcome.value);
}

export const tournamentsCase: BenchCase = {
  name: 'tournaments',
  describe:
    '128-player knockout on 8 courts with 12 umpires; 1,024 matches in 6 categories over 3 days, 20 courts, 30 umpires',
  bar: '128 knockout best <= 200 ms; 1,024 matches best <= 5,000 ms',
  setUp() {
    knockout = knockoutOf128();
    categories = sixCategories();
  },
  variants: {
    '128 knockout best': () => best('128 knockout', knockout),
    '128 knockout classic': () => void classicTimetable(knockout),
    '1,024 matches best': () => best('1,024 matches', categories),
    '1,024 matches classic': () => void classicTimetable(categories),
  },
  runs: 5,
  note: () =>
    [...last]
      .map(([name, { matches, quality }]) => {
        const bound = quality.bound ? `bound ${quality.bound.minutes} by ${quality.bound.reason}` : 'no bound';
        return (
          `${name}: ${matches.length} matches, unplaced ${quality.unplaced}, makespan ${quality.makespanMinutes} min (${bound}), ` +
          `breaches ${quality.neutralityBreaches} (fewest ${quality.fewestBreaches}), umpire load range ${quality.umpireLoadRange}, ` +
          `row excess ${quality.umpireRowExcess}, court range ${quality.courtLoadRange}`
        );
      })
      .join('\n  '),
};
